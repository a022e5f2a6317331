/** CompleteOutboundCall: dials, where an outbound whisper has something to do first. */
import { number, object, optional, required, text } from '../language/parameters.ts';
import { CONNECTION_SECONDS_MAX } from '../limits.ts';
import { defineBlock } from './block.ts';
import { CALLING, goesOn, NEXT, SILENT } from './forms.ts';
import { VOICE_CONNECTOR } from './voice-connector.ts';
import { recordOf, scalar } from './wire-values.ts';

/** Without this block the first words of the flow dial. */
export const completeOutboundCall = defineBlock({
  type: 'CompleteOutboundCall',
  purpose: 'Dials the customer now, from a number or connector of choice.',
  see: 'devguide/contact-actions-completeoutboundcall',
  parameters: object({
    CallerId: optional(object({ Number: required(text('reference')) })),
    VoiceConnector: optional(VOICE_CONNECTOR),
    ConnectionTimeLimitSeconds: optional(number('static', { min: 1, max: CONNECTION_SECONDS_MAX })),
  }),
  branches: () => goesOn([]),
  flowTypes: ['OUTBOUND_WHISPER', 'MODULE'],
  channels: ['VOICE'],
  facts: SILENT,
  logName: 'CompleteOutboundCall',
  run(step) {
    const number = scalar(recordOf(step.parameters['CallerId'])['Number']);
    const seconds = scalar(step.parameters['ConnectionTimeLimitSeconds']);
    const isThere = step.callCustomer(
      number === undefined ? undefined : step.value(number),
      seconds === undefined ? undefined : Number(seconds) * 1000,
    );
    return isThere ? NEXT : CALLING;
  },
});
