/** MessageParticipantIteratively: a loop of prompts while a caller waits. */
import { choice, type Fields, list, number, object, optional, required } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { failed } from './forms.ts';
import { ONE_SPEECH, prepareSpeech, SPEECH_FIELDS, type Utterance } from './speech.ts';
import type { BlockResult, BlockStep } from './step.ts';
import { flag, listOf, recordOf, scalar, wholeNumber } from './wire-values.ts';

const SECONDS_MAX = 604_800;
const message: Fields = SPEECH_FIELDS;

/**
 * Every interval the prompt is cut and the MessagesInterrupted branch runs; when that reaches the end of the flow, the
 * list starts again, or goes on where ContinueMessagingDuringInterrupt is set (adminguide/loop-prompts).
 */
export const messageParticipantIteratively = defineBlock({
  type: 'MessageParticipantIteratively',
  purpose: 'Plays prompts over and over to a waiting caller, with a way out at intervals.',
  see: 'devguide/participant-actions-messageparticipantiteratively',
  parameters: object({
    Messages: required(list(object(message, [ONE_SPEECH]), { minItems: 1 })),
    InterruptFrequencySeconds: optional(number('static', { min: 1, max: SECONDS_MAX })),
    ContinueMessagingDuringInterrupt: optional(choice(['True', 'False', 'true', 'false'])),
  }),
  branches: (parameters) => ({
    next: 'optional',
    errors: { required: [], optional: ['NoMatchingError'] },
    conditions:
      parameters['InterruptFrequencySeconds'] === undefined
        ? { kind: 'none' }
        : { kind: 'among', operands: ['MessagesInterrupted'] },
  }),
  flowTypes: ['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD', 'MODULE'],
  channels: ['VOICE'],
  facts: { speaks: true, listens: false, terminal: false },
  logName: 'LoopPrompts',
  prepare(parameters) {
    const list: List = {
      utterances: listOf(parameters['Messages']).map((message) => prepareSpeech(recordOf(message), false)),
      seconds: wholeNumber(scalar(parameters['InterruptFrequencySeconds']), 1, SECONDS_MAX),
    };
    const interval = scalar(parameters['InterruptFrequencySeconds']);
    const goesOn = flag(parameters['ContinueMessagingDuringInterrupt']);
    return {
      run(step) {
        if (interval !== undefined && list.seconds === undefined) {
          return failed(`InterruptFrequencySeconds '${interval}' is no number of seconds`);
        }
        startInterval(step, list);
        return speak(step, list, 0);
      },
      resume(step, waiting, happened) {
        const index = typeof waiting['index'] === 'number' ? waiting['index'] : 0;
        switch (happened.kind) {
          case 'playback-ended':
            return speak(step, list, index + 1);
          case 'time':
            if (!goesOn) step.stopSpeaking();
            return { kind: 'interrupt', value: 'MessagesInterrupted', waiting };
          case 'resumed':
            startInterval(step, list);
            if (goesOn) return happened.speaking ? { kind: 'wait', waiting } : speak(step, list, index + 1);
            return speak(step, list, 0);
          default:
            return { kind: 'wait', waiting };
        }
      },
    };
  },
});

const NOTHING: Utterance = prepareSpeech({}, false);

interface List {
  readonly utterances: readonly Utterance[];
  /** Between interruptions; undefined where there are none. */
  readonly seconds: number | undefined;
}

function startInterval(step: BlockStep, { seconds }: List): void {
  if (seconds !== undefined) step.startTimer('interrupt', seconds * 1000);
}

function speak(step: BlockStep, { utterances }: List, at: number): BlockResult {
  const index = at % Math.max(utterances.length, 1);
  const speech = (utterances[index] ?? NOTHING)(step);
  if (typeof speech === 'string') {
    step.stopTimer('interrupt');
    return failed(speech);
  }
  step.speak(speech);
  return { kind: 'wait', waiting: { kind: 'looping', index } };
}
