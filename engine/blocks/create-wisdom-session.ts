/** CreateWisdomSession: lets an assistant help the agent. */
import { object, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** UpdateContactData passes `$.Wisdom.SessionArn` on to the contact. */
export const createWisdomSession = declareBlock({
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
  notRunBecause: 'there is no assistant',
});
