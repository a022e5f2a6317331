/** And, Or, Not and Exists: sources conflict on whether the instance takes them. */
import { adminguide, devguide, REPORTS } from '../evidence.ts';
import { alone, decide, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { hasGroups } from './condition-faults.ts';
import { refused } from './refused.ts';
import { INVALID_VALUE } from './value-fault.ts';

export const conditionGroups: Rule = {
  id: 'publish/condition-groups',
  severity: 'warning',
  what: 'And, Or, Not and Exists: sources conflict on whether the instance takes them.',
  why: 'Classic instances refuse them (May to August 2026); instances of the next generation offer Exists and groups (October 2026).',
  fix: 'Use several Compare steps, unless all instances that the flow goes to are of the next generation.',
  evidence: {
    pages: [devguide('flow-language-actions'), adminguide('check-contact-attributes')],
    reports: [REPORTS.wireFormat],
  },
  check: (flow) =>
    refused(
      flow,
      INVALID_VALUE,
      ({ path }) => path.endsWith('.Transitions.Conditions') && hasGroups(flow, path),
      ({ message }) => `${message}: sources conflict on whether an instance takes And, Or, Not and Exists`,
    ),
  bad: {
    ...alone({
      who: { ...decide('$.Attributes.who', { x: 'end' }, 'end'), operator: 'Exists' },
      end: hangUp,
    }),
    at: 'Actions[0].Transitions.Conditions',
  },
  good: alone({ who: decide('$.Attributes.who', { sam: 'end' }, 'end'), end: hangUp }),
};
