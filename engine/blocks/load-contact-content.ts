/** LoadContactContent: reads the text of an e-mail. */
import { choice, object, required } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const loadContactContent = declareBlock({
  type: 'LoadContactContent',
  purpose: 'Reads the text of an e-mail into `$.Email`.',
  see: 'adminguide/get-stored-content',
  parameters: object({
    ContentType: required(choice(['EmailMessage'])),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: ['EMAIL'],
  facts: SILENT,
  logName: 'LoadContactContent',
  notRunBecause: 'there are no e-mails',
});
