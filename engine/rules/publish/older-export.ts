/** The text is the console's older export, with 'modules' in place of 'Actions'. */
import { apiReference } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { misread } from './refused.ts';

export const olderExport: Rule = {
  id: 'publish/older-export',
  severity: 'error',
  what: "The text is the console's older export, with 'modules' in place of 'Actions'.",
  why: 'The API takes version 2019-10-30 only; the older form is what the console imports.',
  fix: 'Import it in the console and export it again, or let "callwright import" convert it.',
  evidence: {
    pages: [apiReference('API_CreateContactFlow')],
    reports: ['aws/aws-sdk-js issue 3461'],
    seen: '74 of 314 public flows are of the older form',
  },
  check: (flow) =>
    misread(flow, ['flow/older-export'], ({ message }) => `Invalid contact flow format: ${message}`),
  bad: {
    ...{
      flows: [{ name: 'example', text: '{"modules":[],"version":"1","type":"contactFlow","start":"a"}' }],
    },
    at: 'modules',
  },
  good: alone({ end: hangUp }),
};
