/** GetCalculatedAttributesForCustomerProfile: reads what is counted about the customer. */
import { list, object, openObject, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const getCalculatedAttributesForCustomerProfile = declareBlock({
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
  notRunBecause: 'there are no customer profiles',
});
