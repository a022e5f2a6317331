/** UpdateCustomerProfile: changes the profile of the customer. */
import { json, list, map, object, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const updateCustomerProfile = declareBlock({
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
  notRunBecause: 'there are no customer profiles',
});
