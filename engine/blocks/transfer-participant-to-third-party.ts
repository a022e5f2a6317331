/** TransferParticipantToThirdParty: connects the caller to a telephone number outside. */
import { isObject } from '../language/json.ts';
import { choice, number, object, optional, required, text } from '../language/parameters.ts';
import { CONNECTION_SECONDS_MAX } from '../limits.ts';
import { defineBlock } from './block.ts';
import { failed, goesOn, LEADING_FLOWS, NEXT, SILENT } from './forms.ts';
import type { BlockResult, BlockStep } from './step.ts';
import { VOICE_CONNECTOR } from './voice-connector.ts';
import { scalar } from './wire-values.ts';

const goesOnAfter = (step: BlockStep): boolean => step.parameters['ContinueFlowExecution'] === 'True';

/** Only a flow that goes on afterwards tells one failure from another. */
const failure = (step: BlockStep, error: string, because: string): BlockResult =>
  goesOnAfter(step) ? { kind: 'error', error, because } : failed(because);

/** The flow goes on, where ContinueFlowExecution says so, once the person outside has hung up. Without CallerId the caller's own number is shown (adminguide/transfer-to-phone-number). */
export const transferParticipantToThirdParty = defineBlock({
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
  run(step) {
    const number = step.text(scalar(step.parameters['ThirdPartyPhoneNumber']) ?? '');
    if (!/^\+[1-9]\d{1,14}$/.test(number)) return failed(`'${number}' is no number in the form +12025550100`);
    const limit = step.value(scalar(step.parameters['ThirdPartyConnectionTimeLimitSeconds']) ?? '') ?? '';
    const seconds = Number(limit);
    if (!/^\d+$/.test(limit) || seconds > CONNECTION_SECONDS_MAX)
      return failed(`'${limit}' is no time limit of 0 to ${CONNECTION_SECONDS_MAX} seconds`);
    const { CallerId } = step.parameters;
    const callerId = isObject(CallerId) ? scalar(CallerId['Number']) : undefined;
    const shown = callerId === undefined ? undefined : step.value(callerId);
    step.dialThirdParty(number, seconds * 1000, shown);
    step.startTimer('no-answer', seconds * 1000);
    return { kind: 'wait', waiting: { kind: 'third-party', isTalking: false } };
  },
  resume(step, waiting, happened) {
    if (happened.kind === 'time')
      return failure(step, 'ConnectionTimeLimitExceeded', 'nobody has answered in time');
    if (happened.kind !== 'third-party') return { kind: 'wait', waiting };
    switch (happened.outcome) {
      case 'answers':
        step.stopTimer('no-answer');
        return { kind: 'wait', waiting: { kind: 'third-party', isTalking: true } };
      case 'hangs-up':
        return goesOnAfter(step) ? NEXT : { kind: 'disconnect' };
      case 'no-answer':
        return failure(step, 'ConnectionTimeLimitExceeded', 'nobody has answered');
      case 'busy':
      case 'refused':
        return failure(
          step,
          'CallFailed',
          happened.outcome === 'busy' ? 'the number is busy' : 'the number cannot be called',
        );
    }
  },
});
