/** A flow's text is read as far as it can be, and everything wrong with it is named with its place. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseFlow } from '../../../engine/language/parse.ts';
import { printFlow } from '../../../engine/language/print.ts';
import { isFull } from '../../calls/counts.ts';

const say = (Identifier: string, NextAction: string) => ({
  Identifier,
  Type: 'MessageParticipant',
  Parameters: { Text: 'Hello.' },
  Transitions: { NextAction, Errors: [{ ErrorType: 'NoMatchingError', NextAction }] },
});
const end = (Identifier: string) => ({
  Identifier,
  Type: 'DisconnectParticipant',
  Parameters: {},
  Transitions: {},
});
const flow = (actions: readonly unknown[], more: object = {}) =>
  JSON.stringify({ Version: '2019-10-30', StartAction: 'greet', Actions: actions, ...more });
/** Many in the full counts. */
const runs = isFull ? 2_000 : 150;
const found = (text: string) =>
  parseFlow(text).diagnostics.map(({ code, path, step }) =>
    step === undefined ? [code, path] : [code, path, step],
  );

test('a flow without faults is read without a word', () => {
  const { document, diagnostics } = parseFlow(flow([say('greet', 'bye'), end('bye')]));
  expect(diagnostics).toEqual([]);
  expect(document?.Actions.map((action) => action.Identifier)).toEqual(['greet', 'bye']);
});

describe('text that is no flow', () => {
  test.each([
    ['', 'flow/not-json'],
    ['{"Actions": [', 'flow/not-json'],
    ['null', 'flow/not-an-object'],
    ['[]', 'flow/not-an-object'],
    ['"flow"', 'flow/not-an-object'],
    ['{"modules": [], "version": "1"}', 'flow/older-export'],
    [`${'['.repeat(100_000)}${']'.repeat(100_000)}`, 'flow/too-deep'],
  ])('%.20s is refused', (text, code) => {
    const { document, diagnostics } = parseFlow(text);
    expect(document).toBeUndefined();
    expect(diagnostics.map((entry) => entry.code)).toEqual([code]);
  });
  test('says where the JSON breaks off', () => {
    expect(parseFlow('{"Actions": x}').diagnostics[0]?.message).toMatch(/not JSON: .*x/);
  });
});

describe('a fault in the envelope is named', () => {
  test.each([
    [{ Version: '2020-01-01' }, 'flow/wrong-version', 'Version'],
    [{ StartAction: 7 }, 'flow/no-start', 'StartAction'],
    [{ StartAction: 'gret' }, 'flow/dangling-start', 'StartAction'],
    [{ Actions: {} }, 'flow/no-actions', 'Actions'],
    [{ Actions: [] }, 'flow/no-actions', 'Actions'],
  ])('%j', (more, code, path) => {
    expect(found(flow([end('greet')], more))).toContainEqual([code, path]);
  });
  test('251 actions are one too many', () => {
    const actions = Array.from({ length: 251 }, (_, index) => end(index === 0 ? 'greet' : `end-${index}`));
    expect(found(flow(actions))).toEqual([['flow/too-many-actions', 'Actions']]);
    expect(found(flow(actions.slice(1), { StartAction: 'end-1' }))).toEqual([]);
  });
  test('a flow of 256,001 characters is too long', () => {
    const text = flow([end('greet')]);
    expect(found(text.padEnd(256_000))).toEqual([]);
    expect(found(text.padEnd(256_001))).toEqual([['flow/too-long', '']]);
  });
  test('a byte order mark is a warning, and the flow is read', () => {
    const { document, diagnostics } = parseFlow(`\uFEFF${flow([end('greet')])}`);
    expect(document?.Actions).toHaveLength(1);
    expect(diagnostics).toMatchObject([{ code: 'flow/byte-order-mark', severity: 'warning' }]);
  });
});

describe('a fault in an action is named', () => {
  test('a target that does not exist, with the name that was meant', () => {
    const { diagnostics } = parseFlow(flow([say('greet', 'good-by'), end('good-bye')]));
    expect(diagnostics).toMatchObject([
      {
        code: 'flow/dangling-target',
        message: "points to 'good-by', which does not exist; did you mean 'good-bye'?",
        path: 'Actions[0].Transitions.NextAction',
        step: 'greet',
      },
      { path: 'Actions[0].Transitions.Errors[0].NextAction' },
    ]);
  });
  test('a name that nothing resembles gets no suggestion', () => {
    const { diagnostics } = parseFlow(flow([say('greet', 'x'), end('y')]));
    expect(diagnostics[0]?.message).toBe("points to 'x', which does not exist");
  });
  test('two actions of one name', () => {
    expect(found(flow([say('greet', 'greet'), end('greet')]))).toEqual([
      ['flow/duplicate-identifier', 'Actions[1].Identifier', 'greet'],
    ]);
  });
  test.each(['__proto__', 'constructor', 'toString', 'a.b(c)', '', 'x'.repeat(51)])(
    'the identifier %j',
    (name) => {
      expect(found(flow([say('greet', name), end(name)]))).toEqual([
        ['flow/bad-identifier', 'Actions[1].Identifier', name],
      ]);
    },
  );
  test('a target __proto__ that no action has', () => {
    expect(found(flow([say('greet', '__proto__')]))[0]).toEqual([
      'flow/dangling-target',
      'Actions[0].Transitions.NextAction',
      'greet',
    ]);
  });
  test.each([
    [7, 'flow/malformed-action', 'Actions[1]'],
    [{ Type: 'X' }, 'flow/malformed-action', 'Actions[1].Identifier'],
    [{ Identifier: 'a' }, 'flow/malformed-action', 'Actions[1].Type'],
    [{ ...end('a'), Parameters: [] }, 'flow/malformed-action', 'Actions[1].Parameters'],
    [{ ...end('a'), Transitions: undefined }, 'flow/malformed-action', 'Actions[1].Transitions'],
    [
      { ...end('a'), Transitions: { NextAction: 1 } },
      'flow/malformed-action',
      'Actions[1].Transitions.NextAction',
    ],
    [{ ...end('a'), Transitions: { Errors: {} } }, 'flow/malformed-action', 'Actions[1].Transitions.Errors'],
    [
      { ...end('a'), Transitions: { Errors: [{}] } },
      'flow/malformed-branch',
      'Actions[1].Transitions.Errors[0]',
    ],
    [
      {
        ...end('a'),
        Transitions: { Conditions: [{ Condition: { Operator: 'Equals' }, NextAction: 'greet' }] },
      },
      'flow/malformed-branch',
      'Actions[1].Transitions.Conditions[0]',
    ],
  ])('%j', (action, code, path) => {
    const { document, diagnostics } = parseFlow(flow([end('greet'), action]));
    expect(diagnostics).toMatchObject([{ code, path }]);
    expect(document?.Actions[0]?.Identifier).toBe('greet');
  });
  test('parameters may be missing, as in 39 real actions', () => {
    expect(found(flow([{ Identifier: 'greet', Type: 'DisconnectParticipant', Transitions: {} }]))).toEqual(
      [],
    );
  });
});

