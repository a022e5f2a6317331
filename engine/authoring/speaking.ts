/** Steps that speak: once, or over and over to a caller who waits. */
import { messageParticipant } from '../blocks/message-participant.ts';
import { messageParticipantIteratively } from '../blocks/message-participant-iteratively.ts';
import { onAnyError, renderAction, when } from './action.ts';
import type { FlowTypesOf } from './action-terms.ts';
import { exitsOf, type Step, stepOf } from './step.ts';
import { speech, type Words } from './words.ts';

/**
 * Says something. A prompt that cannot be played leads on to `next` too, unless `onError` is given: a caller who
 * missed one sentence is better off than one who is sent away. Null writes no branch for it, which says the same.
 */
export function say<const Target extends string>(terms: {
  readonly prompt: Words;
  readonly next: Target;
  readonly onError?: Target | null;
}): Step<Target, FlowTypesOf<'MessageParticipant'>> {
  const { prompt, next, onError = next } = terms;
  return stepOf(
    () => exitsOf({ next, onError }),
    (name) => [
      renderAction(messageParticipant, name, {
        parameters: speech(prompt),
        next,
        errors: onAnyError(onError),
      }),
    ],
  );
}

/**
 * Plays prompts over and over in a queue flow. Every interval `onInterrupt` runs; where it ends the flow, the prompts
 * begin again (adminguide/loop-prompts, which advises 20 seconds or more).
 */
export function sayInLoop<const Target extends string>(terms: {
  readonly prompts: readonly Words[];
  readonly interruptEverySeconds: number;
  readonly onInterrupt: Target;
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'MessageParticipantIteratively'>> {
  const { prompts, interruptEverySeconds, onInterrupt, onError } = terms;
  return stepOf(
    () => exitsOf({ onInterrupt, onError }),
    (name) => [
      renderAction(messageParticipantIteratively, name, {
        parameters: { Messages: prompts.map(speech), InterruptFrequencySeconds: interruptEverySeconds },
        errors: { NoMatchingError: onError },
        conditions: [when('Equals', 'MessagesInterrupted', onInterrupt)],
      }),
    ],
  );
}

/** The same without a way out: until the hold is over. */
export function sayOnAndOn<const Target extends string>(terms: {
  readonly prompts: readonly Words[];
  readonly onError: Target;
}): Step<Target, FlowTypesOf<'MessageParticipantIteratively'>> {
  const { prompts, onError } = terms;
  return stepOf(
    () => exitsOf({ onError }),
    (name) => [
      renderAction(messageParticipantIteratively, name, {
        parameters: { Messages: prompts.map(speech) },
        errors: { NoMatchingError: onError },
      }),
    ],
  );
}
