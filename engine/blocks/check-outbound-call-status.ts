/** CheckOutboundCallStatus: asks who answered a call that the centre made. */
import { object } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { branchesBy, failed, SILENT } from './forms.ts';

const ANSWERS = {
  person: 'CallAnswered',
  'machine-beep': 'VoicemailBeep',
  'machine-no-beep': 'VoicemailNoBeep',
  unclear: 'NotDetected',
} as const;

/** Every other call takes the error branch (adminguide/check-call-progress, supported call types). */
export const checkOutboundCallStatus = defineBlock({
  type: 'CheckOutboundCallStatus',
  purpose: 'Branches on whether a person or an answering machine took the call.',
  see: 'devguide/flow-control-actions-checkoutboundcallstatus',
  parameters: object({}),
  branches: () =>
    branchesBy(
      { kind: 'among', operands: ['CallAnswered', 'VoicemailBeep', 'VoicemailNoBeep', 'NotDetected'] },
      ['NoMatchingError'],
    ),
  flowTypes: ['CONTACT_FLOW', 'MODULE'],
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'CheckOutboundCallStatus',
  run(step) {
    const by = step.answeredBy();
    return by === undefined
      ? failed('answering machines are told apart only in calls that ask for it')
      : { kind: 'compare', value: ANSWERS[by] };
  },
});
