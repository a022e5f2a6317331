/** CreateWisdomSession: lets an assistant help the agent. */
import { object, required, text } from '../language/parameters.ts';
import { asks, keepAs } from './asking.ts';
import { defineBlock } from './block.ts';
import { EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { scalar } from './wire-values.ts';

/** UpdateContactData passes `$.Wisdom.SessionArn` on to the contact. */
export const createWisdomSession = defineBlock({
  type: 'CreateWisdomSession',
  purpose: 'Opens a session of the assistant that helps agents.',
  see: 'devguide/createwisdomsession',
  parameters: object({
    WisdomAssistantArn: required(text('text')),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: ['VOICE', 'CHAT'],
  facts: SILENT,
  logName: 'SetWisdomAssistant',
  prepare(parameters) {
    const assistant = scalar(parameters['WisdomAssistantArn']) ?? '';
    return asks({
      service: 'assistant',
      operation: 'CreateWisdomSession',
      input(step) {
        const assistantArn = step.text(assistant);
        return assistantArn === '' ? 'the ARN of the assistant is empty' : { assistantArn };
      },
      keep: keepAs('Wisdom'),
    });
  },
});
