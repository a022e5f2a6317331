/** Of parameters of which one is needed none is given. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';
import { isEventHooks, isInputPrompt, lacksInputSetting, recordingSaid, refused } from './refused.ts';

export const oneNeeded: Rule = {
  id: 'publish/one-needed',
  severity: 'error',
  what: 'Of parameters of which one is needed none is given.',
  why: 'A message without words, an input without a prompt, or a queue step without a queue says nothing.',
  fix: 'Give one of those that the message names.',
  evidence: {
    pages: [devguide('participant-actions-messageparticipant')],
    reports: [REPORTS.builder],
    seen: '2,321 of 2,321 real messages keep it',
  },
  check: (flow) =>
    refused(
      flow,
      'publish/at-least-one-property',
      (refusal) =>
        !isEventHooks(refusal.path) &&
        lacksInputSetting(refusal.message) === undefined &&
        !isInputPrompt(flow, refusal),
      (refusal) => recordingSaid(flow, refusal),
    ),
  bad: {
    ...alone({ hello: { type: 'MessageParticipant', next: 'end' }, end: hangUp }),
    at: 'Actions[0].Parameters',
  },
  good: alone({ hello: say('Hello.', 'end'), end: hangUp }),
};
