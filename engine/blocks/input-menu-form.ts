/** The menu form of GetParticipantInput: one key chooses the branch. */

import type { Json } from '../language/flow.ts';
import { FIRST_KEY_SECONDS_MAX, FIRST_KEY_SECONDS_MIN } from '../limits.ts';
import type { Behaviour } from './block.ts';
import { failed } from './forms.ts';
import { prepareSpeech } from './speech.ts';
import type { BlockResult, Listening } from './step.ts';
import { scalar, wholeNumber } from './wire-values.ts';

export function firstKeySeconds(parameters: Readonly<Record<string, Json>>): number | undefined {
  const seconds = scalar(parameters['InputTimeLimitSeconds']);
  return wholeNumber(seconds, FIRST_KEY_SECONDS_MIN, FIRST_KEY_SECONDS_MAX);
}

const WAITING: BlockResult = { kind: 'wait', waiting: { kind: 'menu' } };

/** A key typed ahead chooses at once, without the prompt (adminguide/touchtone-buffering). */
export function prepareMenuForm(parameters: Readonly<Record<string, Json>>): Behaviour {
  const seconds = firstKeySeconds(parameters);
  if (seconds === undefined) return { run: () => failed('InputTimeLimitSeconds is no number from 1 to 180') };
  const firstKeyWithinMs = seconds * 1000;
  const listening: Listening = { form: 'menu', maxDigits: 1, terminator: '', firstKeyWithinMs };
  const said = prepareSpeech(parameters, true);
  return {
    run(step) {
      const ahead = step.state.keysAhead.take();
      if (ahead !== undefined) return { kind: 'compare', value: ahead };
      const speech = said(step);
      if (typeof speech === 'string') return failed(speech);
      step.speak(speech);
      step.listen(listening);
      return WAITING;
    },
    resume(step, waiting, happened) {
      switch (happened.kind) {
        case 'playback-ended':
          step.startTimer('first-key', firstKeyWithinMs);
          return WAITING;
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
    },
  };
}
