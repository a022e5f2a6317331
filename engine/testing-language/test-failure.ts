/** Why a test failed, in the words of somebody who was on the line. */
import { TEST_CASE_MS_MAX } from '../limits.ts';
import { likeness } from './matching.ts';
import type { CompletionReason, FailureReason } from './records.ts';
import type { CallMoment } from './test-call.ts';
import type { Observation, ObservedEvent } from './test-case.ts';

export interface TestFailure {
  readonly type: CompletionReason['Type'];
  readonly reasons: readonly FailureReason[];
  readonly message: string;
  /** What the caller heard, in order. */
  readonly heard: readonly string[];
}

/**
 * @param waiting observations that were waited for at the end
 * @returns undefined for a test that passed
 */
export function failureOf(
  { Type, Message, FailureReasons }: CompletionReason,
  waiting: readonly Observation[],
  moments: readonly CallMoment[],
): TestFailure | undefined {
  if (Type === 'SUCCESS') return undefined;
  const heard = moments.flatMap(({ kind, text }) => (kind === 'hears' ? [text] : []));
  const message = Type === 'TIMEOUT' ? timedOut(waiting, heard, moments) : Message;
  return { type: Type, reasons: FailureReasons, message, heard };
}

function timedOut(
  waiting: readonly Observation[],
  heard: readonly string[],
  moments: readonly CallMoment[],
): string {
  const ended = moments.find(({ kind }) => kind === 'ended');
  const end = ended === undefined ? 'the call went on' : `the call ended (${ended.text})`;
  const cost = `On AWS this takes the whole ${TEST_CASE_MS_MAX / 1000} s.`;
  if (waiting.length === 0) return `Everything was observed, but no EndTest was reached, and ${end}. ${cost}`;
  const events = waiting.map(({ identifier, event }) => `'${identifier}' waited for ${told(event, heard)}`);
  return `${events.join('; ')}. It never came: ${end}. ${cost}`;
}

function told(event: ObservedEvent, heard: readonly string[]): string {
  switch (event.kind) {
    case 'message': {
      const { message } = event;
      if (message.by === 'prompt') return `the prompt ${message.promptId}`;
      return message.by === 'media'
        ? `the audio ${message.uri}`
        : `"${message.text}"${nearest(message.text, heard)}`;
    }
    case 'action-started':
      return `the start of ${event.action.type} with ${event.action.resource}`;
    case 'action-completed':
      return `the success of ${event.action.type} with ${event.action.resource}`;
    default:
      return `the ${event.kind === 'test-initiated' ? 'start' : 'end'} of the test`;
  }
}

/** The message that was most like the one that never came, if any was like it at all. */
function nearest(expected: string, heard: readonly string[]): string {
  let best = { text: '', like: 0 };
  for (const text of heard) {
    const like = likeness(expected, text, 'Similarity');
    if (like > best.like) best = { text, like };
  }
  return best.like === 0 ? '' : ` (nearest was "${best.text}", ${Math.round(best.like * 100)} % alike)`;
}
