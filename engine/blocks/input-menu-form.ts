/** The menu form of GetParticipantInput: one key chooses the branch. */
import { FIRST_KEY_SECONDS_MAX, FIRST_KEY_SECONDS_MIN } from '../limits.ts';
import { failed } from './forms.ts';
import { speechOf } from './speech.ts';
import type { BlockResult, BlockStep } from './step.ts';
import type { Happening, Waiting } from './waiting.ts';
import { scalar, wholeNumber } from './wire-values.ts';

export function firstKeySeconds(step: BlockStep): number | undefined {
  const seconds = scalar(step.parameters['InputTimeLimitSeconds']);
  return wholeNumber(seconds, FIRST_KEY_SECONDS_MIN, FIRST_KEY_SECONDS_MAX);
}

/** A key typed ahead chooses at once, without the prompt (adminguide/touchtone-buffering). */
export function runMenuForm(step: BlockStep): BlockResult {
  const seconds = firstKeySeconds(step);
  if (seconds === undefined) return failed('InputTimeLimitSeconds is no number from 1 to 180');
  const ahead = step.state.keysAhead.take();
  if (ahead !== undefined) return { kind: 'compare', value: ahead };
  const speech = speechOf(step, step.parameters, true);
  if (typeof speech === 'string') return failed(speech);
  step.speak(speech);
  step.listen({ form: 'menu', maxDigits: 1, terminator: '', firstKeyWithinMs: seconds * 1000 });
  return { kind: 'wait', waiting: { kind: 'menu' } };
}

export function resumeMenuForm(step: BlockStep, waiting: Waiting, happened: Happening): BlockResult {
  switch (happened.kind) {
    case 'playback-ended':
      step.startTimer('first-key', (firstKeySeconds(step) ?? FIRST_KEY_SECONDS_MAX) * 1000);
      return { kind: 'wait', waiting };
    case 'key':
      step.stopSpeaking();
      step.stopTimer('first-key');
      step.stopListening();
      return { kind: 'compare', value: happened.key };
    case 'time':
      step.stopListening();
      return { kind: 'error', error: 'InputTimeLimitExceeded', because: 'no key was pressed in time' };
    default:
      return { kind: 'wait', waiting };
  }
}
