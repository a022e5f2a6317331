/** GetCustomerProfile: finds who the customer is. */
import { choice, json, list, object, openObject, optional, required, text } from '../language/parameters.ts';
import { SEARCH_CRITERIA_MAX } from '../limits.ts';
import { declareBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';

/** Exports name the field that is searched, e.g. PhoneNumber, where the page has a name and a value; both are taken. */
export const getCustomerProfile = declareBlock({
  type: 'GetCustomerProfile',
  purpose: 'Finds the profile of the customer and reads fields of it into `$.Customer`.',
  see: 'devguide/interactions-getcustomerprofile',
  parameters: object({
    ProfileRequestData: required(
      openObject({
        IdentifierName: optional(text('text')),
        IdentifierValue: optional(text('text')),
        SearchCriteria: optional(list(json(), { minItems: 1, maxItems: SEARCH_CRITERIA_MAX })),
        LogicalOperator: optional(choice(['AND', 'OR'])),
      }),
    ),
    ProfileResponseData: optional(list(text('static'))),
  }),
  branches: () => goesOn(['NoMatchingError', 'MultipleFoundError', 'NoneFoundError']),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: SILENT,
  logName: 'GetCustomerProfile',
  notRunBecause: 'there are no customer profiles',
});
