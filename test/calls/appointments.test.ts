/** Appointments by phone: heard, booked, moved and cancelled, each once, and told by message. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { answerLost, throttled } from '../kit/faults.ts';
import { imani, type Person, tomas, withheld } from '../kit/people.ts';
import { appointmentOf, emptyBook, newsOf, othersTake, othersTakeAll, placesOf } from './appointing.ts';
import { atLength } from './at-length.ts';

/** A Tuesday in winter, before anybody is there for appointments: New York is five hours behind UTC. */
const EARLY = '2026-11-10T06:00:00-05:00';
const TEN = '2026-11-10T15:00:00.000Z';
const HALF_PAST_TEN = '2026-11-10T15:30:00.000Z';
const WEDNESDAY_TEN = '2026-11-11T15:00:00.000Z';

describe('appointments:', () => {
  let centre: ContactCentre;
  beforeAll(async () => {
    centre = await openCentre({ at: EARLY });
  });
  beforeEach(() => emptyBook(centre));
  afterEach(() => centre.everybodyLeaves());
  afterAll(() => centre.close());

  /** Verified already: the PIN has tests of its own. */
  const calls = async (person: { readonly from?: string } = imani): Promise<Call> => {
    const call = centre.dial(person);
    call.isGiven({ verified: 'true' });
    await call.presses('5');
    return call;
  };
  const books = async (person: Person = imani): Promise<Call> => {
    const call = await calls(person);
    await call.presses('1');
    return call;
  };
  const heldBy = ({ customerId }: Person) => appointmentOf(centre, customerId);

  describe('a caller without an appointment', () => {
    test('books the first free time, is expected then, and has a message', async () => {
      const before = await newsOf(centre, imani.customerId);
      const call = await calls();
      await call.hears(prompts.appointmentFinding);
      await call.hears('You can come at ten A M today. To book that time, press 1.');
      expect(await heldBy(imani)).toBeUndefined();
      await call.presses('1');
      await call.hears(
        'Your appointment is booked: we expect you at ten A M today. We also send you a message.',
      );
      expect(await heldBy(imani)).toMatchObject({ startsAt: TEN, state: 'booked', version: 1 });
      expect(await placesOf(centre, imani.customerId)).toEqual([`${TEN}#1`]);
      const told = await newsOf(centre, imani.customerId);
      expect(told.length).toBe(before.length + 1);
      // There is no reminder the day before of what is booked for today, so nobody is promised one.
      expect(told.filter((one) => String(one).startsWith('appointment-reminder'))).toEqual([]);
      await call.presses('9');
      await call.endsIn(prompts.goodbye);
    });
    test('hears the next time with 2, another day with 4, and has a reminder the day before', async () => {
      const call = await calls(tomas);
      await call.presses('2');
      await call.hears('You can come at ten thirty A M today.');
      await call.presses('4');
      await call.hears('You can come at ten A M on Wednesday.');
      await call.presses('4');
      await call.hears('You can come at ten A M on Thursday.');
      await call.presses('1');
      await call.hears('we expect you at ten A M on Thursday.');
      expect(await newsOf(centre, tomas.customerId)).toEqual([
        ['appointment-booked', 'due', expect.any(String)],
        ['appointment-reminder', 'due', WEDNESDAY_TEN],
      ]);
    });
    atLength('is not offered what is taken', async () => {
      await othersTake(centre, TEN);
      await othersTake(centre, HALF_PAST_TEN, 1);
      const call = await calls();
      await call.hears('You can come at ten thirty A M today.');
    });
    test('goes to a person where nothing is free', async () => {
      await othersTakeAll(centre);
      const call = await calls();
      await call.hears(prompts.appointmentNoneFree);
      await call.isQueuedIn('support');
      expect(call.attributes['reason']).toBe('no-appointment-time');
    });
    test('hears another time where somebody takes theirs while they think', async () => {
      const call = await calls();
      await call.hears('You can come at ten A M today.');
      await othersTake(centre, TEN);
      await call.presses('1');
      await call.hears(prompts.appointmentTaken);
      await call.hears('You can come at ten thirty A M today.');
      expect(await heldBy(imani)).toBeUndefined();
    });
    test.each([
      ['3', prompts.mainMenu],
      ['0', prompts.nobodySignedIn],
      ['8', prompts.choiceOtherKey],
    ])('books nothing with %s', async (key, words) => {
      const call = await calls();
      await call.presses(key);
      await call.hears(words);
      expect(await heldBy(imani)).toBeUndefined();
    });
    test('is asked for the PIN first', async () => {
      const call = centre.dial(imani);
      await call.presses('5');
      await call.hears(prompts.askPin);
      await call.presses(`${imani.pin}#`);
      await call.hears(prompts.appointmentFinding);
    });
  });

  describe('a caller with an appointment', () => {
    test('hears it, moves it, and the old place is free', async () => {
      await books();
      const call = await calls();
      await call.hears('You have an appointment at ten A M today. To move it, press 1.');
      await call.presses('1');
      await call.hears('You can come at ten thirty A M today.');
      await call.presses('1');
      await call.hears('we expect you at ten thirty A M today.');
      expect(await placesOf(centre, imani.customerId)).toEqual([`${HALF_PAST_TEN}#1`]);
      expect(await heldBy(imani)).toMatchObject({ startsAt: HALF_PAST_TEN, version: 2 });
    });
    test('cancels it after hearing it once more, and its reminder with it', async () => {
      const first = await calls(tomas);
      await first.presses('4');
      await first.presses('4');
      await first.presses('1');
      await first.hears('we expect you at ten A M on Thursday.');
      const reminders = (news: readonly unknown[]) =>
        news.filter((one) => String(one).startsWith('appointment-reminder'));
      const before = reminders(await newsOf(centre, tomas.customerId));
      const call = await calls(tomas);
      await call.presses('2');
      await call.hears('We will cancel your appointment at ten A M on Thursday.');
      expect(await heldBy(tomas)).toMatchObject({ state: 'booked' });
      await call.presses('1');
      await call.hears('Your appointment at ten A M on Thursday is cancelled.');
      expect(await heldBy(tomas)).toMatchObject({ state: 'cancelled' });
      expect(await placesOf(centre, tomas.customerId)).toEqual([]);
      const after = await newsOf(centre, tomas.customerId);
      expect(reminders(after)).toHaveLength(before.length - 1);
      expect(after).toContainEqual(['appointment-cancelled', 'due', expect.any(String)]);
      await call.presses('3');
      await call.presses('5');
      await call.hears(prompts.appointmentFinding);
    });
    test('keeps it with 2 instead', async () => {
      await books();
      const call = await calls();
      await call.presses('2');
      await call.presses('2');
      await call.hears(prompts.appointmentLeft);
      expect(await heldBy(imani)).toMatchObject({ state: 'booked' });
    });
    test('who cancels on another line meanwhile is told how it stands now', async () => {
      await books();
      const call = await calls();
      const other = await calls();
      await other.presses('2');
      await other.presses('1');
      await other.hears('Your appointment at ten A M today is cancelled.');
      await call.presses('1');
      await call.presses('1');
      await call.hears(prompts.appointmentChanged);
      await call.hears(prompts.appointmentFinding);
      expect(await placesOf(centre, imani.customerId)).toEqual([]);
    });
  });

  describe('one wish is one appointment', () => {
    test('on two lines at the same moment', async () => {
      const lines = [await calls(), await calls()];
      await Promise.all(lines.map((call) => call.presses('1')));
      for (const call of lines) await call.hears('we expect you at');
      expect(await placesOf(centre, imani.customerId)).toHaveLength(1);
    });
    test('and the last place goes to one of two customers', async () => {
      await othersTake(centre, TEN, 1);
      const [first, second] = [await calls(imani), await calls(tomas)];
      await Promise.all([first.presses('1'), second.presses('1')]);
      await centre.passes(10_000);
      const places = [await placesOf(centre, imani.customerId), await placesOf(centre, tomas.customerId)];
      expect(places.flat()).toEqual([`${TEN}#2`]);
    });
    atLength('where every answer of the function is lost, and a person finds out', async () => {
      const call = await calls();
      centre.fault('book-appointment', answerLost());
      await call.presses('1');
      await call.hears(prompts.appointmentUnknown);
      await call.hears('We will tell you how your appointment stands by');
      expect(await centre.casesOf(call)).toMatchObject([{ reason: 'appointment-unconfirmed' }]);
      expect(await placesOf(centre, imani.customerId)).toHaveLength(1);
    });
    test('where the function cannot be reached, nothing is booked, and the caller is promised an answer', async () => {
      const call = await calls();
      centre.fault('book-appointment', throttled());
      await call.presses('1');
      await call.hears(prompts.appointmentUnknown);
      expect(await placesOf(centre, imani.customerId)).toEqual([]);
    });
    test('a caller who withholds the number is helped at once', async () => {
      const call = await calls(withheld);
      centre.fault('book-appointment', throttled());
      await call.presses('1');
      await call.hears(prompts.cannotCallBack);
      await call.isQueuedIn('support');
    });
  });

  describe('later a caller with an appointment', () => {
    test('whose time has passed has none', async () => {
      await books();
      await centre.passes(5 * 60 * 60_000);
      const call = await calls();
      await call.hears(prompts.appointmentFinding);
    });
  });
});
