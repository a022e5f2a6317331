/**
 * Every way out of every step of the deployed flows is taken by a call, error branches too, and each of these calls is
 * for caller, agent and whoever looks on as somebody has approved it (`CALLWRIGHT_APPROVE=yes` approves them anew).
 */
import { expect, test } from '@jest/globals';
import impossible from '../../contact-flows/never-taken.json' with { type: 'json' };
import { approve, approved } from './transitions/approved.ts';
import { Met, Walker, walkAll } from './transitions/walk.ts';
import { WORLDS } from './transitions/worlds.ts';

/** Whoever approves calls reads what has changed in them. */
const approves = process.env['CALLWRIGHT_APPROVE'] === 'yes';
/** So many calls are shown that are not as approved. */
const SHOWN_MAX = 10;

const met = new Met();

for (const { name, open } of WORLDS)
  test(`calls go as approved: ${name}`, async () => {
    const world = await open();
    const walks = await Walker.at(world)
      .then((walker) => walkAll(walker, met))
      .finally(() => world.centre.close());
    if (approves) approve(name, walks);
    const before = approved(name);
    expect(walks.map((walk) => walk.name)).toEqual([...before.keys()]);
    const others = walks.filter((walk) => before.get(walk.name)?.join('\n') !== walk.lines.join('\n'));
    const now = others.slice(0, SHOWN_MAX).map((walk) => [walk.name, ...walk.lines]);
    expect(now).toEqual(now.map(([walk = '']) => [walk, ...(before.get(walk) ?? [])]));
  }, 600_000);

test('every transition is taken, but for those that are impossible', () => {
  expect(met.left.toSorted()).toEqual(Object.keys(impossible).toSorted());
});
