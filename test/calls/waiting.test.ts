/** The wait: what a caller in the queue hears, and the ways out of it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Template } from '../../local/assembly/template.ts';
import type { Agent } from '../kit/agent.ts';
import type { Call } from '../kit/call.ts';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { answerLost, answers, throttled, throwsAtOnce, timeout } from '../kit/faults.ts';
import { imani, stranger, tomas, withheld } from '../kit/people.ts';
import { atLength, rowsAtLength } from './at-length.ts';

describe('the wait:', () => {
  let centre: ContactCentre;
  afterEach(() => centre.everybodyLeaves());
  afterAll(() => centre.close());

  const opens = (mutate?: (template: Template) => void) => async (): Promise<void> => {
    await centre?.close();
    centre = await openCentre({ demoWorld: false, ...(mutate === undefined ? {} : { mutate }) });
  };

  async function waits(person: { readonly from?: string } = stranger): Promise<Call> {
    const call = centre.dial(person);
    await call.presses('0');
    await call.isQueuedIn('support');
    return call;
  }

  /** An agent who talks to somebody else: the team is there, and nobody is free. */
  async function isBusy(username: 'sam' | 'robin'): Promise<Agent> {
    const agent = centre.agent(username);
    agent.becomesAvailable();
    const other = await waits(withheld);
    await agent.accepts(other);
    await agent.talksTo(other);
    return agent;
  }

  const isOffered = (call: Call): boolean => call.moments.some(({ effect }) => effect.kind === 'offered');

  /** What the caller has heard since, apart from the music. */
  const saidSince = (call: Call, count: number): string[] =>
    call.heard.slice(count).filter((text) => text !== 'queue-music');

  /** What the caller hears at the next interruption of the music. */
  async function hearsNext(call: Call): Promise<string[]> {
    if (call.question !== undefined) await call.staysSilent();
    const before = call.heard.length;
    while (!call.heard.slice(before).includes(prompts.waitOffer)) await call.hears(prompts.waitOffer);
    await call.staysSilent();
    return saidSince(call, before);
  }

  describe('with nobody signed in, a caller hears so before the queue', () => {
    beforeAll(opens());

    async function hearsOfNobody(person: { readonly from?: string } = stranger): Promise<Call> {
      const call = centre.dial(person);
      await call.presses('0');
      await call.hears(prompts.nobodySignedIn);
      return call;
    }
    const momentOf = (call: Call, kind: string): number | undefined =>
      call.moments.find(({ effect }) => effect.kind === kind)?.atMs;

    test('and waits by staying on the line: music, and every half minute where they are', async () => {
      const call = await hearsOfNobody();
      call.never.hears(prompts.connecting);
      await call.staysSilent();
      await call.isQueuedIn('support');
      await call.hears('queue-music');
      expect(await hearsNext(call)).toEqual([prompts.nextInLine, prompts.waitNobody, prompts.waitOffer]);
      await call.hears('queue-music');
      expect(call.hasEnded).toBe(false);
    });

    test('and leaves the number by 1: a case with a promise, a goodbye, and nobody is offered the call', async () => {
      const call = await hearsOfNobody(tomas);
      await call.presses('1');
      await call.hears(prompts.noting);
      await call.hears(
        /by .* P M today, at the number you are calling from\. Your case number is (\d ?){4}, (\d ?){4}/,
      );
      await call.endsIn('goodbye.');
      expect(momentOf(call, 'queued')).toBeUndefined();
      expect(await centre.casesOf(call)).toMatchObject([
        { reason: 'left-queue', phoneNumber: tomas.from, isVerified: false, status: 'open' },
      ]);
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await centre.passes(30_000);
      expect(isOffered(call)).toBe(false);
    });

    test.each(rowsAtLength(['0', '3', '9', '*', '#']))(
      'and waits all the same after the other key %s',
      async (key) => {
        const call = await hearsOfNobody();
        await call.presses(key);
        await call.hears(prompts.nobodyOtherKey);
        await call.isQueuedIn('support');
        await call.hears('queue-music');
        expect(await centre.casesOf(call)).toEqual([]);
      },
    );

    test('and keys a number where the own one is withheld: it is read back and kept with a promise', async () => {
      const call = await hearsOfNobody(withheld);
      await call.presses('1');
      await call.hears(prompts.numberUnseen);
      await call.presses('2025550178#');
      await call.hears(/^Your number is 2 0 2 5, 5 5 0 1, 7 8\./);
      await call.presses('1');
      await call.endsIn(/^We will call you at that number by .* goodbye\.$/);
      expect(await centre.casesOf(call)).toMatchObject([
        { reason: 'left-queue', phoneNumber: '+12025550178', isVerified: false, status: 'open' },
      ]);
      expect(JSON.stringify(call.attributes)).not.toContain('5550178');
    });

    test.each([
      ['keys none', ['0#'], prompts.nobodyWithheld],
      ['keys three that are none', ['12#', '12#', '12#'], prompts.nobodyWithheld],
    ])('and who %s, the own one withheld, waits all the same', async (_what, keys, words) => {
      const call = await hearsOfNobody(withheld);
      await call.presses('1');
      for (const key of keys) {
        await call.hears(prompts.askNumber);
        await call.presses(key);
      }
      await call.hears(words);
      expect(await centre.casesOf(call)).toEqual([]);
      await call.isQueuedIn('support');
      await call.hears('queue-music');
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await sam.accepts(call);
      await sam.talksTo(call);
    });

    test('and is taken by the first who signs in during the words, as soon as the call is in the queue', async () => {
      const call = await hearsOfNobody();
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await call.staysSilent();
      await sam.accepts(call);
      expect(momentOf(call, 'offered')).toBe(momentOf(call, 'queued'));
      await sam.talksTo(call);
      await call.isConnected();
      expect(call.question).toBeUndefined();
    });

    test('keys pressed during the music do no harm', async () => {
      const call = await waits();
      await call.hears('queue-music');
      call.pressesAtOnce('0123456789*#');
      await call.hears(prompts.waitOffer);
      await call.staysSilent();
      expect(await centre.casesOf(call)).toEqual([]);
      expect(call.hasEnded).toBe(false);
    });

    atLength('that the lines are silent never, for an hour', async () => {
      const call = await waits();
      await centre.passes(60 * 60_000);
      expect(call.hasEnded).toBe(false);
      expect(call.heard.filter((text) => text === prompts.waitOffer).length).toBeGreaterThan(50);
    });
  });

  describe('a caller in line', () => {
    beforeAll(opens());

    test('with somebody signed in hears nothing of nobody', async () => {
      await isBusy('sam');
      const call = centre.dial(stranger);
      await call.presses('0');
      await call.hears(prompts.connecting);
      await call.isQueuedIn('support');
      await call.hears('queue-music');
      expect(await hearsNext(call)).toEqual([prompts.nextInLine, prompts.waitUnknown, prompts.waitOffer]);
      call.never.hears(prompts.nobodySignedIn);
    });

    test('hears the place, and that it has moved', async () => {
      await isBusy('sam');
      const first = await waits(imani);
      const call = await waits();
      expect(await hearsNext(call)).toContain(prompts.placeInLine({ position: '2' }));
      first.hangsUp();
      expect(await hearsNext(call)).toContain(prompts.nextInLine);
    });

    test('hears that everybody has gone meanwhile, and still waits', async () => {
      const sam = await isBusy('sam');
      const call = await waits();
      await call.hears('queue-music');
      sam.signsOut();
      expect(await hearsNext(call)).toEqual([prompts.nextInLine, prompts.waitNobody, prompts.waitOffer]);
    });

    test('leaves the number by 1 later on, and those behind move up', async () => {
      await isBusy('sam');
      const call = await waits();
      const behind = await waits(imani);
      await call.hears(prompts.waitOffer);
      await call.presses('1');
      await call.endsIn('goodbye.');
      expect(await centre.casesOf(call)).toMatchObject([{ reason: 'left-queue', status: 'open' }]);
      expect(await hearsNext(behind)).toContain(prompts.nextInLine);
    });

    test('presses another key at the offer, is told so and stays in line', async () => {
      await isBusy('sam');
      const call = await waits();
      await call.hears(prompts.waitOffer);
      await call.presses('5');
      await call.hears(prompts.waitOtherKey);
      await call.hears('queue-music');
    });

    /** In line, asked for a number where the own one is withheld. */
    async function isAskedForNumber(): Promise<Call> {
      const call = await waits(withheld);
      await call.hears(prompts.waitOffer);
      await call.presses('1');
      await call.hears(prompts.numberUnseen);
      await call.hears(prompts.askNumber);
      return call;
    }

    test('keys a number where the own one is withheld: it is read back, kept with a promise, and those behind move up', async () => {
      await isBusy('sam');
      const call = await isAskedForNumber();
      const behind = await waits(imani);
      await call.presses('2025550178#');
      await call.hears(/^Your number is 2 0 2 5, 5 5 0 1, 7 8\./);
      await call.presses('1');
      await call.endsIn(/^We will call you at that number by .* goodbye\.$/);
      expect(await centre.casesOf(call)).toMatchObject([
        { reason: 'left-queue', phoneNumber: '+12025550178', isVerified: false, status: 'open' },
      ]);
      expect(JSON.stringify([call.attributes, call.flowLog])).not.toContain('5550178');
      expect(await hearsNext(behind)).toContain(prompts.nextInLine);
    });

    test.each([
      ['none', ['0#']],
      ['three that are none', ['12#', '12#', '12#']],
    ])('keys %s where the own one is withheld, and stays in line', async (_what, keys) => {
      await isBusy('sam');
      const call = await isAskedForNumber();
      for (const key of keys) await call.presses(key);
      await call.hears(prompts.waitWithheld);
      await call.hears('queue-music');
      expect(await centre.casesOf(call)).toEqual([]);
      expect(await hearsNext(call)).toContain(prompts.nextInLine);
    });

    test('keys a number that cannot be kept, hears so and stays in line', async () => {
      await isBusy('sam');
      const call = await isAskedForNumber();
      centre.fault('leave-number', throwsAtOnce());
      await call.presses('2025550178#');
      await call.presses('1');
      await call.hears(prompts.waitMessageFault);
      await call.hears('queue-music');
    });

    test('talks to an agent who becomes free while a number is keyed; nothing is kept, and the flow log goes on', async () => {
      const call = centre.dial(withheld);
      await call.presses('0');
      await call.staysSilent();
      await call.hears(prompts.waitOffer);
      await call.presses('1');
      await call.hears(prompts.askNumber);
      call.pressesAtOnce('20255');
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await sam.accepts(call);
      await sam.talksTo(call);
      await call.isConnected();
      expect(await centre.casesOf(call)).toEqual([]);
      const log = JSON.stringify(call.flowLog);
      expect(log).toContain('agent-whisper');
      expect(log).not.toContain('20255');
    });

    test('talks to an agent who becomes free while the promise is being read; the case stays', async () => {
      const call = await waits();
      await call.presses('1');
      await call.hears('We will call you');
      const sam = centre.agent('sam');
      sam.becomesAvailable();
      await sam.accepts(call);
      await sam.talksTo(call);
      expect(await centre.casesOf(call)).toHaveLength(1);
    });

    atLength('has one case however often it is asked for', async () => {
      const call = centre.dial({ ...stranger, faults: { 'open-case': answerLost() } });
      await call.presses('0');
      await call.presses('1');
      await call.hears(prompts.nobodyMessageFault);
      await call.hears(prompts.waitOffer);
      await call.presses('1');
      await call.endsIn('goodbye.');
      expect(await centre.casesOf(call)).toHaveLength(1);
    });
  });

  describe('a number that cannot be kept', () => {
    beforeAll(opens());

    test.each([
      ['because the function throws', throwsAtOnce],
      ['because it is throttled', throttled],
      ['because it is too slow', timeout],
      ['because it answers nothing', () => answers('empty-result')],
    ])('%s is said in words before the queue and in it, and the caller waits', async (_why, fault) => {
      const call = centre.dial({ ...stranger, faults: { 'open-case': fault() } });
      await call.presses('0');
      await call.presses('1');
      await call.hears(prompts.nobodyMessageFault);
      await call.hears('queue-music');
      centre.fault('open-case', fault());
      await call.hears(prompts.waitOffer);
      await call.presses('1');
      await call.hears(prompts.waitMessageFault);
      await call.hears('queue-music');
      expect(call.hasEnded).toBe(false);
    });
  });
});
