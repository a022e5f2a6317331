/** UpdateCase: changes a case of Connect Cases. */
import { choice, map, object, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const updateCase = declareBlock({
  type: 'UpdateCase',
  purpose: 'Changes the fields of a case.',
  see: 'devguide/updatecase',
  parameters: object({
    LinkContactToCase: required(choice(['true', 'false'])),
    CaseId: required(text('reference')),
    CaseRequestFields: required(map(text('text'))),
  }),
  branches: () => goesOn(['NoMatchingError'], ['ContactNotLinked']),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'UpdateCase',
  notRunBecause: 'there are no cases of Connect',
});
