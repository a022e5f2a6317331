/** Version is not 2019-10-30. */
import { devguide } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { misread } from './refused.ts';

export const version: Rule = {
  id: 'publish/version',
  severity: 'error',
  what: 'Version is not 2019-10-30.',
  why: 'It is the only version of the Flow language that there is.',
  fix: 'Write "Version": "2019-10-30".',
  evidence: { pages: [devguide('flow-language-actions')], seen: '436 of 436 real flows keep it' },
  check: (flow) =>
    misread(flow, ['flow/wrong-version'], ({ message }) => `Invalid contact flow format: ${message}`),
  bad: { ...alone({ end: hangUp }, { version: '2020-01-01' }), at: 'Version' },
  good: alone({ end: hangUp }),
};
