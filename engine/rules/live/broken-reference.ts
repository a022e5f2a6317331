/** A reference holds another reference. */
import { adminguide } from '../evidence.ts';
import { alone, decide, hangUp, say } from '../example.ts';
import type { Rule } from '../rule.ts';

export const brokenReference: Rule = {
  id: 'live/broken-reference',
  severity: 'warning',
  what: 'A reference holds another reference.',
  why: 'Such a reference names nothing: on a call it is always unset, and a comparison with it is never met.',
  fix: 'Write the inner reference alone.',
  evidence: {
    pages: [adminguide('how-to-reference-attributes')],
    seen: '8 of 436 real flows hold $.Attributes.$.StoredCustomerInput, 21 times',
  },
  check: (flow) =>
    flow.diagnostics
      .filter(({ code }) => code === 'flow/broken-reference')
      .map(({ path, step, message }) => ({ path, message, ...(step === undefined ? {} : { step }) })),
  bad: {
    ...alone({
      who: decide('$.Attributes.$.StoredCustomerInput', { '1': 'end' }, 'bye'),
      bye: say('Goodbye.', 'end'),
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.ComparisonValue',
  },
  good: alone({
    who: decide('$.StoredCustomerInput', { '1': 'end' }, 'bye'),
    bye: say('Goodbye.', 'end'),
    end: hangUp,
  }),
};
