/** A flow printed over its own text: untouched it is the text, changed it differs where it was changed. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FlowAction, FlowDocument, Json } from '../../../engine/language/flow.ts';
import { type ParsedFlow, parseFlow } from '../../../engine/language/parse.ts';
import { printParsed } from '../../../engine/language/print-parsed.ts';
import { rewriteJson } from '../../../engine/language/rewrite-json.ts';
import { isFull } from '../../calls/counts.ts';
import { arbitraryFlow, spelling } from './arbitrary-flow.ts';

const numRuns = isFull ? 2_000 : 150;

const documentOf = ({ document }: ParsedFlow): FlowDocument => {
  if (document === undefined) throw new Error('the text is no flow');
  return document;
};
/** The parsed flow with other actions, printed over its text. */
const changed = (text: string, change: (actions: readonly FlowAction[]) => readonly FlowAction[]): string => {
  const parsed = parseFlow(text);
  const document = documentOf(parsed);
  return printParsed(parsed, { ...document, Actions: change(document.Actions) });
};
const withText = (action: FlowAction, Text: string): FlowAction => ({
  ...action,
  Parameters: { ...action.Parameters, Text },
});

const SPOKEN = `{ "StartAction" : "a",
    "hash":"1",  "Version": "2019-10-30",
  "Actions": [
    {"Identifier": "a", "Parameters": {"Text" : "caf\\u00e9 \\/ bar", "Text2": ""}, "Type": "MessageParticipant",
      "Transitions":{"NextAction":"b", "Errors":[ ]}},
    7,
    {"Identifier": "b", "Type": "DisconnectParticipant", "Transitions":{}} ]  }
`;

test('an untouched flow is its own text', () => {
  fc.assert(
    fc.property(arbitraryFlow, spelling, (flow, spell) => {
      const text = spell(flow);
      const parsed = parseFlow(text);
      expect(printParsed(parsed)).toBe(text);
      // Rebuilt from its parts it is no other flow.
      expect(printParsed(parsed, structuredClone(documentOf(parsed)))).toBe(text);
    }),
    { numRuns },
  );
});

test('a changed flow says what it was changed to, whatever the spelling', () => {
  fc.assert(
    fc.property(arbitraryFlow, arbitraryFlow, spelling, (before, after, spell) => {
      const parsed = parseFlow(spell(before));
      const printed = printParsed(parsed, after);
      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(after)));
    }),
    { numRuns },
  );
});

test('a value is rewritten into any other', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), spelling, (before, after, spell) => {
      const text = spell(before);
      const value: Json = JSON.parse(text);
      const wanted: Json = JSON.parse(JSON.stringify(after));
      expect(JSON.parse(rewriteJson(text, value, wanted))).toEqual(wanted);
    }),
    { numRuns },
  );
});

test('a longer word in one parameter is all that differs', () => {
  fc.assert(
    fc.property(arbitraryFlow, spelling, fc.nat(), (flow, spell, at) => {
      const actions = flow.Actions.map((action) => withText(action, 'Good morning.'));
      const text = spell({ ...flow, Actions: actions });
      const index = at % actions.length;
      const printed = changed(text, (all) =>
        all.map((action, place) => (place === index ? withText(action, 'Good XY morning.') : action)),
      );
      expect(printed.replace('XY ', '')).toBe(text);
      expect(printed).toHaveLength(text.length + 3);
    }),
    { numRuns },
  );
});

