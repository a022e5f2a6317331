/** MessageParticipant: says something once. */
import { choice, object, optional } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { failed, goesOn, NEXT } from './forms.ts';
import { ONE_SPEECH, prepareSpeech, SPEECH_FIELDS } from './speech.ts';
import type { BlockResult } from './step.ts';
import { flag } from './wire-values.ts';

const SPEAKING: BlockResult = { kind: 'wait', waiting: { kind: 'speaking' } };

/** Old exports have no error branch; then NextAction is taken whatever happens (adminguide/play). */
export const messageParticipant = defineBlock({
  type: 'MessageParticipant',
  purpose: 'Says a text or plays a recording, once, to the person whom the flow serves.',
  see: 'devguide/participant-actions-messageparticipant',
  parameters: object({ ...SPEECH_FIELDS, SkipWhenDTMFBufferEnabled: optional(choice(['true', 'false'])) }, [
    ONE_SPEECH,
  ]),
  branches: () => goesOn([], ['NoMatchingError']),
  flowTypes: [
    'CONTACT_FLOW',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'CUSTOMER_QUEUE',
    'CUSTOMER_WHISPER',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'MODULE',
  ],
  channels: ['VOICE', 'CHAT', 'TASK'],
  facts: { speaks: true, listens: false, terminal: false },
  logName: 'PlayPrompt',
  prepare(parameters) {
    // Skipped or cut short by keys typed ahead (adminguide/touchtone-buffering).
    const skippable = flag(parameters['SkipWhenDTMFBufferEnabled']);
    const said = prepareSpeech(parameters, skippable);
    return {
      run(step) {
        // Okay without effect (adminguide/block-support-by-channel).
        if (step.channel === 'TASK') return NEXT;
        if (skippable && step.state.keysAhead.count() > 0) return NEXT;
        const speech = said(step);
        if (typeof speech === 'string') return failed(speech);
        step.speak(speech);
        return SPEAKING;
      },
      resume: (_step, waiting, happened) =>
        happened.kind === 'playback-ended' ? NEXT : { kind: 'wait', waiting },
    };
  },
});
