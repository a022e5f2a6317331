/** The content has more than 256,000 characters. */
import { apiReference } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';
import { misread } from './refused.ts';

export const tooLong: Rule = {
  id: 'publish/too-long',
  severity: 'error',
  what: 'The content has more than 256,000 characters.',
  why: 'CreateContactFlow takes no more.',
  fix: 'Send it without white space, or move a part of it to a flow or module of its own.',
  evidence: {
    pages: [apiReference('API_CreateContactFlow')],
    seen: 'the longest of 459 real flows has 93,420',
  },
  check: (flow) => misread(flow, ['flow/too-long']),
  bad: { ...alone({ note: say('x'.repeat(256_000), 'end'), end: hangUp }), at: '' },
  good: alone({ note: say('Goodbye.', 'end'), end: hangUp }),
};
