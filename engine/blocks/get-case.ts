/** GetCase: finds a case of Connect Cases. */
import { choice, list, map, object, optional, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { CASE_ERRORS, caseFields, keepCase, linkOf } from './case-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { flag, listOf, scalar } from './wire-values.ts';

export const getCase = defineBlock({
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
  prepare(parameters) {
    const customer = scalar(parameters['CustomerId']);
    const read = listOf(parameters['CaseResponseFields']).flatMap((name) => scalar(name) ?? []);
    const latest = flag(parameters['GetLastUpdatedCase']);
    return asks({
      service: 'cases',
      operation: 'GetCase',
      input(step) {
        const customerId = customer === undefined ? undefined : step.value(customer);
        const fields = {
          ...caseFields(step, parameters),
          ...(customerId === undefined || customerId === '' ? {} : { customer_id: customerId }),
        };
        if (Object.keys(fields).length === 0) return 'nothing is given by which a case could be found';
        return { fields, read, latest, ...linkOf(step, parameters) };
      },
      errors: CASE_ERRORS,
      keep: keepCase,
    });
  },
});
