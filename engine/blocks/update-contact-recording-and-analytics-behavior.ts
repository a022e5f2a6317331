/** UpdateContactRecordingAndAnalyticsBehavior: the newer block that says who is recorded and analysed, by channel. */
import { json, object, optional } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_FLOW, failed, goesOn, NEXT } from './forms.ts';
import { recordedBy } from './update-contact-recording-behavior.ts';
import { recordOf } from './wire-values.ts';

const KINDS = ['ChatBehavior', 'VoiceBehavior', 'ScreenRecordingBehavior'] as const;

export const updateContactRecordingAndAnalyticsBehavior = defineBlock({
  type: 'UpdateContactRecordingAndAnalyticsBehavior',
  purpose: 'Says who is recorded and analysed, for one channel at a time.',
  see: 'devguide/contact-actions-updatecontactrecordingandanalyticsbehavior',
  parameters: object(
    {
      ChatBehavior: optional(json()),
      VoiceBehavior: optional(json()),
      ScreenRecordingBehavior: optional(json()),
    },
    [{ names: KINDS, rule: 'exactly-one' }],
  ),
  branches: ({ ChatBehavior }) =>
    ChatBehavior === undefined
      ? goesOn(['NoMatchingError', 'ChannelMismatch'])
      : goesOn(['NoMatchingError', 'ChannelMismatch', 'InFlightRedactionConfigurationFailed']),
  flowTypes: EVERY_FLOW,
  channels: ['VOICE', 'CHAT', 'TASK'],
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetRecordingAndAnalyticsBehavior',
  run(step) {
    const given = KINDS.filter((kind) => step.parameters[kind] !== undefined);
    if (given.length !== 1) return failed(`exactly one of ${KINDS.join(', ')} is needed`);
    const chat = step.parameters['ChatBehavior'] !== undefined;
    const voice = step.parameters['VoiceBehavior'] !== undefined;
    if ((chat && step.channel !== 'CHAT') || (voice && step.channel !== 'VOICE')) {
      return { kind: 'error', error: 'ChannelMismatch', because: `${given[0]} on a ${step.channel} contact` };
    }
    if (voice) {
      const behavior = recordOf(recordOf(step.parameters['VoiceBehavior'])['VoiceRecordingBehavior']);
      step.state.setRecording(recordedBy(behavior));
    }
    return NEXT;
  },
});
