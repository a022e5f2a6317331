/** GetCustomerProfileObject: finds an asset, order or case of the customer. */
import { list, object, openObject, optional, required, text } from '../language/parameters.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { fieldsOf, keepCustomer, requestOf } from './customer-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { recordOf, scalar } from './wire-values.ts';

export const getCustomerProfileObject = defineBlock({
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
  prepare(parameters) {
    const data = recordOf(parameters['ProfileRequestData']);
    const fields = fieldsOf(parameters);
    const below = belowOf(scalar(data['ObjectType']) ?? '');
    return asks({
      service: 'customer-profiles',
      operation: 'GetCustomerProfileObject',
      input(step) {
        const request = requestOf(step, data);
        if (request['ProfileId'] === undefined) return 'the id of the profile is empty';
        return { ...request, fields };
      },
      errors: { 'none-found': 'NoneFoundError' },
      keep: (step, values) => keepCustomer(step, values, below),
    });
  },
});

/** `$.Customer.Asset`, `.Order` or `.Case` (adminguide/connect-attrib-list); an object type is `_asset` in profiles. */
const belowOf = (objectType: string): string => {
  const name = objectType.replace(/^_/, '');
  return `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`;
};
