/** UpdateContactRecordingBehavior: who is recorded from now on. */
import { choice, json, list, object, optional } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { goesOn, LEADING_FLOWS, NEXT } from './forms.ts';
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
  prepare(parameters) {
    const people = recordedBy(recordOf(parameters['RecordingBehavior']));
    return {
      run(step) {
        step.state.setRecording(people);
        return NEXT;
      },
    };
  },
});

/** Who is recorded; `IVR` stands for the caller's way through the flows. */
export function recordedBy(behavior: ReturnType<typeof recordOf>): readonly string[] {
  const people = listOf(behavior['RecordedParticipants']).flatMap((person) => scalar(person) ?? []);
  return behavior['IVRRecordingBehavior'] === 'Enabled' ? [...people, 'IVR'] : people;
}
