/** CreateCase: opens a case of Connect Cases. */
import { choice, map, object, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const createCase = declareBlock({
  type: 'CreateCase',
  purpose: 'Opens a case, and links the contact to it where it is told to.',
  see: 'devguide/createcase',
  parameters: object({
    LinkContactToCase: required(choice(['true', 'false'])),
    ContactToLink: optional(choice(['Current'])),
    CaseTemplateId: required(text('reference')),
    CaseRequestFields: required(map(text('text'))),
  }),
  branches: () => goesOn(['NoMatchingError'], ['ContactNotLinked']),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'CreateCase',
  notRunBecause: 'there are no cases of Connect',
});
