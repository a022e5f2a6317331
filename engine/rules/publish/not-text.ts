/** A number or a boolean stands where the wire has text. */
import { devguide, REPORTS } from '../evidence.ts';
import { alone, hangUp, menu } from '../example.ts';
import type { Rule } from '../rule.ts';
import { faulty, shown } from './value-fault.ts';

export const notText: Rule = {
  id: 'publish/not-text',
  severity: 'error',
  what: 'A number or a boolean stands where the wire has text.',
  why: 'All scalars of parameters are strings, "True" and "5" too; a boolean is even refused as an unknown action type.',
  fix: 'Put it in quotation marks, in the letters that the parameter has.',
  evidence: {
    pages: [devguide('flow-language-actions')],
    reports: [REPORTS.builder],
    seen: 'in real exports only views and audio settings have other scalars',
  },
  check: (flow) =>
    faulty(flow, 'not-text', (_shape, value) => `write ${shown(String(value))}, in quotation marks`),
  bad: {
    ...alone({
      menu: {
        ...menu({ '1': 'end' }, 'end'),
        parameters: { Text: 'Press a key.', StoreInput: false, InputTimeLimitSeconds: '5' },
      },
      end: hangUp,
    }),
    at: 'Actions[0].Parameters.StoreInput',
  },
  good: alone({ menu: menu({ '1': 'end' }, 'end'), end: hangUp }),
};
