/** An action of Voice ID; whether the service still takes it is not known. */
import { devguide } from '../evidence.ts';
import { alone, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const endedService: Rule = {
  id: 'publish/ended-service',
  severity: 'warning',
  what: 'An action of Voice ID; whether the service still takes it is not known.',
  why: 'Voice ID ended on 20 May 2026, and since then an instance has refused every form of its check.',
  fix: 'Remove the step, and verify callers in another way.',
  evidence: {
    pages: [devguide('flow-control-actions-checkvoiceid')],
    reports: [
      'live: a published conformance task found every condition of CheckVoiceId refused after the end of the service',
    ],
    seen: '6 real steps, all of them older',
  },
  check: (flow) =>
    flow.older
      ? []
      : flow.steps.flatMap(({ action: { Type }, place, id }): Report[] => {
          if (Type !== 'CheckVoiceId' && Type !== 'StartVoiceIdStream') return [];
          const path = `${place}.Type`;
          return [
            {
              path,
              step: id,
              message: `Invalid Action type. Type: ${Type}, Path: ${path}: Voice ID has ended, and sources conflict on whether it can still be published`,
            },
          ];
        }),
  bad: {
    ...alone({
      voice: { type: 'StartVoiceIdStream', next: 'end', errors: { NoMatchingError: 'end' } },
      end: hangUp,
    }),
    at: 'Actions[0].Type',
  },
  good: alone({ hello: say('Hello.', 'end'), end: hangUp }),
};
