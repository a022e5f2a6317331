/** A caller who presses nothing, or the wrong thing, is asked for ever. */
import { circles, listensIn, named } from '../analysis/circles.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, count, hangUp, menu, say } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const inputWithoutEnd: Rule = {
  id: 'live/input-without-end',
  severity: 'error',
  what: 'A caller who presses nothing, or the wrong thing, is asked for ever.',
  why: 'Nobody gets out of such a circle but by hanging up, and each round costs a minute of the line.',
  fix: 'Count the rounds with a Loop step, and lead to a person after the last.',
  evidence: { pages: [adminguide('loop'), adminguide('get-customer-input')], reports: [REPORTS.posture] },
  check: (flow) =>
    circles(flow.group()).unbounded.flatMap((circle): Report[] => {
      const asked = listensIn(circle);
      if (asked?.flow !== flow) return [];
      const message = `who keeps silent or presses another key comes back to this step for ever (${named(circle)})`;
      return [{ path: asked.step.place, step: asked.step.id, message }];
    }),
  bad: {
    ...alone({ choose: menu({ '1': 'end' }, 'sorry'), sorry: say('Sorry?', 'choose'), end: hangUp }),
    at: 'Actions[0]',
  },
  good: alone({ choose: menu({ '1': 'end' }, 'count'), count: count('choose', 'end'), end: hangUp }),
};
