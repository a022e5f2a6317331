/** StartOutboundChatContact: sends a text message. */
import { choice, object, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

const ENDPOINT = object({
  Address: required(text('text')),
  Type: required(choice(['CONNECT_PHONENUMBER_ARN', 'TELEPHONE_NUMBER'])),
});

export const startOutboundChatContact = declareBlock({
  type: 'StartOutboundChatContact',
  purpose: 'Sends a text message from a number of the instance, and begins a chat by it.',
  see: 'devguide/contact-actions-startoutboundchatcontact',
  parameters: object({
    SourceEndpoint: required(ENDPOINT),
    DestinationEndpoint: required(ENDPOINT),
    ContactFlowArn: required(text('reference')),
    ContactSubtype: required(choice(['connect:SMS'])),
    InitialSystemMessage: optional(object({ Content: required(text('text')) })),
    RelatedContact: optional(choice(['CURRENT'])),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'StartOutboundChatContact',
  notRunBecause: 'no text messages are sent',
});
