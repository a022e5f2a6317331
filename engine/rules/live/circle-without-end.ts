/** Steps lead back to themselves, and nothing counts the rounds. */
import { type Circle, circles, listensIn, named } from '../analysis/circles.ts';
import { isHeard } from '../analysis/effects.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, call, count, decide, hangUp, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const HELD = new Set(['CUSTOMER_QUEUE', 'CUSTOMER_HOLD', 'AGENT_HOLD']);

/** Where somebody is held by a queue or an agent, words that go round are the music. */
const isHeldInQueue = (circle: Circle): boolean =>
  circle.every(({ flow }) => HELD.has(flow.type)) && circle.some(({ step }) => isHeard(step));

export const circleWithoutEnd: Rule = {
  id: 'live/circle-without-end',
  severity: 'error',
  what: 'Steps lead back to themselves, and nothing counts the rounds.',
  why: 'The contact goes round until it is ended from outside, and a circle without a pause can use up the flow at once.',
  fix: 'Count the rounds with a Loop step, or let a Wait step or a loop of prompts hold the contact.',
  evidence: { pages: [adminguide('loop')], reports: [REPORTS.posture] },
  check: (flow) =>
    circles(flow.group()).unbounded.flatMap((circle): Report[] => {
      const [first] = circle;
      if (first?.flow !== flow || listensIn(circle) !== undefined || isHeldInQueue(circle)) return [];
      return [
        {
          path: first.step.place,
          step: first.step.id,
          message: `this step leads back to itself, and nothing counts the rounds (${named(circle)})`,
        },
      ];
    }),
  bad: {
    ...alone({
      please: say('Please wait.', 'look'),
      look: call('look-up', 'ready', 'end'),
      ready: decide('$.External.ready', { yes: 'end' }, 'please'),
      end: hangUp,
    }),
    at: 'Actions[0]',
  },
  good: alone({
    please: say('Please wait.', 'look'),
    look: call('look-up', 'ready', 'end'),
    ready: decide('$.External.ready', { yes: 'end' }, 'count'),
    count: count('please', 'end'),
    end: hangUp,
  }),
};
