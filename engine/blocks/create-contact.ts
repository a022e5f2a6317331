/** CreateContact: opens the contact of an e-mail that is sent. */
import { choice, object, optional, required } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { scalar } from './wire-values.ts';

/** Second of the three actions that the console's Send message (e-mail) becomes. */
export const createContact = defineBlock({
  type: 'CreateContact',
  purpose: 'Opens a contact for an e-mail to the customer.',
  see: 'adminguide/send-message',
  parameters: object({
    Channel: required(choice(['EMAIL'])),
    RelatedContact: optional(choice(['CURRENT'])),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'CreateContact',
  prepare(parameters) {
    const channel = scalar(parameters['Channel']) ?? '';
    const related = parameters['RelatedContact'] === 'CURRENT';
    return asks({
      service: 'email',
      operation: 'CreateContact',
      input: (step) => ({ contactId: step.value('$.ContactId') ?? '', channel, related }),
    });
  },
});
