/** GetCustomerProfileObject: finds an asset, order or case of the customer. */
import { list, object, openObject, optional, required, text } from '../language/parameters.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

export const getCustomerProfileObject = declareBlock({
  type: 'GetCustomerProfileObject',
  purpose: 'Reads an asset, order or case of the customer into `$.Customer`.',
  see: 'devguide/interactions-getcustomerprofileobject',
  parameters: object({
    ProfileRequestData: required(
      openObject({
        ProfileId: optional(text('text')),
        ObjectType: optional(text('text')),
        UseLatest: optional(text('text')),
        IdentifierName: optional(text('text')),
        IdentifierValue: optional(text('text')),
      }),
    ),
    ProfileResponseData: optional(list(text('static'))),
  }),
  branches: () => goesOn(['NoMatchingError', 'NoneFoundError']),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'GetCustomerProfileObject',
  notRunBecause: 'there are no customer profiles',
});
