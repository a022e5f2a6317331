/** CheckOutboundCallStatus: asks who answered a call that a campaign made. */
import { object } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { branchesBy, SILENT } from './forms.ts';

export const checkOutboundCallStatus = declareBlock({
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
  notRunBecause: 'no campaign makes calls',
});
