/** StartAction is not the identifier of an action of the flow. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { misread } from './refused.ts';

export const start: Rule = {
  id: 'publish/start',
  severity: 'error',
  what: 'StartAction is not the identifier of an action of the flow.',
  why: 'A call would have nowhere to begin.',
  fix: 'Name the first step.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.flowAsCode],
    seen: 'one public flow breaks it',
  },
  check: (flow) =>
    misread(flow, ['flow/dangling-start'], ({ message }) => `Invalid contact flow format: ${message}`),
  bad: { ...alone({ end: hangUp }, { start: 'ende' }), at: 'StartAction' },
  good: alone({ end: hangUp }),
};
