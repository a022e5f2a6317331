/** Flows of chance: any steps, any parameters, any spelling of the JSON. */
import fc from 'fast-check';
import type { FlowAction, FlowDocument, Json } from '../../../engine/language/flow.ts';

const IDENTIFIERS = ['greet', 'ask', 'again', 'bye', 'é', 'toString', 'a b', '__proto__'] as const;
const identifier = fc.constantFrom(...IDENTIFIERS);

const parameter: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('', '"', '\\', '\u2028', '$.Attributes.$.x')),
    fc.integer(),
    fc.boolean(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ maxLength: 4 }), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

const target = identifier.map((NextAction) => ({ NextAction }));

const action: fc.Arbitrary<FlowAction> = fc.record({
  Identifier: identifier,
  Type: fc.constantFrom('MessageParticipant', 'Compare', 'Unknown'),
  Parameters: fc.dictionary(fc.constantFrom('Text', 'a', '__proto__'), parameter, { noNullPrototype: true }),
  Transitions: fc.record(
    {
      NextAction: identifier,
      Errors: fc.array(
        target.map((to) => ({ ...to, ErrorType: 'NoMatchingError' })),
        { maxLength: 2 },
      ),
      Conditions: fc.array(
        target.map((to) => ({ ...to, Condition: { Operator: 'Equals', Operands: ['1'] } })),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: [] },
  ),
});

export const arbitraryFlow: fc.Arbitrary<FlowDocument> = fc.record({
  Version: fc.constant('2019-10-30'),
  StartAction: identifier,
  Actions: fc.uniqueArray(action, { selector: (each) => each.Identifier, minLength: 1, maxLength: 6 }),
  Metadata: parameter,
});

/** The same JSON in another spelling: other white space, escapes where none are needed. */
export const spelling: fc.Arbitrary<(value: unknown) => string> = fc
  .record({
    indent: fc.constantFrom('', ' ', '  ', '    ', '\t'),
    escaped: fc.constantFrom('', 'e', '/', 'S'),
    after: fc.constantFrom('', '\n', ' \n\n'),
    windows: fc.boolean(),
  })
  .map(({ indent, escaped, after, windows }) => (value: unknown) => {
    const text = JSON.stringify(value, null, indent) + after;
    const code = escaped === '' ? '' : `\\u${escaped.charCodeAt(0).toString(16).padStart(4, '0')}`;
    // Only inside quotes, and not right after a backslash, which would be escaped instead.
    const spelt = text.replaceAll(/"(?:[^"\\]|\\.)*"/gs, (literal) =>
      escaped === '' ? literal : literal.replaceAll(new RegExp(`(?<!\\\\)${escaped}`, 'g'), code),
    );
    return windows ? spelt.replaceAll('\n', '\r\n') : spelt;
  });
