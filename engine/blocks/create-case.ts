/** CreateCase: opens a case of Connect Cases. */
import { choice, map, object, optional, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { caseFields, keepCase, LINK_ERRORS, linkOf } from './case-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { scalar } from './wire-values.ts';

export const createCase = defineBlock({
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
  prepare(parameters) {
    const template = scalar(parameters['CaseTemplateId']) ?? '';
    return asks({
      service: 'cases',
      operation: 'CreateCase',
      input(step) {
        const templateId = step.value(template) ?? '';
        if (templateId === '') return 'the id of the template is empty';
        return { templateId, fields: caseFields(step, parameters), ...linkOf(step, parameters) };
      },
      errors: LINK_ERRORS,
      keep: keepCase,
    });
  },
});
