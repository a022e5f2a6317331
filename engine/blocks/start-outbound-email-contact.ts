/** StartOutboundEmailContact: sends an e-mail. */
import { json, object, openObject, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** Last of the three actions that the console's Send message (e-mail) becomes; seen in an export, on no page. */
export const startOutboundEmailContact = declareBlock({
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
  notRunBecause: 'no e-mails are sent',
});
