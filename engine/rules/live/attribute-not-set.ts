/** An attribute of the contact or the flow is read that is not set on some way. */
import type { Reference } from '../../language/jsonpath.ts';
import { attribute, flowAttribute, onEveryWay } from '../analysis/on-every-way.ts';
import { memberOf } from '../analysis/readings.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, menu, say, set } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** What must hold for the reference to have a value; undefined where it is to no attribute. */
function factOf(reference: Reference): string | undefined {
  const ofContact = memberOf(reference, 'Attributes');
  if (ofContact !== undefined) return ofContact === '$' ? undefined : attribute(ofContact);
  const ofFlow = memberOf(reference, 'FlowAttributes');
  return ofFlow === undefined ? undefined : flowAttribute(ofFlow);
}

export const attributeNotSet: Rule = {
  id: 'live/attribute-not-set',
  severity: 'warning',
  what: 'An attribute of the contact or the flow is read that is not set on some way.',
  why: 'An unset attribute is no text: the caller hears a hole in the sentence, and a function or a transfer gets nothing.',
  fix: 'Set it at the beginning of the call, or ask for it with a Compare step before it is read.',
  evidence: {
    pages: [adminguide('how-to-reference-attributes'), adminguide('check-contact-attributes')],
    reports: [REPORTS.posture],
  },
  check: (flow) => {
    const facts = onEveryWay(flow.group());
    return flow.steps.flatMap((step) => {
      if (step.action.Type === 'Compare') return [];
      const told = new Set<string>();
      return step.readings.flatMap(({ reference, path }): Report[] => {
        const fact = factOf(reference);
        if (fact === undefined || told.has(fact) || facts(flow, step, fact) !== false) return [];
        told.add(fact);
        return [
          {
            path: `${step.place}.${path}`,
            step: step.id,
            message: `${reference.text} is read here, and on some way to this step nothing has set it`,
          },
        ];
      });
    });
  },
  bad: {
    ...alone({
      choose: menu({ '1': 'keep' }, 'greet'),
      keep: set({ name: 'Sam' }, 'greet'),
      greet: say('Hello $.Attributes.name.', 'end'),
      end: hangUp,
    }),
    at: 'Actions[2].Parameters.Text',
  },
  good: alone({
    keep: set({ name: 'Sam' }, 'greet', 'end'),
    greet: say('Hello $.Attributes.name.', 'end'),
    end: hangUp,
  }),
};
