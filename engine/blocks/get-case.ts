/** GetCase: finds a case of Connect Cases. */
import { choice, list, map, object, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const getCase = declareBlock({
  type: 'GetCase',
  purpose: 'Finds a case by its fields, and reads others of it into `$.Case`.',
  see: 'devguide/getcase',
  parameters: object({
    LinkContactToCase: required(choice(['true', 'false'])),
    GetLastUpdatedCase: optional(choice(['true', 'false'])),
    CustomerId: optional(text('reference')),
    CaseRequestFields: optional(map(text('text'))),
    CaseResponseFields: optional(list(text('static'))),
  }),
  branches: () => goesOn(['NoMatchingError'], ['ContactNotLinked', 'MultipleFound', 'NoneFound']),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'GetCase',
  notRunBecause: 'there are no cases of Connect',
});
