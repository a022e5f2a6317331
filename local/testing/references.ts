/** What `${kind.name}` in a test case stands for in a deployed stack. */
import type { Lookup } from '../../engine/testing-language/references.ts';
import type { Cloud } from '../cloud.ts';

/** Functions go by their names without the stack's in front, as flows name them. */
export function referencesOf({
  centre,
  functions,
  stack,
}: Pick<Cloud, 'centre' | 'functions' | 'stack'>): Lookup {
  const { queues, hours, prompts, flows, phoneNumbers } = centre.instance;
  const lookup = new Map<string, string>();
  for (const { name, arn } of queues) lookup.set(`queue.${name}`, arn);
  for (const { name, arn } of hours) lookup.set(`hours.${name}`, arn);
  for (const { name, arn } of prompts) lookup.set(`prompt.${name}`, arn);
  for (const { name, arn, type } of flows)
    lookup.set(`${type === 'MODULE' ? 'module' : 'flow'}.${name}`, arn);
  const prefix = `${stack.stackName.toLowerCase()}-`;
  for (const { name, arn } of functions.definitions())
    lookup.set(`function.${name.startsWith(prefix) ? name.slice(prefix.length) : name}`, arn);
  const [number] = phoneNumbers;
  if (number !== undefined) lookup.set('number', number.number);
  return lookup;
}
