/** TransferParticipantToThirdParty: connects the caller to a telephone number outside. */
import { choice, number, object, optional, required, text } from '../language/parameters.ts';
import { CONNECTION_SECONDS_MAX } from '../limits.ts';
import { declareBlock } from './block.ts';
import { goesOn, LEADING_FLOWS, SILENT } from './forms.ts';
import { VOICE_CONNECTOR } from './voice-connector.ts';

/** The flow goes on, where ContinueFlowExecution says so, once the person outside has hung up. Without CallerId the caller's own number is shown (adminguide/transfer-to-phone-number). */
export const transferParticipantToThirdParty = declareBlock({
  type: 'TransferParticipantToThirdParty',
  purpose: 'Calls a number outside and connects the caller with whoever answers.',
  see: 'APIReference/participant-actions-transferparticipanttothirdparty',
  parameters: object(
    {
      ThirdPartyPhoneNumber: optional(text('text')),
      VoiceConnector: optional(VOICE_CONNECTOR),
      ThirdPartyConnectionTimeLimitSeconds: required(
        number('reference', { min: 0, max: CONNECTION_SECONDS_MAX }),
      ),
      ContinueFlowExecution: required(choice(['True', 'False'])),
      ThirdPartyDTMFDigits: optional(text('reference', { pattern: /^[0-9,*#]{1,50}$/ })),
      CallerId: optional(object({ Number: optional(text('reference')), Name: optional(text('text')) })),
    },
    [{ names: ['ThirdPartyPhoneNumber', 'VoiceConnector'], rule: 'exactly-one' }],
  ),
  branches: ({ ContinueFlowExecution }) =>
    ContinueFlowExecution === 'True'
      ? goesOn(['NoMatchingError', 'CallFailed', 'ConnectionTimeLimitExceeded'])
      : goesOn(),
  flowTypes: LEADING_FLOWS,
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'Transfer',
  notRunBecause: 'there is no telephone network outside',
});
