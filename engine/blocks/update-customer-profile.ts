/** UpdateCustomerProfile: changes the profile of the customer. */
import { json, list, map, object, optional, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { fieldsOf, keepCustomer, requestOf } from './customer-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { recordOf } from './wire-values.ts';

export const updateCustomerProfile = defineBlock({
  type: 'UpdateCustomerProfile',
  purpose: 'Changes fields in the profile of the customer.',
  see: 'devguide/interactions-updatecustomerprofile',
  parameters: object({
    ProfileRequestData: required(map(json())),
    ProfileResponseData: optional(list(text('static'))),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'UpdateCustomerProfile',
  prepare(parameters) {
    const data = recordOf(parameters['ProfileRequestData']);
    const fields = fieldsOf(parameters);
    return asks({
      service: 'customer-profiles',
      operation: 'UpdateCustomerProfile',
      input(step) {
        const { ProfileId = step.value('$.Customer.ProfileId'), ...profile } = requestOf(step, data);
        if (ProfileId === undefined) return 'neither the step nor $.Customer has the id of a profile';
        return { ProfileId, profile, fields };
      },
      keep: keepCustomer,
    });
  },
});
