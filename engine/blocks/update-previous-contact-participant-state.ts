/** UpdatePreviousContactParticipantState: puts the parties of a transfer on hold. */
import { choice, object, required } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { BEFORE_QUEUE_FLOWS, failed, goesOn, NEXT, SILENT } from './forms.ts';

const STATES = ['AgentOnHold', 'CustomerOnHold', 'OffHold'] as const;

/** The other of the two hears this flow, or both do (adminguide/hold-customer-agent). */
export const updatePreviousContactParticipantState = defineBlock({
  type: 'UpdatePreviousContactParticipantState',
  purpose: 'Puts the caller or the agent of a transfer on hold, or takes both off it.',
  see: 'devguide/contact-actions-updatepreviouscontactparticipantstate',
  parameters: object({
    PreviousContactParticipantState: required(choice(STATES)),
  }),
  branches: () => goesOn(),
  flowTypes: [...BEFORE_QUEUE_FLOWS, 'OUTBOUND_WHISPER'],
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'HoldParticipant',
  run(step) {
    const state = STATES.find((one) => one === step.parameters['PreviousContactParticipantState']);
    if (state === undefined) return failed('the state is none of AgentOnHold, CustomerOnHold and OffHold');
    if (!step.holdPrevious(state)) return failed('there is no earlier contact with an agent and a caller');
    // Whoever is to hear what comes next must be there first.
    step.startTimer('held', 0);
    return { kind: 'wait', waiting: { kind: 'held' } };
  },
  resume: (_step, waiting, happened) => (happened.kind === 'time' ? NEXT : { kind: 'wait', waiting }),
});
