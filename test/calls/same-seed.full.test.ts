/** One seed, one run: a call can be lived through again byte for byte. */
import { expect, test } from '@jest/globals';
import { openCentre } from '../kit/centre.ts';
import { answerLost } from '../kit/faults.ts';
import { greta, stranger, WRONG_PIN } from '../kit/people.ts';
import { transcript } from '../kit/transcript.ts';

/** Two calls with agents, a lost answer and a case; everything that is left of them as text. */
async function livesThrough(seed: number): Promise<{ readonly told: string; readonly kept: string }> {
  const centre = await openCentre({ seed, at: '2026-11-26T12:00:00-05:00' });
  const customer = centre.dial(greta);
  await customer.presses('1');
  await customer.presses(`${WRONG_PIN}#`);
  await customer.presses(`${greta.pin}#`);
  const other = centre.dial({ ...stranger, faults: { 'open-case': answerLost(2) } });
  await customer.presses('1005#');
  await other.presses('0');
  await other.staysSilent();
  await other.endsIn('goodbye.');
  await customer.presses('9');
  await customer.endsIn('Goodbye.');
  const calls = [customer, other];
  const kept = JSON.stringify([
    calls.map(({ moments, flowLog, functionLog }) => ({ moments, flowLog, functionLog })),
    await centre.items('CasesTable'),
  ]);
  await centre.everybodyLeaves();
  await centre.close();
  return { told: calls.map(({ moments }) => transcript(moments)).join('\n\n'), kept };
}

test('the same seed gives the same calls byte for byte; another one gives the same words with other identifiers', async () => {
  const [first, second, other] = [await livesThrough(7), await livesThrough(7), await livesThrough(8)];
  expect(second.told).toBe(first.told);
  expect(second.kept).toBe(first.kept);
  const withoutCaseNumbers = (told: string) => told.replaceAll(/\d( \d){3}, \d( \d){3}/g, '');
  expect(withoutCaseNumbers(other.told)).toBe(withoutCaseNumbers(first.told));
  expect(other.kept).not.toBe(first.kept);
});
