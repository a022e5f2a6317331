/** Whether an observation hears its message, and how sure that is to happen on the service too. */
import { likenessOf, type Said, SIMILAR_FROM, SURE_FROM } from './matching.ts';
import type { ObservedEvent } from './test-case.ts';

export type MessageEvent = Extract<ObservedEvent, { kind: 'message' }>;

/** A message as it was heard. */
export interface Message {
  readonly said: Said;
  /** All that was said since the flow last did something else, this message last; without words, none. */
  readonly run: readonly string[];
  /** The same for all messages of a run. */
  readonly runNumber: number;
}

export interface Heard {
  readonly matches: boolean;
  /** To be put after the name of the observation. */
  readonly doubts: readonly string[];
}

/**
 * Reports differ on whether the service gives consecutive prompts one by one or as one message, so both are tried.
 * @param before how many messages of the run came before the observation became active
 */
export function hears(
  { message, matching }: MessageEvent,
  { said, run }: Message,
  before: number,
  promptName: (promptId: string) => string | undefined,
): Heard {
  const alone = likenessOf(message, matching, said, promptName);
  const words = run.slice(before);
  const whole =
    words.length < 2
      ? alone
      : likenessOf(message, matching, { text: words.join(' '), form: 'ssml' }, promptName);
  const best = Math.max(alone, whole);
  if (best < SIMILAR_FROM) return { matches: false, doubts: [] };
  const doubts: string[] = [];
  if (best < SURE_FROM)
    doubts.push(
      `is ${Math.round(best * 100)} % alike to what was said, and the service may decide otherwise`,
    );
  if (alone < SIMILAR_FROM)
    doubts.push('takes consecutive prompts as one message, which not every report says');
  else if (before > 0)
    doubts.push('takes consecutive prompts as messages of their own, which not every report says');
  return { matches: true, doubts };
}