describe('what no reader may trip over is told', () => {
  const withText = (text: string) =>
    flow([{ ...say('greet', 'bye'), Parameters: { Text: text } }, end('bye')]);
  test('a reference inside a reference', () => {
    const { diagnostics } = parseFlow(withText('PIN $.Attributes.$.StoredCustomerInput'));
    expect(diagnostics).toMatchObject([
      {
        code: 'flow/broken-reference',
        severity: 'warning',
        path: 'Actions[0].Parameters.Text',
        step: 'greet',
      },
    ]);
    expect(diagnostics[0]?.message).toContain("did you mean '$.StoredCustomerInput'?");
  });
  test('a number of 300 digits, and not one that is kept, nor digits in a text', () => {
    const text = withText('1'.repeat(300)).replace(
      '"Text":',
      `"a":${'7'.repeat(300)},"b":0.1234567890123456,"Text":`,
    );
    expect(found(text)).toEqual([['flow/imprecise-number', 'Actions[0].Parameters.a']]);
  });
  test.each([
    ['"StartAction"', '"startAction"', 'flow/no-start'],
    ['"Actions"', '"actions"', 'flow/no-actions'],
    ['"Identifier":"greet"', '"identifier":"greet"', 'flow/malformed-action'],
    ['"Type":"Disconnect', '"type":"Disconnect', 'flow/malformed-action'],
  ])('%s written as %s, with what was meant', (right, wrong, code) => {
    const { diagnostics } = parseFlow(withText('Hi.').replace(right, wrong));
    expect(diagnostics.find((each) => each.code === code)?.message).toMatch(
      /did you mean '[a-zA-Z]+' to be '[A-Z]/,
    );
  });
  test('10,000 steps in a circle are read in a moment', () => {
    const circle = Array.from({ length: 10_000 }, (_, index) => say(`s${index}`, `s${(index + 1) % 10_000}`));
    const { document, diagnostics } = parseFlow(flow([say('greet', 's0'), ...circle]));
    expect(document?.Actions).toHaveLength(10_001);
    expect(diagnostics.map(({ code }) => code)).toContain('flow/too-many-actions');
  });
});

describe('whatever the text', () => {
  test('it is read or refused, and never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { document, diagnostics } = parseFlow(text);
        expect(document !== undefined || diagnostics.length > 0).toBe(true);
      }),
      { numRuns: runs },
    );
  });
  test('a broken flow never throws, and what is kept of it can be printed and read again', () => {
    const key = fc.constantFrom(
      'Identifier',
      'Type',
      'Parameters',
      'Transitions',
      'NextAction',
      'Errors',
      '__proto__',
    );
    const mess = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(key, fc.oneof(fc.jsonValue(), fc.constantFrom('greet', '__proto__', '')), {
        noNullPrototype: true,
      }),
    );
    fc.assert(
      fc.property(fc.array(mess), fc.dictionary(key, fc.jsonValue()), (actions, transitions) => {
        const text = flow([{ ...say('greet', 'greet'), Transitions: transitions }, ...actions]);
        const { document } = parseFlow(text);
        if (document === undefined) throw new Error('an object with actions is a document');
        const printed = printFlow(document);
        const again = parseFlow(printed).document;
        if (again === undefined) throw new Error('a printed flow is a document');
        expect(printFlow(again)).toBe(printed);
      }),
      { numRuns: runs },
    );
  });
  test('a flow cut off anywhere, or with any character changed, never throws', () => {
    const text = flow([say('greet', 'bye'), end('bye')]);
    fc.assert(
      fc.property(fc.nat(text.length), fc.string({ maxLength: 3 }), fc.nat(3), (at, put, cut) => {
        expect(() => parseFlow(text.slice(0, at) + put + text.slice(at + cut))).not.toThrow();
      }),
      { numRuns: runs },
    );
  });
});
