/** How fast the contact engine is: calls a second without and with records, and memory of callers who wait. */
import { createWorld, step } from '../../engine/contact/engine.ts';
import type { Figures } from './area.ts';
import { type BenchCall, benchCall, benchInstance, readBenchCalls } from './calls.ts';
import { callToQueue, ourWorld, passTime } from './our-flows.ts';
import { usedBytes } from './used-bytes.ts';

/** Many short rounds: on a machine that others use, one of them finds a core for itself. Each has several small collections. */
const ROUNDS = 20;
const ROUND_MS = 100;
const WARM_CALLS = 2_000;
/** Reading the clock takes as long as a fortieth of the shortest call. */
const CALLS_AT_ONCE = 16;
const WAITING = 5_000;
/** Contacts that wait in the queue while calls come through the menu. */
const GROWTH = [1, 100, 1_000] as const;

/**
 * One process, one core, the virtual clock; each rate is the best round of many. `.trace`: with `step-taken` and
 * `flow-log` effects. The calls of fixed length only where `../shared/bench` is there.
 */
export async function benchEngine(): Promise<Figures> {
  const results: Record<string, { value: number; unit: string }> = {};
  const calls = readBenchCalls();
  for (const call of calls) {
    results[`engine.${call.name}`] = { value: rateOf(benchCall(call, 'none')), unit: 'calls/s' };
    results[`engine.${call.name}.trace`] = { value: rateOf(benchCall(call, 'full')), unit: 'calls/s' };
  }
  for (const waiting of GROWTH) {
    const name = waiting === 1 ? 'engine.main-menu' : `engine.main-menu.${waiting}-waiting`;
    results[name] = { value: rateOf(mainMenu(waiting)), unit: 'calls/s' };
  }
  results['engine.waiting'] = {
    value: rateOf(minuteOfWaiting(1_000), 2, 1) * 1_000,
    unit: 'contact-minutes/s',
  };
  const [first] = calls;
  if (first !== undefined) {
    results['engine.waiting-contact'] = { value: Math.round(bytesOfWaitingContact(first)), unit: 'bytes' };
  }
  results['engine.queued-contact'] = { value: Math.round(bytesOfQueuedContact()), unit: 'bytes' };
  return results;
}

/** A call through our entry and menu into the queue, where so many wait already; then the caller hangs up. */
function mainMenu(waiting: number): () => unknown {
  const world = ourWorld();
  for (let contact = 0; contact < waiting; contact += 1) callToQueue(world);
  return () => {
    const { contactId, blocks } = callToQueue(world);
    step(world, { kind: 'caller-hangs-up', contactId }, world.nowMs);
    return blocks;
  };
}

/** Callers who hear our queue flow, for a minute. */
function minuteOfWaiting(callers: number): () => unknown {
  const world = ourWorld();
  for (let contact = 0; contact < callers; contact += 1) callToQueue(world);
  return () => passTime(world, 60_000);
}

/** Times a second, of the best round. @param times it is run before the clock is read. */
function rateOf(run: () => unknown, warmRuns = WARM_CALLS, times = CALLS_AT_ONCE): number {
  for (let warm = 0; warm < warmRuns; warm += 1) run();
  let best = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    let runs = 0;
    let tookMs = 0;
    while (tookMs < ROUND_MS) {
      for (let time = 0; time < times; time += 1) run();
      runs += times;
      tookMs = performance.now() - from;
    }
    best = Math.max(best, (runs * 1000) / tookMs);
  }
  return Math.round(best);
}

/** A caller in the middle of the menu's prompt: the smallest thing that the engine keeps for somebody on the line. */
function bytesOfWaitingContact(call: BenchCall): number {
  const instance = benchInstance(call);
  const world = createWorld({ instance, seed: 1, nowMs: 0 });
  const to = instance.phoneNumbers[0]?.number ?? '';
  const dial = () => step(world, { kind: 'dial', to, from: '+12025550123', playback: 'estimated' }, 0);
  return bytesOfOne(dial, () => world.contacts.size);
}

/** A caller who has come through our menu with all its attributes and hears music in the queue. */
function bytesOfQueuedContact(): number {
  const world = ourWorld();
  return bytesOfOne(
    () => callToQueue(world),
    () => world.contacts.size,
  );
}

function bytesOfOne(come: () => unknown, present: () => number): number {
  for (let warm = 0; warm < WARM_CALLS; warm += 1) come();
  const before = usedBytes();
  for (let contact = 0; contact < WAITING; contact += 1) come();
  const after = usedBytes();
  if (present() !== WAITING + WARM_CALLS) throw new Error('callers are missing');
  return (after - before) / WAITING;
}
