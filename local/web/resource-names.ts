/** Short names in place of ARNs, as a person calls the things of the instance. */
import type { Instance } from '../../engine/contact/instance.ts';

export interface ResourceNames {
  /** The unique name of a flow or module by its ARN or id; undefined for none. */
  flow(arnOrId: string): string | undefined;
  /** The text with every whole-value ARN of the instance or of a function replaced by a short name. */
  shown(value: string): string;
}

const FUNCTION_ARN = /^arn:[\w-]+:lambda:[\w-]+:\d*:function:([^:]+)/;

export function namesOf(instance: Instance): ResourceNames {
  const flows = new Map<string, string>();
  const taken = new Set<string>();
  for (const { arn, id, name, type } of instance.flows) {
    // A module may have the name of a flow.
    let unique = taken.has(name) && type === 'MODULE' ? `${name} (module)` : name;
    for (let count = 2; taken.has(unique); count += 1) unique = `${name} (${count})`;
    taken.add(unique);
    flows.set(arn, unique);
    flows.set(id, unique);
  }
  const names = new Map(flows);
  for (const { arn, name } of [...instance.queues, ...instance.hours, ...instance.prompts])
    names.set(arn, name);
  for (const { arn, username } of instance.users) names.set(arn, username);
  return {
    flow: (arnOrId) => flows.get(arnOrId),
    shown: (value) => names.get(value) ?? FUNCTION_ARN.exec(value)?.[1] ?? value,
  };
}
