/** Of parameters that exclude each other more than one is given. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';
import { isEventHooks, recordingSaid, refused } from './refused.ts';

export const onlyOne: Rule = {
  id: 'publish/only-one',
  severity: 'error',
  what: 'Of parameters that exclude each other more than one is given.',
  why: 'Text, SSML, PromptId and Media are four ways to say one thing, and the service takes one; queues and agents exclude each other likewise.',
  fix: 'Keep one of them.',
  evidence: {
    pages: [devguide('participant-actions-messageparticipant')],
    reports: [REPORTS.builder],
    seen: '2,321 of 2,321 real messages keep it',
  },
  check: (flow) =>
    refused(
      flow,
      'publish/only-one-property',
      ({ path }) => !isEventHooks(path),
      (refusal) => recordingSaid(flow, refusal),
    ),
  bad: {
    ...alone({
      hello: {
        type: 'MessageParticipant',
        parameters: { Text: 'Hello.', SSML: '<speak>Hello.</speak>' },
        next: 'end',
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters',
  },
  good: alone({ hello: say('Hello.', 'end'), end: hangUp }),
};
