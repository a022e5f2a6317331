/** Two functions follow each other without a word to the caller between them. */
import { isAsynchronous, isFunction } from '../analysis/on-some-way.ts';
import { limitSeconds, silences } from '../analysis/silence.ts';
import { adminguide } from '../evidence.ts';
import { alone, call, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const functionsWithoutWords: Rule = {
  id: 'live/functions-without-words',
  severity: 'warning',
  what: 'Two functions follow each other without a word to the caller between them.',
  why: 'Each may take up to 8 seconds of silence, and callers take silence for a dead line.',
  fix: 'Say something between them, or let one function do both.',
  evidence: { pages: [adminguide('connect-lambda-functions')] },
  check: (flow) => {
    const silence = silences(flow.group());
    return flow.steps.flatMap((step): Report[] => {
      const before = isFunction(step) && !isAsynchronous(step) ? silence(flow, step) : undefined;
      if (before === undefined || before.seconds === 0) return [];
      return [
        {
          path: step.place,
          step: step.id,
          message: `after the function of '${before.after}' this one follows without a word to the caller; together they may take ${before.seconds + limitSeconds(step)} seconds`,
        },
      ];
    });
  },
  bad: {
    ...alone({ look: call('look-up', 'order', 'end'), order: call('find-order', 'end', 'end'), end: hangUp }),
    at: 'Actions[1]',
  },
  good: alone({
    look: call('look-up', 'wait', 'end'),
    wait: say('One moment.', 'order'),
    order: call('find-order', 'end', 'end'),
    end: hangUp,
  }),
};
