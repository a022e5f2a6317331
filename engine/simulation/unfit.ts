/** Holds a scenario against the instance in which its day is to pass, before anybody calls. */
import type { Instance } from '../contact/instance.ts';
import { parseFlow } from '../language/parse.ts';
import { didYouMean } from '../language/similar.ts';
import type { Scenario } from './scenario.ts';
import type { Unfit } from './scenario-unfit.ts';

export function unfitting(scenario: Scenario, instance: Instance): readonly Unfit[] {
  const { shifts, queues, callers } = scenario;
  const found: Unfit[] = [];
  const hold = (what: string, place: string, given: string, known: readonly string[]): void => {
    if (!known.includes(given)) found.push({ place, problem: unknown(what, given, known) });
  };
  const profiles = names(instance.routingProfiles);
  for (const [at, { routingProfile }] of shifts.entries())
    hold('routing profile', `shifts.${at}.routingProfile`, routingProfile, profiles);
  for (const queue of Object.keys(queues)) hold('queue', `queues.${queue}`, queue, names(instance.queues));
  const steps = stepsOf(instance);
  for (const [at, { keys }] of callers.intents.entries())
    for (const question of Object.keys(keys)) {
      const [flow = '', step = ''] = question.split('/');
      const known = steps.get(flow);
      // A scenario may be for several deployments: what it says of a flow that is not there is for another one.
      if (known !== undefined && !known.includes(step))
        found.push({
          place: `callers.intents.${at}.keys.${question}`,
          problem: `the flow '${flow}' has no step '${step}'${didYouMean(step, known)}`,
        });
    }
  return found;
}

/** Names of steps by names of flows. */
const stepsOf = ({ flows }: Instance): ReadonlyMap<string, readonly string[]> =>
  new Map(
    flows.map(({ name, content }) => [
      name,
      (parseFlow(content).document?.Actions ?? []).map(({ Identifier }) => Identifier),
    ]),
  );

const names = (all: readonly { readonly name: string }[]): readonly string[] => all.map(({ name }) => name);

function unknown(what: string, given: string, known: readonly string[]): string {
  const meant = didYouMean(given, known);
  const end = meant === '' ? `; there are ${known.map((name) => `'${name}'`).join(', ')}` : meant;
  return `the instance has no ${what} '${given}'${end}`;
}
