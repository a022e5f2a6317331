/** A contact attribute has a $ or a dot in its name. */

import { settingsOf } from '../analysis/attribute-constants.ts';
import { adminguide } from '../evidence.ts';
import { alone, hangUp, set } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

export const attributeName: Rule = {
  id: 'live/attribute-name',
  severity: 'warning',
  what: 'A contact attribute has a $ or a dot in its name.',
  why: 'Such a name cannot be referred to: the dot begins another name, and the $ another reference.',
  fix: 'Write the name in letters, digits, hyphens and underscores.',
  evidence: { pages: [adminguide('connect-attrib-list')] },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] =>
      settingsOf(step).flatMap(({ name }): Report[] =>
        /[$.]/.test(name)
          ? [
              {
                path: `${step.place}.Parameters.Attributes.${name}`,
                step: step.id,
                message: `the attribute '${name}' cannot be referred to`,
              },
            ]
          : [],
      ),
    ),
  bad: {
    ...alone({ keep: set({ 'order.number': '7' }, 'end'), end: hangUp }),
    at: 'Actions[0].Parameters.Attributes.order.number',
  },
  good: alone({ keep: set({ orderNumber: '7' }, 'end'), end: hangUp }),
};
