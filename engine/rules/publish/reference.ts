/** A reference stands where there may be none, or names nothing. */
import type { Shape } from '../../language/parameters.ts';
import { adminguide, devguide, REPORTS } from '../evidence.ts';
import { alone, decide, hangUp } from '../example.ts';
import type { Rule } from '../rule.ts';
import { faulty, shown } from './value-fault.ts';

const why = (shape: Shape): string =>
  'dynamic' in shape && shape.dynamic === 'static'
    ? 'is a reference, and this parameter has none'
    : 'is no reference to a value';

export const reference: Rule = {
  id: 'publish/reference',
  severity: 'error',
  what: 'A reference stands where there may be none, or names nothing.',
  why: 'Some parameters are static; others take one whole reference, whose namespace exists and which goes down to a value.',
  fix: 'Write the value itself, or a reference such as $.Attributes.name.',
  evidence: {
    pages: [devguide('flow-language-actions-parameter-restrictions'), adminguide('connect-attrib-list')],
    reports: [REPORTS.builder, REPORTS.wireFormat],
    seen: '22 of 735 real Compare steps hold a broken reference, 21 of them $.Attributes.$.StoredCustomerInput',
  },
  check: (flow) =>
    faulty(flow, 'reference', (shape, value) => `${shown(value)} ${why(shape)}`).filter(
      // A number that is written out is the matter of publish/static-callback-number.
      ({ path, message }) => !path.endsWith('.CallbackNumber') || message.includes('"$'),
    ),
  bad: {
    ...alone({ who: decide('$.BadValue', { sam: 'end' }, 'end'), end: hangUp }),
    at: 'Actions[0].Parameters.ComparisonValue',
  },
  good: alone({ who: decide('$.Attributes.who', { sam: 'end' }, 'end'), end: hangUp }),
};
