/** Personal data is kept in a contact attribute. */
import type { Reference } from '../../language/jsonpath.ts';
import { settingsOf } from '../analysis/attribute-constants.ts';
import { isStoredInput, wordsIn } from '../analysis/effects.ts';
import { onSomeWay, SECRET_KEYED } from '../analysis/on-some-way.ts';
import { namesPerson } from '../analysis/personal.ts';
import { referencesOf } from '../analysis/readings.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, ask, call, hangUp, set } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const PROFILE: ReadonlySet<string> = new Set(['Customer', 'External', 'Case']);

/** The caller's number, and fields of a person's record. */
const isPersonal = ({ segments }: Reference): boolean => {
  const [root = ''] = segments;
  if (root === 'CustomerEndpoint') return segments[1] === 'Address';
  return PROFILE.has(root) && namesPerson(segments.at(-1) ?? '');
};

/** Such as `addressKnown`: what is kept is not the data. */
const isHarmless = (name: string): boolean =>
  wordsIn(name).some((word) => word === 'encrypted' || word === 'masked');

export const personalAttribute: Rule = {
  id: 'posture/personal-attribute',
  severity: 'warning',
  what: 'Personal data is kept in a contact attribute.',
  why: 'Attributes stand in the contact record, in every export of it, in flow logs and on the agent page, and cannot be erased one by one.',
  fix: 'Keep an id of the customer, and let functions and the agent page read the rest where it can be protected and erased.',
  evidence: {
    pages: [adminguide('security-data-protection'), adminguide('connect-contact-attributes')],
    reports: [REPORTS.posture, REPORTS.inClear],
  },
  check: (flow) => {
    const facts = onSomeWay(flow.group());
    return flow.steps.flatMap((step) =>
      settingsOf(step).flatMap(({ name, value }): Report[] => {
        const references = referencesOf(value);
        const personal = references.find(
          (reference) =>
            isPersonal(reference) || (isStoredInput(reference) && facts(flow, step, SECRET_KEYED) === true),
        );
        const path = `${step.place}.Parameters.Attributes.${name}`;
        if (references.length > 0 && namesPerson(name))
          return [{ path, step: step.id, message: `the attribute '${name}' keeps personal data` }];
        return personal === undefined || isHarmless(name)
          ? []
          : [
              {
                path,
                step: step.id,
                message: `the attribute '${name}' keeps ${personal.text}, which is personal data`,
              },
            ];
      }),
    );
  },
  bad: {
    ...alone({
      number: ask('Your card number?', 'keep', 'end'),
      keep: set({ cardNumber: '$.StoredCustomerInput' }, 'end'),
      end: hangUp,
    }),
    at: 'Actions[1].Parameters.Attributes.cardNumber',
  },
  good: alone({
    look: call('look-up', 'keep', 'end'),
    keep: set({ customerId: '$.External.customerId' }, 'end'),
    end: hangUp,
  }),
};
