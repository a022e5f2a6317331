/** MessageParticipantIteratively: a loop of prompts while a caller waits. */
import { choice, type Fields, list, number, object, optional, required } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { failed } from './forms.ts';
import { ONE_SPEECH, SPEECH_FIELDS, speechOf } from './speech.ts';
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
  run(step) {
    const interval = scalar(step.parameters['InterruptFrequencySeconds']);
    if (interval !== undefined && !startInterval(step)) {
      return failed(`InterruptFrequencySeconds '${interval}' is no number of seconds`);
    }
    return speak(step, 0);
  },
  resume(step, waiting, happened) {
    const index = typeof waiting['index'] === 'number' ? waiting['index'] : 0;
    const goesOn = flag(step.parameters['ContinueMessagingDuringInterrupt']);
    switch (happened.kind) {
      case 'playback-ended':
        return speak(step, index + 1);
      case 'time':
        if (!goesOn) step.stopSpeaking();
        return { kind: 'interrupt', value: 'MessagesInterrupted', waiting };
      case 'resumed':
        startInterval(step);
        if (goesOn) return happened.speaking ? { kind: 'wait', waiting } : speak(step, index + 1);
        return speak(step, 0);
      default:
        return { kind: 'wait', waiting };
    }
  },
});

function startInterval(step: BlockStep): boolean {
  const seconds = wholeNumber(scalar(step.parameters['InterruptFrequencySeconds']), 1, SECONDS_MAX);
  if (seconds !== undefined) step.startTimer('interrupt', seconds * 1000);
  return seconds !== undefined;
}

function speak(step: BlockStep, at: number): BlockResult {
  const messages = listOf(step.parameters['Messages']);
  const index = at % Math.max(messages.length, 1);
  const speech = speechOf(step, recordOf(messages[index]), false);
  if (typeof speech === 'string') {
    step.stopTimer('interrupt');
    return failed(speech);
  }
  step.speak(speech);
  return { kind: 'wait', waiting: { kind: 'looping', index } };
}
