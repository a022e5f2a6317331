/** How long a simulated day takes, on our own flows with functions modelled: a whole one, and whether it is linear. */
import { runModelledDay } from '../../engine/simulation/day.ts';
import type { Scenario } from '../../engine/simulation/scenario.ts';
import { readScenario } from '../../local/simulation/scenario-file.ts';
import type { Figures } from './area.ts';
import { ourInstance } from './our-flows.ts';

const CALLS = 100_000;
const AGENTS = 500;
const MILLION = 1_000_000;
/** A Thursday, on which the centre of the benchmarks is open. */
const THURSDAY = '2026-11-12T07:00:00Z';

/**
 * `simulation.<calls>-calls` is the time by the clock, `.cpu` that of the processor. The whole day is run where
 * `CALLWRIGHT_COUNTS` is `full`; else a tenth of it, with a tenth of the agents, and the whole by ten times its time.
 */
export async function benchSimulation(): Promise<Figures> {
  const scale = process.env['CALLWRIGHT_COUNTS'] === 'full' ? 1 : 10;
  const results: Record<string, { value: number; unit: string }> = {};
  for (const calls of [CALLS / scale / 4, CALLS / scale]) {
    const scenario = dayOf(calls, (AGENTS * calls) / CALLS);
    const instance = ourInstance();
    const cpu = process.cpuUsage();
    const from = performance.now();
    const { laws, tally } = runModelledDay({ scenario, instance, seed: 1 });
    const { user, system } = process.cpuUsage(cpu);
    if (laws.account().in !== calls + tally.returned) throw new Error('callers are missing');
    results[`simulation.${calls}-calls`] = { value: (performance.now() - from) / 1000, unit: 's' };
    results[`simulation.${calls}-calls.cpu`] = { value: (user + system) / MILLION, unit: 's' };
  }
  // Cost is linear in calls: a smaller day says what the whole one takes.
  for (const kind of scale === 1 ? [] : ['', '.cpu']) {
    const { value = 0 } = results[`simulation.${CALLS / scale}-calls${kind}`] ?? {};
    results[`simulation.${CALLS}-calls${kind}`] = { value: value * scale, unit: 's' };
  }
  results['simulation.memory'] = { value: process.resourceUsage().maxRSS / 1024, unit: 'MiB' };
  return results;
}

function dayOf(calls: number, agents: number): Scenario {
  return {
    ...readScenario('contact-flows/scenarios/weekday.json'),
    startsAt: THURSDAY,
    calls,
    shifts: [{ name: 'all', routingProfile: 'agents', agents, fromHour: 0, untilHour: 13 }],
    queues: { support: { maxContacts: calls }, orders: { maxContacts: calls } },
  };
}
