/** The shipped scenario on our own flows, without a cloud: small days for tests. */
import type { Instance } from '../../../engine/contact/instance.ts';
import type { Scenario } from '../../../engine/simulation/scenario.ts';
import { readScenario } from '../../../local/simulation/scenario-file.ts';
import { ourInstance } from '../../bench/our-flows.ts';

/** A Thursday: the centre of the tests is open on Thursdays. */
const THURSDAY = '2026-11-12T00:00:00Z';

export const instance: Instance = ourInstance();

const shipped = readScenario('contact-flows/scenarios/weekday.json');

export const weekday = (change: Partial<Scenario> = {}): Scenario => ({
  ...shipped,
  startsAt: THURSDAY,
  calls: 80,
  profile: [1],
  shifts: [{ name: 'all', routingProfile: 'agents', agents: 12, fromHour: 0, untilHour: 3 }],
  ...change,
});

/** The instance with one flow changed: what a careless author might publish. */
export const withFlow = (name: string, change: (content: string) => string): Instance => ({
  ...instance,
  flows: instance.flows.map((flow) =>
    flow.name === name ? { ...flow, content: change(flow.content) } : flow,
  ),
});
