/** CreateCustomerProfile: makes a profile of a new customer. */
import { json, list, map, object, optional, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { fieldsOf, keepCustomer, requestOf } from './customer-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { recordOf } from './wire-values.ts';

export const createCustomerProfile = defineBlock({
  type: 'CreateCustomerProfile',
  purpose: 'Makes a profile for the customer.',
  see: 'devguide/interactions-createcustomerprofile',
  parameters: object({
    ProfileRequestData: required(map(json())),
    ProfileResponseData: optional(list(text('static'))),
  }),
  branches: () => goesOn(),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'CreateCustomerProfile',
  prepare(parameters) {
    const data = recordOf(parameters['ProfileRequestData']);
    const fields = fieldsOf(parameters);
    return asks({
      service: 'customer-profiles',
      operation: 'CreateCustomerProfile',
      input(step) {
        const profile = requestOf(step, data);
        return Object.keys(profile).length === 0
          ? 'nothing is given to keep in the profile'
          : { profile, fields };
      },
      keep: keepCustomer,
    });
  },
});
