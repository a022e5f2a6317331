/** Steps lead back to themselves without a word to the caller. */
import { circles, named } from '../analysis/circles.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, call, count, decide, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const silentCircle: Rule = {
  id: 'live/silent-circle',
  severity: 'error',
  what: 'Steps lead back to themselves without a word to the caller.',
  why: 'A caller who hears nothing takes the line for dead and hangs up, however few the rounds are.',
  fix: 'Say something in every round.',
  evidence: {
    pages: [adminguide('loop'), adminguide('connect-lambda-functions')],
    reports: [REPORTS.posture],
  },
  check: (flow) =>
    circles(flow.group()).silent.flatMap((circle): Report[] => {
      const [first] = circle;
      if (first?.flow !== flow) return [];
      return [
        {
          path: first.step.place,
          step: first.step.id,
          message: `the caller hears nothing while these steps go round (${named(circle)})`,
        },
      ];
    }),
  bad: {
    ...alone({
      look: call('look-up', 'ready', 'end'),
      ready: decide('$.External.ready', { yes: 'end' }, 'count'),
      count: count('look', 'end'),
      end: hangUp,
    }),
    at: 'Actions[0]',
  },
  good: alone({
    look: call('look-up', 'ready', 'end'),
    ready: decide('$.External.ready', { yes: 'end' }, 'count'),
    count: count('wait', 'end'),
    wait: say('One moment.', 'look'),
    end: hangUp,
  }),
};
