/** Stored input is used, and nothing has asked whether anything was keyed. */
import { settingsOf } from '../analysis/attribute-constants.ts';
import { comparedAttribute, isStoredInput, meets, NOTHING_KEYED } from '../analysis/effects.ts';
import type { Group } from '../analysis/flow-under-check.ts';
import { onSomeWay, UNCHECKED_INPUT } from '../analysis/on-some-way.ts';
import { oncePer } from '../analysis/once.ts';
import { adminguide } from '../evidence.ts';
import { alone, ask, call, decide, hangUp } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

/** Attributes that are compared with Timeout somewhere: keeping the input in one of them is no use of it yet. */
const comparedCopies: (group: Group) => ReadonlySet<string> = oncePer(
  (group) =>
    new Set(
      group.flows.flatMap(({ steps }) =>
        steps.flatMap((step) =>
          step.edges.some((edge) => edge.kind === 'condition' && meets(NOTHING_KEYED, edge))
            ? (comparedAttribute(step) ?? [])
            : [],
        ),
      ),
    ),
);

export const inputNotChecked: Rule = {
  id: 'live/input-not-checked',
  severity: 'warning',
  what: 'Stored input is used, and nothing has asked whether anything was keyed.',
  why: 'A caller who keys nothing leaves the word Timeout behind, on the success branch: it goes to the function, or is read aloud.',
  fix: 'Compare $.StoredCustomerInput with Timeout after the input, and ask again there.',
  evidence: {
    pages: [adminguide('store-customer-input')],
    seen: '303 real stored inputs have no branch for it',
  },
  check: (flow) => {
    const facts = onSomeWay(flow.group());
    const copies = comparedCopies(flow.group());
    return flow.steps.flatMap((step): Report[] => {
      if (step.action.Type === 'Compare') return [];
      const reading = step.readings.find(({ reference }) => isStoredInput(reference));
      if (reading === undefined || facts(flow, step, UNCHECKED_INPUT) !== true) return [];
      const kept = settingsOf(step).filter(({ value }) => value === '$.StoredCustomerInput');
      if (kept.length > 0 && kept.every(({ name }) => copies.has(name))) return [];
      return [
        {
          path: `${step.place}.${reading.path}`,
          step: step.id,
          message: `$.StoredCustomerInput is used here, and it is ${NOTHING_KEYED} when the caller has keyed nothing`,
        },
      ];
    });
  },
  bad: {
    ...alone({
      number: ask('Your number?', 'look', 'end'),
      look: call('look-up', 'end', 'end', { number: '$.StoredCustomerInput' }),
      end: hangUp,
    }),
    at: 'Actions[1].Parameters.LambdaInvocationAttributes.number',
  },
  good: alone({
    number: ask('Your number?', 'any', 'end'),
    any: decide('$.StoredCustomerInput', { Timeout: 'end' }, 'look'),
    look: call('look-up', 'end', 'end', { number: '$.StoredCustomerInput' }),
    end: hangUp,
  }),
};
