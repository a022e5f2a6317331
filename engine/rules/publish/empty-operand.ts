/** A condition compares with nothing. */
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, decide, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { emptyOperands } from './condition-faults.ts';

export const emptyOperand: Rule = {
  id: 'publish/empty-operand',
  severity: 'error',
  what: 'A condition compares with nothing.',
  why: 'An empty operand is refused; a flow cannot ask whether a value is empty.',
  fix: 'Let a function tell whether the value is there, or branch on the values that it may have.',
  evidence: {
    pages: [adminguide('check-contact-attributes')],
    reports: [REPORTS.wireFormat],
    seen: '2,476 of 2,476 real conditions keep it',
  },
  check: (flow) => emptyOperands(flow),
  bad: {
    ...alone({ who: decide('$.Attributes.who', { '': 'end' }, 'end'), end: hangUp }),
    at: 'Actions[0].Transitions.Conditions[0].Condition.Operands[0]',
  },
  good: alone({ who: decide('$.Attributes.who', { sam: 'end' }, 'end'), end: hangUp }),
};
