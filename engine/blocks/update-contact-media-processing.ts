/** UpdateContactMediaProcessing: lets a function change chat messages on their way. */
import { json, object, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** Whether the flags are texts or real booleans no page says; both are taken. */
export const updateContactMediaProcessing = declareBlock({
  type: 'UpdateContactMediaProcessing',
  purpose: 'Sends every chat message through a function before it is delivered.',
  see: 'devguide/contact-actions-updatecontactmediaprocessing',
  parameters: object({
    ChatProcessor: required(
      object({
        ProcessingEnabled: optional(json()),
        LambdaProcessorARN: optional(text('static')),
        ChatProcessorSettings: optional(object({ DeliverUnprocessedMessages: required(json()) })),
      }),
    ),
  }),
  branches: () => goesOn(['NoMatchingError'], ['ChannelMismatch']),
  flowTypes: EVERY_FLOW,
  channels: ['CHAT'],
  facts: SILENT,
  logName: 'UpdateContactMediaProcessing',
  notRunBecause: 'messages of chats are not handed to a function',
});
