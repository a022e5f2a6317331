/** An action has no Transitions. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { isTransitions, misread } from './refused.ts';

const BARE =
  '{"Version":"2019-10-30","StartAction":"end","Actions":[{"Identifier":"end","Type":"DisconnectParticipant","Parameters":{}}]}';

export const missingTransitions: Rule = {
  id: 'publish/missing-transitions',
  severity: 'error',
  what: 'An action has no Transitions.',
  why: 'Every action needs them, and one that ends the flow has {}.',
  fix: 'Write "Transitions": {} at the end of a flow.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.builder, 'live: a public skill for telephone menus, its first entry of errors'],
    seen: '8,178 of 8,181 real steps keep it; the three others are DisconnectParticipant',
  },
  check: (flow) =>
    misread(
      flow,
      ['flow/malformed-action'],
      ({ path }) => `Action is missing required property. Path: ${path}`,
      isTransitions,
    ),
  bad: { ...{ flows: [{ name: 'example', text: BARE }] }, at: 'Actions[0].Transitions' },
  good: alone({ end: hangUp }),
};
