/** The formulas against values that are known, and the simulator against the formulas where their assumptions hold. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { runModelledDay } from '../../../engine/simulation/day.ts';
import { agentsNeeded, erlangA, erlangB, erlangC } from '../../../engine/simulation/erlang.ts';
import { type DayResult, dayResult } from '../../../engine/simulation/result.ts';
import { isFull } from '../../calls/counts.ts';
import { oneQueue, oneQueueDay, type QueueLoad } from './one-queue.ts';

const load = { callsAnHour: 100, handleSeconds: 180 };

describe('the formulas', () => {
  test('of Erlang B are those of the tables', () => {
    expect(erlangB(1, 1)).toBeCloseTo(0.5, 12);
    expect(erlangB(10, 5)).toBeCloseTo(0.018385, 6);
    expect(erlangB(0, 3)).toBe(1);
  });
  test('of Erlang C are those of M/M/1, and of the tables for eight agents and five erlangs', () => {
    const one = erlangC({ callsAnHour: 10, handleSeconds: 180 }, 1, 0);
    expect(one?.waitShare).toBeCloseTo(0.5, 12);
    expect(one?.waitSeconds).toBeCloseTo(180, 9);
    const eight = erlangC(load, 8, 20);
    expect(eight?.waitShare).toBeCloseTo(0.16729, 4);
    expect(eight?.waitSeconds).toBeCloseTo((0.16729 * 180) / 3, 2);
    expect(eight?.serviceShare).toBeCloseTo(1 - 0.16729 * Math.exp(-1 / 3), 4);
  });
  test('know no end of waiting where there are too few agents', () => {
    expect(erlangC(load, 5, 20)).toBeUndefined();
    expect(erlangC({ callsAnHour: 0, handleSeconds: 180 }, 0, 20)?.serviceShare).toBe(1);
    expect(() => agentsNeeded(() => false)).toThrow('100000 agents are not enough');
  });
  test('agree where patience is endless', () => {
    const byC = erlangC(load, 8, 20);
    const byA = erlangA(load, 8, 1e7, 20);
    expect(byA.waitSeconds).toBeCloseTo(byC?.waitSeconds ?? 0, 2);
    expect(byA.serviceShare).toBeCloseTo(byC?.serviceShare ?? 0, 2);
    expect(byA.abandonShare).toBeLessThan(1e-5);
  });
  test('balance: who comes is served or leaves, and agents are busy with those who are served', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.integer({ min: 30, max: 600 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 20, max: 2_000 }),
        (callsAnHour, handleSeconds, agents, patience) => {
          const expected = erlangA({ callsAnHour, handleSeconds }, agents, patience, 20);
          const offered = (callsAnHour * handleSeconds) / 3600;
          expect(expected.occupancy * agents).toBeCloseTo(offered * (1 - expected.abandonShare), 6);
          expect(expected.waitSeconds).toBeCloseTo(expected.abandonShare * patience, 4);
          expect(expected.serviceShare).toBeLessThanOrEqual(1 - expected.abandonShare + 1e-3);
          expect(expected.occupancy).toBeLessThanOrEqual(1 + 1e-9);
        },
      ),
      { numRuns: 20 },
    );
  });
  test('need no more agents for a smaller load, and fewer where some callers leave', () => {
    const needed = (callsAnHour: number) =>
      agentsNeeded(
        (agents) => (erlangC({ callsAnHour, handleSeconds: 180 }, agents, 20)?.serviceShare ?? 0) >= 0.8,
      );
    expect(needed(100)).toBe(8);
    expect(needed(50)).toBeLessThan(8);
    expect(agentsNeeded((agents) => erlangA(load, agents, 60, 20).serviceShare >= 0.8)).toBeLessThanOrEqual(
      8,
    );
  });
});

/** Days with several seeds; their means. */
function simulated(queue: QueueLoad, seeds: readonly number[]) {
  const days = seeds.map((seed) =>
    dayResult(runModelledDay({ scenario: oneQueueDay(queue), instance: oneQueue, seed }), seed, 'modelled'),
  );
  const mean = (pick: (day: DayResult) => number) =>
    days.reduce((sum, day) => sum + pick(day), 0) / days.length;
  return {
    waitSeconds: mean((day) => day.queue.meanWaitOfAll),
    serviceShare: mean((day) => day.queue.serviceLevel),
    abandonShare: mean((day) => day.queue.abandonment),
    handleSeconds: mean((day) => day.agents.handleSeconds),
  };
}

/** How far apart, as a share of what was expected. */
const off = (found: number, expected: number): number => Math.abs(found - expected) / expected;

/** A mean wait needs very many calls; few of them are held to less. */
const [CALLS, TOLERANCE] = isFull ? [200_000, 0.02] : [8_000, 0.2];
const SEEDS = isFull ? [1, 2, 3] : [1];

describe('the simulator', () => {
  test(`waits as Erlang C says, within ${100 * TOLERANCE} %`, () => {
    const queue = { callsAnHour: 60, handleSeconds: 180, agents: 5 };
    const found = simulated({ ...queue, calls: CALLS }, SEEDS);
    const expected = erlangC(queue, queue.agents, 20);
    expect(off(found.handleSeconds, 180)).toBeLessThan(TOLERANCE);
    expect(off(found.waitSeconds, expected?.waitSeconds ?? 0)).toBeLessThan(TOLERANCE);
    expect(off(found.serviceShare, expected?.serviceShare ?? 0)).toBeLessThan(TOLERANCE);
    expect(found.abandonShare).toBe(0);
  });
  test(`loses callers as Erlang A says, within ${100 * TOLERANCE} %`, () => {
    const queue = { callsAnHour: 200, handleSeconds: 180, agents: 10, patienceSeconds: 120 };
    const found = simulated({ ...queue, calls: CALLS / 2 }, SEEDS);
    const expected = erlangA(queue, queue.agents, queue.patienceSeconds, 20);
    expect(off(found.abandonShare, expected.abandonShare)).toBeLessThan(TOLERANCE);
    expect(off(found.waitSeconds, expected.waitSeconds)).toBeLessThan(TOLERANCE);
    expect(off(found.serviceShare, expected.serviceShare)).toBeLessThan(TOLERANCE);
  });
});
