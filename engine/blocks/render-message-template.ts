/** RenderMessageTemplate: fills in the template of an e-mail. */
import { object, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** First of the three actions that the console's Send message (e-mail) becomes; CreateContact and StartOutboundEmailContact follow. */
export const renderMessageTemplate = declareBlock({
  type: 'RenderMessageTemplate',
  purpose: 'Fills in an e-mail template, for the two steps that send it.',
  see: 'adminguide/send-message',
  parameters: object({
    WisdomKnowledgeBaseArn: required(text('text')),
    WisdomMessageTemplateArn: required(text('text')),
  }),
  branches: () => goesOn(['NoMatchingError', 'TemplateRenderingError']),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'RenderMessageTemplate',
  notRunBecause: 'no e-mails are sent',
});
