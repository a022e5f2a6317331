/** RenderMessageTemplate: fills in the template of an e-mail. */
import { object, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { scalar } from './wire-values.ts';

/** First of the three actions that the console's Send message (e-mail) becomes; CreateContact and StartOutboundEmailContact follow. */
export const renderMessageTemplate = defineBlock({
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
  prepare(parameters) {
    const base = scalar(parameters['WisdomKnowledgeBaseArn']) ?? '';
    const template = scalar(parameters['WisdomMessageTemplateArn']) ?? '';
    return asks({
      service: 'email',
      operation: 'RenderMessageTemplate',
      input(step) {
        const templateArn = step.text(template);
        const contactId = step.value('$.ContactId') ?? '';
        return templateArn === ''
          ? 'the ARN of the template is empty'
          : { contactId, knowledgeBaseArn: step.text(base), templateArn };
      },
      errors: { 'not-rendered': 'TemplateRenderingError' },
    });
  },
});
