/** StartOutboundEmailContact: sends an e-mail. */
import type { Json } from '../language/flow.ts';
import { json, object, openObject, optional, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import type { BlockStep } from './step.ts';
import { recordOf, scalar } from './wire-values.ts';

/** Last of the three actions that the console's Send message (e-mail) becomes; seen in an export, on no page. */
export const startOutboundEmailContact = defineBlock({
  type: 'StartOutboundEmailContact',
  purpose: 'Sends the e-mail that the two steps before prepared.',
  see: 'adminguide/send-message',
  parameters: object({
    FromEmailAddress: required(json()),
    DestinationEmailAddress: required(json()),
    EmailMessage: optional(openObject({ MessageSourceType: optional(text('static')) })),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'StartOutboundEmailContact',
  prepare: (parameters) =>
    asks({
      service: 'email',
      operation: 'StartOutboundEmailContact',
      input(step) {
        const from = addressOf(step, parameters['FromEmailAddress']);
        if (from === '') return 'the address of the sender is empty';
        const to = addressOf(step, parameters['DestinationEmailAddress']);
        if (to === '') return 'the address of the recipient is empty';
        const message = step.json(recordOf(parameters['EmailMessage']));
        return { contactId: step.value('$.ContactId') ?? '', from, to, message };
      },
    }),
});

/** An address stands alone or as `{ EmailAddress }` (console export). */
const addressOf = (step: BlockStep, value: Json | undefined): string =>
  step.text(scalar(value) ?? scalar(recordOf(value)['EmailAddress']) ?? '');
