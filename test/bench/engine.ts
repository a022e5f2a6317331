/** How fast the contact engine is: calls a second with every effect kept, and memory of callers who wait. */
import { createWorld, step } from '../../engine/contact/engine.ts';
import { type BenchCall, benchCall, benchInstance, readBenchCalls } from './calls.ts';
import { callToQueue, ourWorld, passTime } from './our-flows.ts';

const MEASURE_MS = 1_000;
const WAITING = 5_000;
/** Contacts that wait in the queue while calls come through the menu. */
const GROWTH = [1, 100, 1_000] as const;

/** One process, one core, trace and virtual clock on. The calls of fixed length only where `../shared/bench` is there. */
export async function benchEngine(): Promise<Record<string, { value: number; unit: string }>> {
  const results: Record<string, { value: number; unit: string }> = {};
  for (const call of readBenchCalls()) {
    const callsPerSecond = rateOf(benchCall(call));
    results[`engine.${call.name}`] = { value: Math.round(callsPerSecond), unit: 'calls/s' };
    results[`engine.${call.name}.blocks`] = {
      value: Math.round(callsPerSecond * call.blocks),
      unit: 'blocks/s',
    };
  }
  for (const waiting of GROWTH) {
    const name = waiting === 1 ? 'engine.main-menu' : `engine.main-menu.${waiting}-waiting`;
    results[name] = { value: Math.round(rateOf(mainMenu(waiting))), unit: 'calls/s' };
  }
  results['engine.waiting'] = { value: Math.round(minutesOfWaiting()), unit: 'contact-minutes/s' };
  const [first] = readBenchCalls();
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

function rateOf(call: () => unknown): number {
  for (let warm = 0; warm < 300; warm += 1) call();
  let calls = 0;
  const from = performance.now();
  let tookMs = 0;
  while (tookMs < MEASURE_MS) {
    for (let batch = 0; batch < 20; batch += 1) call();
    calls += 20;
    tookMs = performance.now() - from;
  }
  return (calls * 1000) / tookMs;
}

/** A thousand callers who hear our queue flow: how many minutes of all of them go by in a second. */
function minutesOfWaiting(): number {
  const world = ourWorld();
  for (let contact = 0; contact < 1_000; contact += 1) callToQueue(world);
  passTime(world, 60_000);
  const from = performance.now();
  let minutes = 0;
  let tookMs = 0;
  while (tookMs < MEASURE_MS) {
    passTime(world, 60_000);
    minutes += 1_000;
    tookMs = performance.now() - from;
  }
  return (minutes * 1000) / tookMs;
}

/** A caller in the middle of the menu's prompt: the smallest thing that the engine keeps for somebody on the line. */
function bytesOfWaitingContact(call: BenchCall): number {
  const instance = benchInstance(call);
  const world = createWorld({ instance, seed: 1, nowMs: 0 });
  const to = instance.phoneNumbers[0]?.number ?? '';
  const dial = () => step(world, { kind: 'dial', to, from: '+12025550123', playback: 'estimated' }, 0);
  for (let warm = 0; warm < 500; warm += 1) dial();
  const before = usedBytes();
  for (let contact = 0; contact < WAITING; contact += 1) dial();
  const after = usedBytes();
  if (world.contacts.size !== WAITING + 500) throw new Error('callers are missing');
  return (after - before) / WAITING;
}

/** A caller who has come through our menu with all its attributes and hears music in the queue. */
function bytesOfQueuedContact(): number {
  const world = ourWorld();
  for (let warm = 0; warm < 500; warm += 1) callToQueue(world);
  const before = usedBytes();
  for (let contact = 0; contact < WAITING; contact += 1) callToQueue(world);
  const after = usedBytes();
  if (world.contacts.size !== WAITING + 500) throw new Error('callers are missing');
  return (after - before) / WAITING;
}

/** After a collection where the process can ask for one (`--expose-gc`); otherwise an upper bound. */
function usedBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
