/** Plain pictures of tasks. */
import type { TaskReference } from '../blocks/step.ts';
import { maskText } from './masking.ts';
import type { Contact } from './model.ts';
import type { TaskState, TaskTimes } from './task-state.ts';

/** What a task says to the agent, and what has become of it. */
export interface TaskDescription {
  readonly times?: TaskTimes;
  readonly name: string;
  readonly description?: string;
  readonly references: Readonly<Record<string, TaskReference>>;
}

function timesOf({
  lastPausedAtMs,
  lastResumedAtMs,
  pausedTotalMs,
  pauses,
  scheduledAtMs,
}: TaskState): TaskTimes {
  return {
    ...(scheduledAtMs === undefined ? {} : { scheduledAtMs }),
    pauses,
    pausedTotalMs,
    ...(lastPausedAtMs === undefined ? {} : { lastPausedAtMs }),
    ...(lastResumedAtMs === undefined ? {} : { lastResumedAtMs }),
  };
}

export function taskOf({ channel, data, references, secrets, task }: Contact): TaskDescription | undefined {
  if (channel !== 'TASK') return undefined;
  const description = data?.get('Description');
  const shown: Record<string, TaskReference> = {};
  for (const [name, { Type, Value }] of references ?? [])
    shown[name] = { Type, Value: maskText(secrets, Value) };
  // Of tasks that nothing was put off or paused of there is nothing to tell.
  const times =
    task === undefined || (task.pauses === 0 && task.scheduledAtMs === undefined)
      ? {}
      : { times: timesOf(task) };
  return {
    ...times,
    name: maskText(secrets, data?.get('Name') ?? ''),
    ...(description === undefined ? {} : { description: maskText(secrets, description) }),
    references: shown,
  };
}
