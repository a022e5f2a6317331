/** Plain pictures of tasks. */
import type { TaskReference } from '../blocks/step.ts';
import { maskText } from './masking.ts';
import type { Contact } from './model.ts';

/** What a task says to the agent. */
export interface TaskDescription {
  readonly name: string;
  readonly description?: string;
  readonly references: Readonly<Record<string, TaskReference>>;
}

export function taskOf({ channel, data, references, secrets }: Contact): TaskDescription | undefined {
  if (channel !== 'TASK') return undefined;
  const description = data?.get('Description');
  const shown: Record<string, TaskReference> = {};
  for (const [name, { Type, Value }] of references ?? [])
    shown[name] = { Type, Value: maskText(secrets, Value) };
  return {
    name: maskText(secrets, data?.get('Name') ?? ''),
    ...(description === undefined ? {} : { description: maskText(secrets, description) }),
    references: shown,
  };
}
