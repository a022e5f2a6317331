/** CreateCustomerProfile: makes a profile of a new customer. */
import { json, list, map, object, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const createCustomerProfile = declareBlock({
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
  notRunBecause: 'there are no customer profiles',
});
