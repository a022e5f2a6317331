/** The instance with the day's people in it: one user for each place of each shift, and the day's limits of queues and routing profiles. */
import type { Instance, RoutingProfile, User } from '../contact/instance.ts';
import type { ProfileChange, Scenario } from './scenario.ts';
import { ScenarioUnfit } from './scenario-unfit.ts';
import { unfitting } from './unfit.ts';

export interface PlannedAgent {
  readonly userId: string;
  readonly fromHour: number;
  readonly untilHour: number;
}

/** @throws ScenarioUnfit for what the instance does not have */
export function staffedInstance(
  instance: Instance,
  scenario: Scenario,
): { readonly instance: Instance; readonly agents: readonly PlannedAgent[] } {
  const unfit = unfitting(scenario, instance);
  if (unfit.length > 0) throw new ScenarioUnfit(unfit);
  const { shifts, queues } = scenario;
  const users: User[] = [];
  const agents: PlannedAgent[] = [];
  for (const { name, routingProfile, agents: count, proficiencies = [], fromHour, untilHour } of shifts) {
    const profile = instance.routingProfiles.find((each) => each.name === routingProfile);
    if (profile === undefined) throw new Error(`there is no routing profile '${routingProfile}'`);
    for (let number = 1; number <= count; number += 1) {
      const id = `${name}-${number}`;
      users.push({
        arn: `${instance.arn}/agent/${id}`,
        id,
        username: id,
        firstName: name,
        lastName: String(number),
        routingProfileId: profile.id,
        afterContactWorkSeconds: 0,
        autoAccept: false,
        proficiencies,
      });
      agents.push({ userId: id, fromHour, untilHour });
    }
  }
  return {
    agents,
    instance: {
      ...instance,
      users,
      routingProfiles: instance.routingProfiles.map((profile) =>
        changed(profile, scenario.routingProfiles?.[profile.name], instance),
      ),
      queues: instance.queues.map((queue) => ({ ...queue, ...queues[queue.name] })),
    },
  };
}

/** What an agent of the profile serves on this day. */
function changed(
  profile: RoutingProfile,
  { concurrency = {}, queues = [], crossChannel }: ProfileChange = {},
  instance: Instance,
): RoutingProfile {
  const more = queues.flatMap(({ queue, ...served }) =>
    instance.queues.filter(({ name }) => name === queue).map(({ id: queueId }) => ({ queueId, ...served })),
  );
  return {
    ...profile,
    concurrency: { ...profile.concurrency, ...concurrency },
    queues: [...profile.queues, ...more],
    ...(crossChannel === undefined ? {} : { crossChannel }),
  };
}
