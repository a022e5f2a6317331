/** Of parameters of which one is needed none is given. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';
import { isEventHooks, lacksInputSetting, refused } from './refused.ts';

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
      ({ path, message }) => !isEventHooks(path) && lacksInputSetting(message) === undefined,
      // The service does not name the buffer form here.
      ({ message }) => message.replace(', EnableDTMFBuffer]', ']'),
    ),
  bad: {
    ...alone({ hello: { type: 'MessageParticipant', next: 'end' }, end: hangUp }),
    at: 'Actions[0].Parameters',
  },
  good: alone({ hello: say('Hello.', 'end'), end: hangUp }),
};
