/** AssociateContactToCustomerProfile: notes whose contact it is. */
import { object, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { requestOf } from './customer-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { recordOf } from './wire-values.ts';

export const associateContactToCustomerProfile = defineBlock({
  type: 'AssociateContactToCustomerProfile',
  purpose: 'Keeps with the profile that this contact was theirs.',
  see: 'devguide/interactions-associatecontacttocustomerprofile',
  parameters: object({
    ProfileRequestData: required(
      object({ ProfileId: required(text('text')), ContactId: required(text('text')) }),
    ),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'AssociateContactToCustomerProfile',
  prepare(parameters) {
    const data = recordOf(parameters['ProfileRequestData']);
    return asks({
      service: 'customer-profiles',
      operation: 'AssociateContactToCustomerProfile',
      input(step) {
        const request = requestOf(step, data);
        const missing = ['ProfileId', 'ContactId'].find((name) => request[name] === undefined);
        return missing === undefined ? request : `${missing} is empty`;
      },
    });
  },
});