describe('what is around a change stays', () => {
  test('escapes, odd spaces and an entry that is no action', () => {
    const printed = changed(SPOKEN, (all) =>
      all.map((action) => (action.Identifier === 'a' ? withText(action, 'café / wine bar') : action)),
    );
    expect(printed).toBe(SPOKEN.replace('\\/ bar', '\\/ wine bar'));
  });
  test('when a step is put between two others', () => {
    const printed = changed(SPOKEN, (all) =>
      all.flatMap((action) =>
        action.Identifier === 'b'
          ? [{ Identifier: 'new', Type: 'Loop', Parameters: {}, Transitions: {} }, action]
          : [action],
      ),
    );
    expect(printed.startsWith(SPOKEN.slice(0, SPOKEN.indexOf('    7,') + 6))).toBe(true);
    expect(printed.endsWith(SPOKEN.slice(SPOKEN.indexOf('{"Identifier": "b"')))).toBe(true);
    expect(documentOf(parseFlow(printed)).Actions.map(({ Identifier }) => Identifier)).toEqual([
      'a',
      'new',
      'b',
    ]);
  });
  test('when a step is taken out', () => {
    const printed = changed(SPOKEN, (all) => all.filter(({ Identifier }) => Identifier === 'b'));
    expect(documentOf(parseFlow(printed)).Actions).toHaveLength(1);
    expect(printed).toContain(' 7,');
  });
  test('when parameters are given to an action that had none', () => {
    const printed = changed(SPOKEN, (all) => all.map((action) => withText(action, 'x')));
    expect(documentOf(parseFlow(printed)).Actions[1]?.Parameters).toEqual({ Text: 'x' });
  });
  test('half of a surrogate pair is not cut off', () => {
    const text = SPOKEN.replace('caf\\u00e9', '\u{1F600}\\ud83d\\ude00');
    const printed = changed(text, (all) =>
      all.map((action, at) => (at === 0 ? withText(action, '\u{1F600}\u{1F601} / bar') : action)),
    );
    expect(documentOf(parseFlow(printed)).Actions[0]?.Parameters['Text']).toBe('\u{1F600}\u{1F601} / bar');
    expect(printed).toContain('"\u{1F600}\u{1F601} \\/ bar"');
  });
  test('both actions of one name', () => {
    const twice = SPOKEN.replace('"Identifier": "b"', '"Identifier": "a"').replace(
      '"NextAction":"b"',
      '"NextAction":"a"',
    );
    const printed = changed(twice, (all) =>
      all.map((action, at) => (at === 0 ? withText(action, 'x') : action)),
    );
    expect(documentOf(parseFlow(printed)).Actions.map(({ Type }) => Type)).toEqual([
      'MessageParticipant',
      'DisconnectParticipant',
    ]);
  });
});

describe('a flow inside something else', () => {
  const answer = (content: unknown) =>
    `{"ContactFlow":{"Arn":"x","Type":"CUSTOMER_QUEUE","Content":${JSON.stringify(content)}},  "Tags":{}}`;
  test.each([
    ['an answer of the API', answer(SPOKEN), 'CUSTOMER_QUEUE'],
    ['an answer with the flow as JSON', answer(JSON.parse(SPOKEN)), 'CUSTOMER_QUEUE'],
    ['a module', JSON.stringify({ ContactFlowModule: { Content: SPOKEN } }), 'MODULE'],
    ['Content alone', JSON.stringify({ Content: SPOKEN }), undefined],
    ['a text in quotes', JSON.stringify(SPOKEN), undefined],
  ])('%s is read, and printed as it was', (_name, text, type) => {
    const parsed = parseFlow(text);
    expect(parsed.form).toBe('wrapped');
    expect(parsed.type).toBe(type);
    expect(documentOf(parsed).Actions).toHaveLength(2);
    expect(printParsed(parsed)).toBe(text);
    const printed = changed(text, (all) => all.map((action) => ({ ...action, Type: `${action.Type}X` })));
    expect(documentOf(parseFlow(printed)).Actions.map(({ Type }) => Type)).toEqual([
      'MessageParticipantX',
      'DisconnectParticipantX',
    ]);
  });
  test('a change differs in the wrapper only where it is', () => {
    const text = answer(SPOKEN);
    const printed = changed(text, (all) =>
      all.map((action) => (action.Identifier === 'a' ? withText(action, 'café / wine bar') : action)),
    );
    expect(printed.replace('wine ', '')).toBe(text);
  });
  test('a byte order mark stays in front', () => {
    const text = `\uFEFF${SPOKEN}`;
    expect(printParsed(parseFlow(text))).toBe(text);
    expect(changed(text, (all) => all.map((action) => withText(action, 'x')))).toMatch(
      /^\uFEFF\{ "StartAction"/,
    );
  });
});

test('of a key that stands there twice the one that counts is changed', () => {
  const text = SPOKEN.replace('"Text2": ""', '"Text": "last"');
  expect(changed(text, (all) => all.map((action, at) => (at === 0 ? withText(action, 'new') : action)))).toBe(
    text.replace('"last"', '"new"'),
  );
});
