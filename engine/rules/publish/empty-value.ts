/** A parameter is an empty text. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, set } from '../example.ts';
import type { Rule } from '../rule.ts';
import { refused } from './refused.ts';
import { faulty } from './value-fault.ts';

export const emptyValue: Rule = {
  id: 'publish/empty-value',
  severity: 'error',
  what: 'A parameter is an empty text.',
  why: 'An empty text is never a legal value; a single space is.',
  fix: 'Leave the parameter out, or give it a value; attributes are emptied with a word such as none.',
  evidence: {
    pages: [devguide('flow-language-actions-parameter-restrictions')],
    reports: [REPORTS.wireFormat],
    seen: '16 of 436 public flows hold empty texts, all of them saved drafts',
  },
  check: (flow) => [
    ...refused(flow, 'publish/empty-value'),
    ...faulty(flow, 'empty', () => 'an empty text is no value'),
  ],
  bad: { ...alone({ keep: set({ who: '' }, 'end'), end: hangUp }), at: 'Actions[0].Parameters.Attributes' },
  good: alone({ keep: set({ who: 'nobody' }, 'end'), end: hangUp }),
};
