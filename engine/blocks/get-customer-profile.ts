/** GetCustomerProfile: finds who the customer is. */
import type { JsonObject } from '../language/json.ts';
import { choice, json, list, object, openObject, optional, required, text } from '../language/parameters.ts';
import { SEARCH_CRITERIA_MAX } from '../limits.ts';
import { asks } from './asking.ts';
import { defineBlock } from './block.ts';
import { fieldsOf, keepCustomer, requestOf } from './customer-values.ts';
import { EVERY_CHANNEL, EVERY_FLOW, goesOn, SILENT } from './forms.ts';
import { listOf, recordOf, scalar } from './wire-values.ts';

/** Exports name the field that is searched, e.g. PhoneNumber, where the page has a name and a value; both are taken. */
export const getCustomerProfile = defineBlock({
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
  prepare(parameters) {
    const data = recordOf(parameters['ProfileRequestData']);
    const fields = fieldsOf(parameters);
    return asks({
      service: 'customer-profiles',
      operation: 'GetCustomerProfile',
      input(step) {
        const criteria = criteriaOf(requestOf(step, data));
        if (criteria.length === 0) return 'nothing is given by which a profile could be found';
        return { criteria, operator: scalar(data['LogicalOperator']) ?? 'AND', fields };
      },
      errors: { 'none-found': 'NoneFoundError', 'multiple-found': 'MultipleFoundError' },
      keep: keepCustomer,
    });
  },
});

/** What the profile must have, as `{ name, value }`; a criterion without a value is none. */
function criteriaOf(request: JsonObject): readonly JsonObject[] {
  const { IdentifierName, IdentifierValue, SearchCriteria, LogicalOperator: _, ...named } = request;
  const listed = listOf(SearchCriteria).map(recordOf);
  return [
    { name: scalar(IdentifierName) ?? '', value: scalar(IdentifierValue) ?? '' },
    ...listed.map((one) => ({
      name: scalar(one['IdentifierName']) ?? '',
      value: scalar(one['IdentifierValue']) ?? '',
    })),
    ...Object.entries(named).map(([name, value]) => ({ name, value: scalar(value) ?? '' })),
  ].filter(({ name, value }) => name !== '' && value !== '');
}
