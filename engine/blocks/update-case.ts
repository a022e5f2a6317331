/** UpdateCase: changes a case of Connect Cases. */
import { choice, map, object, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { caseFields, keepCase, LINK_ERRORS, linkOf } from './case-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { scalar } from './wire-values.ts';

export const updateCase = defineBlock({
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
  prepare(parameters) {
    const id = scalar(parameters['CaseId']) ?? '';
    return asks({
      service: 'cases',
      operation: 'UpdateCase',
      input(step) {
        const caseId = step.value(id) ?? '';
        if (caseId === '') return 'the id of the case is empty';
        return { caseId, fields: caseFields(step, parameters), ...linkOf(step, parameters) };
      },
      errors: LINK_ERRORS,
      keep: keepCase,
    });
  },
});
