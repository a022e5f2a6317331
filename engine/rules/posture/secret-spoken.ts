/** A secret is spoken in full. */
import { isStoredInput } from '../analysis/effects.ts';
import { onSomeWay, SECRET_KEYED } from '../analysis/on-some-way.ts';
import { namesSecret } from '../analysis/personal.ts';
import { adminguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, say, set } from '../example.ts';
import type { Report, Rule } from '../rule.ts';

const isSpoken = (path: string): boolean => path.endsWith('.Text') || path.endsWith('.SSML');

export const secretSpoken: Rule = {
  id: 'posture/secret-spoken',
  severity: 'warning',
  what: 'A secret is spoken in full.',
  why: 'Whoever stands beside the caller hears it, and so does the recording.',
  fix: 'Speak the last digits, or say that it was received.',
  evidence: { pages: [adminguide('security-data-protection')], reports: [REPORTS.posture] },
  check: (flow) => {
    const facts = onSomeWay(flow.group());
    return flow.steps.flatMap((step): Report[] => {
      if (step.block?.facts.speaks !== true) return [];
      const secret = step.readings.find(
        ({ reference, path }) =>
          isSpoken(path) &&
          (namesSecret(reference.segments.at(-1) ?? '') ||
            (isStoredInput(reference) && facts(flow, step, SECRET_KEYED) === true)),
      );
      if (secret === undefined) return [];
      return [
        {
          path: `${step.place}.${secret.path}`,
          step: step.id,
          message: `${secret.reference.text} is spoken in full`,
        },
      ];
    });
  },
  bad: {
    ...alone({
      keep: set({ cardNumber: '$.StoredCustomerInput' }, 'tell'),
      tell: say('Your card is $.Attributes.cardNumber.', 'end'),
      end: hangUp,
    }),
    at: 'Actions[1].Parameters.Text',
  },
  good: alone({
    keep: set({ cardLast4: '$.External.last4' }, 'tell'),
    tell: say('Your card ends in $.Attributes.cardLast4.', 'end'),
    end: hangUp,
  }),
};
