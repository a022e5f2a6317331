/** The text has a byte order mark, or a number that no program reads as it stands. */
import { devguide } from '../evidence.ts';
import { alone, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';

export const oddText: Rule = {
  id: 'publish/odd-text',
  severity: 'warning',
  what: 'The text has a byte order mark, or a number that no program reads as it stands.',
  why: 'Tools and the service read numbers of 17 digits and more as others, and some refuse the mark.',
  fix: 'Save the file as UTF-8 without a mark, and write long numbers in quotation marks.',
  evidence: { pages: [devguide('flow-language-actions')], seen: 'no real export has either' },
  check: (flow) =>
    flow.diagnostics
      .filter(({ code }) => code === 'flow/byte-order-mark' || code === 'flow/imprecise-number')
      .map(({ path, step, message }) => ({ path, message, ...(step === undefined ? {} : { step }) })),
  bad: {
    ...{ flows: [{ name: 'example', text: `\uFEFF${alone({ end: hangUp }).flows[0]?.text ?? ''}` }] },
    at: '',
  },
  good: alone({ end: hangUp }),
};
