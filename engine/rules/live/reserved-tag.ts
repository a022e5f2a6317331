/** A tag begins with aws:, which is reserved. */
import type { Json } from '../../language/flow.ts';
import { isObject } from '../../language/json.ts';
import { devguide, REPORTS } from '../evidence.ts';
import type { ExampleStep } from '../example.ts';
import { alone, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const tag = (Tags: Json): ExampleStep => ({
  type: 'TagContact',
  parameters: { Tags },
  next: 'end',
  errors: { NoMatchingError: 'end' },
});

export const reservedTag: Rule = {
  id: 'live/reserved-tag',
  severity: 'warning',
  what: 'A tag begins with aws:, which is reserved.',
  why: 'The service takes it when the flow is created, and the step fails when the call comes.',
  fix: 'Give the tag another name.',
  evidence: { pages: [devguide('contact-actions-tagcontact')], reports: [REPORTS.flowAsCode] },
  check: (flow) =>
    flow.steps.flatMap((step): Report[] => {
      const tags = step.action.Type === 'TagContact' ? step.action.Parameters['Tags'] : undefined;
      return Object.keys(isObject(tags) ? tags : {}).flatMap((name): Report[] =>
        name.toLowerCase().startsWith('aws:')
          ? [
              {
                path: `${step.place}.Parameters.Tags.${name}`,
                step: step.id,
                message: `the tag '${name}' is reserved`,
              },
            ]
          : [],
      );
    }),
  bad: {
    ...alone({ tag: tag({ 'aws:team': 'orders' }), end: hangUp }),
    at: 'Actions[0].Parameters.Tags.aws:team',
  },
  good: alone({ tag: tag({ team: 'orders' }), end: hangUp }),
};
