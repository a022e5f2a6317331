/**
 * One simulated day of our own flows with functions modelled, in a process of its own: `node simulated-day.ts CALLS AGENTS`.
 * Prints what it took as JSON.
 */

import { runModelledDay } from '../../engine/simulation/day.ts';
import { readScenario } from '../../local/simulation/scenario-file.ts';
import { ourInstance } from './our-flows.ts';

const MILLION = 1_000_000;
/** A Thursday, on which the centre of the benchmarks is open. */
const THURSDAY = '2026-11-12T07:00:00Z';

const [calls = 0, agents = 0] = process.argv.slice(2).map(Number);
const scenario = {
  ...readScenario('contact-flows/scenarios/weekday.json'),
  startsAt: THURSDAY,
  calls,
  shifts: [{ name: 'all', routingProfile: 'agents', agents, fromHour: 0, untilHour: 13 }],
  queues: { support: { maxContacts: calls }, orders: { maxContacts: calls } },
};
const instance = ourInstance();
const cpu = process.cpuUsage();
const fromMs = performance.now();
const { laws, tally } = runModelledDay({ scenario, instance, seed: 1 });
const { user, system } = process.cpuUsage(cpu);
if (laws.account().in !== calls + tally.returned) throw new Error('callers are missing');
process.stdout.write(
  JSON.stringify({
    seconds: (performance.now() - fromMs) / 1000,
    processorSeconds: (user + system) / MILLION,
    mebibytes: process.resourceUsage().maxRSS / 1024,
  }),
);
