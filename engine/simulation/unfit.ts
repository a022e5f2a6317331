/** Holds a scenario against the instance in which its day is to pass, before anybody calls. */
import type { Instance } from '../contact/instance.ts';
import { parseFlow } from '../language/parse.ts';
import { didYouMean } from '../language/similar.ts';
import type { Scenario } from './scenario.ts';
import type { Unfit } from './scenario-unfit.ts';

export function unfitting(scenario: Scenario, instance: Instance): readonly Unfit[] {
  const { shifts, queues, callers, chats, tasks, routingProfiles = {} } = scenario;
  const found: Unfit[] = [];
  const hold = (what: string, place: string, given: string, known: readonly string[]): void => {
    if (!known.includes(given)) found.push({ place, problem: unknown(what, given, known) });
  };
  const profiles = names(instance.routingProfiles);
  for (const [at, { routingProfile }] of shifts.entries())
    hold('routing profile', `shifts.${at}.routingProfile`, routingProfile, profiles);
  for (const queue of Object.keys(queues)) hold('queue', `queues.${queue}`, queue, names(instance.queues));
  for (const [profile, { queues: served = [] }] of Object.entries(routingProfiles)) {
    hold('routing profile', `routingProfiles.${profile}`, profile, profiles);
    for (const [at, { queue }] of served.entries())
      hold('queue', `routingProfiles.${profile}.queues.${at}.queue`, queue, names(instance.queues));
  }
  const inbound = names(instance.flows.filter(({ type }) => type === 'CONTACT_FLOW'));
  if (chats !== undefined) hold('inbound flow', 'chats.flow', chats.flow, inbound);
  if (tasks !== undefined) hold('inbound flow', 'tasks.flow', tasks.flow, inbound);
  const steps = stepsOf(instance);
  const holdQuestions = (place: string, answers: Readonly<Record<string, unknown>>): void => {
    for (const question of Object.keys(answers)) {
      const [flow = '', step = ''] = question.split('/');
      const known = steps.get(flow);
      // A scenario may be for several deployments: what it says of a flow that is not there is for another one.
      if (known !== undefined && !known.includes(step))
        found.push({
          place: `${place}.${question}`,
          problem: `the flow '${flow}' has no step '${step}'${didYouMean(step, known)}`,
        });
    }
  };
  for (const [at, { keys }] of callers.intents.entries()) holdQuestions(`callers.intents.${at}.keys`, keys);
  holdQuestions('chats.says', chats?.says ?? {});
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
