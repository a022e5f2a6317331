/** Compare: branches on a value. */
import { looksLikeReference, parseReference } from '../language/jsonpath.ts';
import { object, required, text } from '../language/parameters.ts';
import { defineBlock } from './block.ts';
import { EVERY_CHANNEL, EVERY_FLOW } from './forms.ts';
import { scalar } from './wire-values.ts';

/** Operators of conditions (devguide/flow-language-actions; KeyExists is seen on the wire but not documented). */
export const COMPARE_OPERATORS = [
  'Equals',
  'TextStartsWith',
  'TextEndsWith',
  'TextContains',
  'NumberGreaterThan',
  'NumberGreaterOrEqualTo',
  'NumberLessThan',
  'NumberLessOrEqualTo',
  'KeyExists',
] as const;

/** An unset value meets no condition (adminguide/check-contact-attributes). Operands may be references. */
export const compare = defineBlock({
  type: 'Compare',
  purpose: 'Compares one value with the conditions in their order and takes the first that holds.',
  see: 'devguide/flow-control-actions-compare',
  parameters: object({ ComparisonValue: required(text('reference', { pattern: /^\$/ })) }),
  branches: () => ({
    next: 'optional',
    errors: { required: ['NoMatchingCondition'], optional: [] },
    conditions: { kind: 'any', operators: COMPARE_OPERATORS, atLeast: 1 },
  }),
  flowTypes: EVERY_FLOW,
  channels: EVERY_CHANNEL,
  facts: { speaks: false, listens: false, terminal: false },
  logName: 'CheckAttribute',
  prepare(parameters) {
    const reference = scalar(parameters['ComparisonValue']) ?? '';
    const whole = looksLikeReference(reference) ? parseReference(reference) : undefined;
    return {
      run: (step) => ({ kind: 'compare', value: whole === undefined ? undefined : step.resolve(whole) }),
    };
  },
});
