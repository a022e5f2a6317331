/** Who does not know the PIN lives through the same call as who does, whoever they are. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { type ContactCentre, openCentre } from '../kit/centre.ts';
import { greta, imani, noor, stranger, tomas, WRONG_PIN, withheld } from '../kit/people.ts';
import { isFull } from './counts.ts';

let centre: ContactCentre;
beforeAll(async () => {
  centre = await openCentre();
});
afterEach(() => centre.everybodyLeaves());
afterAll(() => centre.close());

describe('before the PIN is right, a call tells nobody who is a customer', () => {
  const lives = async (person: { readonly from?: string }, pin = WRONG_PIN): Promise<string[]> => {
    const call = centre.dial(person);
    await call.presses('1');
    await centre.passes(1_500);
    for (let count = 0; count < 3; count += 1) {
      await call.presses(`${pin}#`);
      await centre.passes(700);
    }
    await call.isQueuedIn('orders');
    const experience = call.experience;
    await centre.everybodyLeaves();
    return experience;
  };
  const strangers = (count: number): { from: string }[] =>
    Array.from({ length: count }, (_, index) => ({
      from: `+1202555${String(1000 + index).padStart(4, '0')}`,
    }));
  const callers = [
    imani,
    withheld,
    ...strangers(isFull ? 300 : 1),
    ...(isFull ? [{ from: '+12025550112' }, tomas, noor, greta, stranger] : []),
  ];

  test(`${callers.length} callers with wrong PINs live through the same words at the same times`, async () => {
    const first = await lives(stranger);
    expect(first.length).toBeGreaterThan(30);
    for (const person of callers) expect(await lives(person)).toEqual(first);
  }, 3_600_000);

  test('one whose account is locked, with the right PIN, lives through the same too', async () => {
    await centre.setPin(tomas, tomas.pin);
    for (let count = 0; count < 2; count += 1) await lives(tomas);
    const locked = await lives(tomas, tomas.pin);
    const unknown = await lives(stranger, tomas.pin);
    expect(locked).toEqual(unknown);
  });
});
