/** UpdateContactRecordingBehavior: who is recorded from now on. */
import { choice, json, list, object, optional } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { goesOn, LEADING_FLOWS, NEXT } from './forms.ts';
import type { BlockStep } from './step.ts';
import { listOf, recordOf, scalar } from './wire-values.ts';

/** The last such block before the agent counts (adminguide/set-recording-behavior). */
export const updateContactRecordingBehavior = defineBlock({
  type: 'UpdateContactRecordingBehavior',
  purpose: 'Says whose voice is recorded, and how recordings are analysed.',
  see: 'devguide/contact-actions-updatecontactrecordingbehavior',
  parameters: object({
    RecordingBehavior: optional(
      object({
        RecordedParticipants: optional(list(choice(['Agent', 'Customer']))),
        ScreenRecordedParticipants: optional(list(choice(['Agent']))),
        IVRRecordingBehavior: optional(choice(['Enabled', 'Disabled'])),
      }),
    ),
    AnalyticsBehavior: optional(json()),
  }),
  branches: () => goesOn([]),
  flowTypes: [...LEADING_FLOWS, 'OUTBOUND_WHISPER', 'AGENT_HOLD'],
  channels: ['VOICE', 'CHAT'],
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'SetRecordingBehavior',
  run(step) {
    setRecording(step, recordOf(step.parameters['RecordingBehavior']));
    return NEXT;
  },
});

/** Takes over who is recorded; `IVR` stands for the caller's way through the flows. */
export function setRecording(step: BlockStep, behavior: ReturnType<typeof recordOf>): void {
  const people = listOf(behavior['RecordedParticipants']).flatMap((person) => scalar(person) ?? []);
  step.state.setRecording(behavior['IVRRecordingBehavior'] === 'Enabled' ? [...people, 'IVR'] : people);
}
