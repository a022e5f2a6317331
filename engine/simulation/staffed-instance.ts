/** The instance with the day's people in it: one user for each place of each shift, and the day's limits of queues. */
import type { Instance, User } from '../contact/instance.ts';
import type { Scenario } from './scenario.ts';

export interface PlannedAgent {
  readonly userId: string;
  readonly fromHour: number;
  readonly untilHour: number;
}

/** @throws Error for a routing profile or queue that the instance does not have */
export function staffedInstance(
  instance: Instance,
  { shifts, queues }: Scenario,
): { readonly instance: Instance; readonly agents: readonly PlannedAgent[] } {
  const users: User[] = [];
  const agents: PlannedAgent[] = [];
  for (const [at, { name, routingProfile, agents: count, fromHour, untilHour }] of shifts.entries()) {
    const profile = instance.routingProfiles.find((each) => each.name === routingProfile);
    if (profile === undefined)
      throw new Error(
        `shifts.${at}.routingProfile is '${routingProfile}'; the instance has ${listed(instance.routingProfiles)}`,
      );
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
      });
      agents.push({ userId: id, fromHour, untilHour });
    }
  }
  for (const name of Object.keys(queues))
    if (!instance.queues.some((queue) => queue.name === name))
      throw new Error(`queues.${name} is none of the instance's queues: ${listed(instance.queues)}`);
  return {
    agents,
    instance: {
      ...instance,
      users,
      queues: instance.queues.map((queue) => ({ ...queue, ...queues[queue.name] })),
    },
  };
}

const listed = (named: readonly { readonly name: string }[]): string =>
  named.map(({ name }) => `'${name}'`).join(', ');
