/** A branch leads to a step that does not exist. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';
import { misread } from './refused.ts';

export const danglingTarget: Rule = {
  id: 'publish/dangling-target',
  severity: 'error',
  what: 'A branch leads to a step that does not exist.',
  why: 'The service refuses the branch with the path of its NextAction.',
  fix: 'Name a step of the flow; the message says which name is near.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.engineeringNotes, REPORTS.flowAsCode],
    seen: '2 of 240 public flows break it',
  },
  check: (flow) =>
    misread(
      flow,
      ['flow/dangling-target'],
      ({ message, path }) => `Invalid Action property value. Path: ${path}: ${message}`,
    ),
  bad: {
    ...alone({ hello: say('Hello.', 'goodby'), goodbye: hangUp }),
    at: 'Actions[0].Transitions.NextAction',
  },
  good: alone({ hello: say('Hello.', 'goodbye'), goodbye: hangUp }),
};
