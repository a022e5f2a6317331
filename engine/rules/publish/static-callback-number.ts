/** The callback number is written into the flow. */
import { looksLikeReference } from '../../language/jsonpath.ts';
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const keep = {
  type: 'UpdateContactCallbackNumber',
  next: 'end',
  errors: { InvalidCallbackNumber: 'end', CallbackNumberNotDialable: 'end' },
};

export const staticCallbackNumber: Rule = {
  id: 'publish/static-callback-number',
  severity: 'error',
  what: 'The callback number is written into the flow.',
  why: 'UpdateContactCallbackNumber takes one whole reference and nothing else.',
  fix: 'Keep the number in an attribute or take $.CustomerEndpoint.Address.',
  evidence: {
    pages: [devguide('contact-actions-updatecontactcallbacknumber')],
    reports: [REPORTS.flowAsCode],
    seen: '13 of 13 real steps keep it',
  },
  check: (flow) =>
    flow.older
      ? []
      : flow.steps.flatMap(({ action, place, id }): Report[] => {
          const number = action.Parameters['CallbackNumber'];
          if (action.Type !== 'UpdateContactCallbackNumber' || typeof number !== 'string' || number === '')
            return [];
          if (looksLikeReference(number)) return [];
          const path = `${place}.Parameters.CallbackNumber`;
          return [
            {
              path,
              step: id,
              message: `Invalid Action property value. Path: ${path}: a number that is written out is refused`,
            },
          ];
        }),
  bad: {
    ...alone({ number: { ...keep, parameters: { CallbackNumber: '+12025550123' } }, end: hangUp }),
    at: 'Actions[0].Parameters.CallbackNumber',
  },
  good: alone({
    number: { ...keep, parameters: { CallbackNumber: '$.CustomerEndpoint.Address' } },
    end: hangUp,
  }),
};
