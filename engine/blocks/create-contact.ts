/** CreateContact: opens the contact of an e-mail that is sent. */
import { choice, object, optional, required } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** Second of the three actions that the console's Send message (e-mail) becomes. */
export const createContact = declareBlock({
  type: 'CreateContact',
  purpose: 'Opens a contact for an e-mail to the customer.',
  see: 'adminguide/send-message',
  parameters: object({
    Channel: required(choice(['EMAIL'])),
    RelatedContact: optional(choice(['CURRENT'])),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'CreateContact',
  notRunBecause: 'no e-mails are sent',
});
