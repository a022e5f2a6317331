/** The conditions are not those that the action takes. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { hasEmptyOperand, hasGroups, wanted } from './condition-faults.ts';
import { refused } from './refused.ts';
import { INVALID_VALUE } from './value-fault.ts';

export const conditions: Rule = {
  id: 'publish/conditions',
  severity: 'error',
  what: 'The conditions are not those that the action takes.',
  why: 'Operators, operands and their number are fixed by type: hours need True and False, a loop ContinueLooping and DoneLooping, a menu single keys.',
  fix: 'Give the conditions that the message names.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.builder, REPORTS.wireFormat],
    seen: '41 of 41 real hours steps and 86 of 86 real loops keep it',
  },
  check: (flow) =>
    refused(
      flow,
      INVALID_VALUE,
      ({ path }) =>
        path.endsWith('.Transitions.Conditions') && !hasEmptyOperand(flow, path) && !hasGroups(flow, path),
      ({ message, path }) => `${message}${wanted(flow, path)}`,
    ),
  bad: {
    ...alone({
      hours: {
        type: 'CheckHoursOfOperation',
        next: 'end',
        errors: { NoMatchingError: 'end' },
        cases: { True: 'end' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Transitions.Conditions',
  },
  good: alone({
    hours: {
      type: 'CheckHoursOfOperation',
      next: 'end',
      errors: { NoMatchingError: 'end' },
      cases: { True: 'end', False: 'end' },
    },
    end: hangUp,
  }),
};
