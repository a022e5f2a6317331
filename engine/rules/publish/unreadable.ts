/** The text is not a flow. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { isTransitions, misread } from './refused.ts';

const CODES = [
  'flow/not-json',
  'flow/not-an-object',
  'flow/too-deep',
  'flow/no-actions',
  'flow/no-start',
  'flow/malformed-action',
  'flow/malformed-branch',
];

export const unreadable: Rule = {
  id: 'publish/unreadable',
  severity: 'error',
  what: 'The text is not a flow.',
  why: 'The service parses the content before anything else and refuses what it cannot read.',
  fix: 'Export the flow again, or render it from its source; the message names the place.',
  evidence: { pages: [devguide('flow-language-actions')], reports: [REPORTS.wireFormat] },
  check: (flow) =>
    misread(
      flow,
      CODES,
      ({ message }) => `Invalid contact flow format: ${message}`,
      (diagnostic) => !isTransitions(diagnostic),
    ),
  bad: { ...{ flows: [{ name: 'example', text: '{"Version": ' }] }, at: '' },
  good: alone({ end: hangUp }),
};
