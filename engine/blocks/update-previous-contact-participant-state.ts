/** UpdatePreviousContactParticipantState: puts the parties of a transfer on hold. */
import { choice, object, required } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { BEFORE_QUEUE_FLOWS, goesOn, SILENT } from './forms.ts';

export const updatePreviousContactParticipantState = declareBlock({
  type: 'UpdatePreviousContactParticipantState',
  purpose: 'Puts the caller or the agent of a transfer on hold, or takes both off it.',
  see: 'devguide/contact-actions-updatepreviouscontactparticipantstate',
  parameters: object({
    PreviousContactParticipantState: required(choice(['AgentOnHold', 'CustomerOnHold', 'OffHold'])),
  }),
  branches: () => goesOn(),
  flowTypes: [...BEFORE_QUEUE_FLOWS, 'OUTBOUND_WHISPER'],
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'HoldParticipant',
  notRunBecause: 'a flow holds nobody',
});
