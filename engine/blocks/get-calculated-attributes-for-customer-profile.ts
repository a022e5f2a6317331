/** GetCalculatedAttributesForCustomerProfile: reads what is counted about the customer. */
import { list, object, openObject, optional, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { fieldsOf, keepCustomer, requestOf } from './customer-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { recordOf } from './wire-values.ts';

export const getCalculatedAttributesForCustomerProfile = defineBlock({
  type: 'GetCalculatedAttributesForCustomerProfile',
  purpose: 'Reads calculated attributes of the customer into `$.Customer`.',
  see: 'devguide/interactions-getcalculatedattributesforcustomerprofile',
  parameters: object({
    ProfileRequestData: required(openObject({ ProfileId: optional(text('text')) })),
    ProfileResponseData: optional(list(text('static'))),
  }),
  branches: () => goesOn(['NoMatchingError', 'NoneFoundError']),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'GetCalculatedAttributesForCustomerProfile',
  prepare(parameters) {
    const data = recordOf(parameters['ProfileRequestData']);
    const fields = fieldsOf(parameters);
    return asks({
      service: 'customer-profiles',
      operation: 'GetCalculatedAttributesForCustomerProfile',
      input(step) {
        const request = requestOf(step, data);
        if (request['ProfileId'] === undefined) return 'the id of the profile is empty';
        return { ...request, fields };
      },
      errors: { 'none-found': 'NoneFoundError' },
      keep: (step, values) => keepCustomer(step, values, 'CalculatedAttributes'),
    });
  },
});
