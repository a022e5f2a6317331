/** An identifier is empty, too long, reserved, or holds a forbidden character. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { misread } from './refused.ts';

export const identifier: Rule = {
  id: 'publish/identifier',
  severity: 'error',
  what: 'An identifier is empty, too long, reserved, or holds a forbidden character.',
  why: 'Identifiers have at most 50 characters, none of % : ( \\ / ) = $ , ; [ ] { }, and are no name of a JavaScript object such as constructor.',
  fix: 'Give the step another name; every branch that leads to it names it too.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.flowAsCode],
    seen: '8,181 of 8,181 real steps keep it',
  },
  check: (flow) =>
    misread(
      flow,
      ['flow/bad-identifier'],
      ({ message, path }) => `Invalid Action property value. Path: ${path}: ${message}`,
    ),
  bad: { ...alone({ 'bye;now': hangUp }), at: 'Actions[0].Identifier' },
  good: alone({ 'bye-now': hangUp }),
};
