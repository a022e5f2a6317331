/** Stored input has an empty list of conditions; sources conflict on whether it may. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, ask, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const storedInputConditions: Rule = {
  id: 'publish/stored-input-conditions',
  severity: 'warning',
  what: 'Stored input has an empty list of conditions; sources conflict on whether it may.',
  why: 'One sweep of a live instance found even an empty list refused, and 64 of 303 real stored inputs have one.',
  fix: 'Leave the key out.',
  evidence: {
    pages: [devguide('participant-actions-getparticipantinput')],
    reports: [REPORTS.flowAsCode],
    seen: '64 of 303 real stored inputs have an empty list',
  },
  check: (flow) =>
    flow.older
      ? []
      : flow.steps.flatMap(({ action: { Type, Parameters, Transitions }, place, id }): Report[] => {
          const stores =
            Type === 'GetParticipantInput' && String(Parameters['StoreInput']).toLowerCase() === 'true';
          if (!stores || Transitions.Conditions?.length !== 0) return [];
          const path = `${place}.Transitions.Conditions`;
          const message = `Action does not support conditions. Path: ${path}: sources conflict on whether an empty list is taken`;
          return [{ path, step: id, message }];
        }),
  bad: {
    ...alone({
      number: {
        ...ask('Your number?', 'end', 'end'),
        transitions: {
          NextAction: 'end',
          Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }],
          Conditions: [],
        },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Transitions.Conditions',
  },
  good: alone({ number: ask('Your number?', 'end', 'end'), end: hangUp }),
};
