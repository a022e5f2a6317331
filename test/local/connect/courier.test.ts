/** What Connect sends comes at least once and mostly in order; how much not is a matter of a share and a seed. */
import { describe, expect, test } from '@jest/globals';
import {
  Courier,
  type Imperfection,
  LIKE_THE_SERVICE,
  PERFECT,
} from '../../../local/connect/records/courier.ts';

async function delivered(imperfection: Imperfection, seed = 1, count = 400) {
  let nowMs = 0;
  const courier = new Courier(() => nowMs, seed, imperfection);
  const came: number[] = [];
  for (let number = 0; number < count; number += 1) {
    courier.send(100, () => came.push(number));
    nowMs += 50;
    await courier.runDue();
  }
  for (let dueMs = courier.nextDueAtMs(); dueMs !== undefined; dueMs = courier.nextDueAtMs()) {
    nowMs = Math.max(nowMs, dueMs);
    await courier.runDue();
  }
  return { came, applied: courier.applied };
}
const inOrder = (numbers: readonly number[]): boolean =>
  numbers.every((number, at) => at === 0 || (numbers[at - 1] ?? 0) <= number);

describe('what is sent comes', () => {
  test('once and in order by a perfect courier', async () => {
    const { came, applied } = await delivered(PERFECT);
    expect(came).toEqual(Array.from({ length: 400 }, (_, number) => number));
    expect(applied).toEqual({ sent: 400, duplicates: 0, late: 0 });
  });
  test('at least once, some twice and some overtaken, by one like the service', async () => {
    const { came, applied } = await delivered(LIKE_THE_SERVICE);
    expect(new Set(came).size).toBe(400);
    expect(came).toHaveLength(400 + applied.duplicates);
    expect(Math.min(applied.duplicates, applied.late)).toBeGreaterThan(0);
    expect(inOrder(came)).toBe(false);
  });
  test('always twice where everything is doubled, and always late where everything is', async () => {
    expect((await delivered({ duplicates: 1, late: 0 })).came).toHaveLength(800);
    expect((await delivered({ duplicates: 0, late: 1 })).applied.late).toBe(400);
  });
  test('the same way from the same seed, and another way from another', async () => {
    const [one, same, other] = [
      await delivered(LIKE_THE_SERVICE, 3),
      await delivered(LIKE_THE_SERVICE, 3),
      await delivered(LIKE_THE_SERVICE, 4),
    ];
    expect(one).toEqual(same);
    expect(one.came).not.toEqual(other.came);
  });
});
