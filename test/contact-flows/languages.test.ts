/** Every language says the same at the same places: the same flows, the same messages, no word of another language. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { callerFlows, welcomeFlows } from '../../contact-flows/catalogue.ts';
import { LANGUAGES, type Language, MESSAGES } from '../../contact-flows/languages.ts';
import { agentMessages } from '../../contact-flows/prompts/agents.ts';
import { english } from '../../contact-flows/prompts/en.ts';
import { messageFaults } from '../../contact-flows/prompts/message-faults.ts';
import type { FlowAction } from '../../engine/language/flow.ts';
import { LANGUAGES as languagesOfFunctions } from '../../lambdas/domain/language.ts';

const others = LANGUAGES.filter((language): language is Exclude<Language, 'en'> => language !== 'en');

test('flows and functions know the same languages', () => {
  expect(LANGUAGES).toEqual(languagesOfFunctions);
});

describe.each(LANGUAGES)('%s', (language) => {
  test('has every message, readable, of the same arguments and short enough', () => {
    expect(messageFaults(language, MESSAGES[language], english)).toEqual([]);
  });
  test('no two messages say the same', () => {
    expect(new Set(Object.values(MESSAGES[language])).size).toBe(Object.keys(english).length);
  });
});

test('the words of agents can be read', () => {
  expect(messageFaults('English', agentMessages, agentMessages)).toEqual([]);
});

/** What a supervisor announces, in the language of the flow. */
const ANNOUNCED = /^\$\.Attributes\.(?:announcement|outage|closing)(?:En|El|Hu|Ro)$/;

/** Everything of an action but what it says, and who says it in which language. */
function wordless({ Identifier, Type, Parameters, Transitions }: FlowAction): unknown {
  if (Identifier === 'voice') return { Identifier, Transitions };
  const differing = new Set(['Text', 'SSML', 'LanguageCode', 'language', 'languageName', 'speakers']);
  const parameters: unknown = JSON.parse(
    JSON.stringify(Parameters, (key, value: unknown) =>
      differing.has(key) ? typeof value : ANNOUNCED.test(String(value)) ? 'announced' : value,
    ),
  );
  return { Identifier, Type, parameters, Transitions };
}

describe.each(others)('the flows in %s', (language) => {
  test('are those in English but for their words', () => {
    const here = [...welcomeFlows(LANGUAGES, language), ...callerFlows(language)];
    const originals = [...welcomeFlows(LANGUAGES, 'en'), ...callerFlows('en')];
    expect(here.map(({ name, type }) => [name, type])).toEqual(
      originals.map(({ name, type }) => [name, type]),
    );
    for (const [index, flow] of here.entries()) {
      const original = originals[index]?.document;
      expect(flow.document.StartAction).toBe(original?.StartAction);
      expect(flow.document.Actions.map(wordless)).toEqual(original?.Actions.map(wordless));
      const needed = (resources: typeof flow.resources | undefined) =>
        resources?.filter(({ kind }) => kind !== 'speakers');
      expect(needed(flow.resources)).toEqual(needed(originals[index]?.resources));
    }
  });
  test('speak every message but those in which nothing is to be translated', () => {
    const untranslated = Object.entries(MESSAGES[language]).filter(
      ([name, message]) => message === Reflect.get(english, name),
    );
    expect(untranslated).toEqual([]);
  });
});

/** Letters and marks that a language writes with, and the few names that it takes over. */
const NAMES = /Larkfield Supplies(?:t)?|PIN/g;
const ALPHABETS: Readonly<Record<Exclude<Language, 'en'>, RegExp>> = {
  el: /^[\p{Script=Greek}\d\s.,;:’'?·-]*$/u,
  hu: /^[a-záéíóöőúüű\d\s.,;:?-]*$/iu,
  ro: /^[a-zăâîșț\d\s.,;:?-]*$/iu,
};
/** Words that English has and none of the others, among those that the messages use most. */
const ENGLISH_WORDS = /\b(?:the|your|you|press|order|please|our|team|just now|number)\b/i;

describe.each(others)('a message in %s', (language) => {
  const texts = Object.entries(MESSAGES[language]).map(
    ([name, message]) => [name, message.replace(/\{\w+\}/g, '').replace(NAMES, '')] as const,
  );
  test('is written in the letters of its language', () => {
    expect(texts.filter(([, text]) => !ALPHABETS[language].test(text))).toEqual([]);
  });
  test('has no English in it', () => {
    expect(texts.filter(([, text]) => ENGLISH_WORDS.test(text))).toEqual([]);
  });
});

/** What a menu offers, and its key after it: nobody remembers a key that came before they knew what it is for. */
const KEY_AFTER: Readonly<Record<Language, RegExp>> = {
  en: /press \d(?: and pound)?$/,
  el: /πατήστε \d(?: και δίεση)?$/,
  hu: /(?:gombot|-e?s?[oeö]?st?|0-t|kettőskeresztet|vonalban)$/,
  ro: /apăsați \d(?: și diez)?$/,
};
const OFFERS: Readonly<Record<Language, RegExp>> = {
  en: /^(?:To|For|If|About) .*press/,
  el: /πατήστε \d/,
  hu: /(?:gombot|\d-(?:e?s|[oeö]s)t|0-t)/,
  ro: /apăsați \d/,
};

describe.each(LANGUAGES)('menus in %s', (language) => {
  test('say the key last', () => {
    const wrong = Object.values(MESSAGES[language])
      .filter((message) => (message.match(/\d/g) ?? []).length > 1)
      .flatMap((message) => message.split(/(?<=[.?])\s/))
      .filter((sentence) => OFFERS[language].test(sentence))
      .filter((sentence) => !/Sorry|Λυπούμαστε|Sajnáljuk|Ne pare rău/.test(sentence))
      .filter((sentence) => !KEY_AFTER[language].test(sentence.replace(/[.]$/, '')));
    expect(wrong).toEqual([]);
  });
});

describe('a fault of a message is named', () => {
  const original = { a: 'One {x} and {y}.', b: 'Two.' };
  test.each([
    [{ a: 'Ένα {x} και {y}.' }, ['messages in Greek are missing: b']],
    [{ a: 'Ένα {x} και {y}.', b: ' ' }, ['messages in Greek are missing: b']],
    [{ a: 'Ένα {x} και {y}.', b: 'Δύο.', c: 'Τρία.' }, ['messages in Greek are not in English: c']],
    [{ a: 'Ένα {x}.', b: 'Δύο.' }, ["message 'a' in Greek has the arguments x, English has x, y"]],
    [
      { a: 'Ένα {x} και {y}.', b: 'Δύο {z}.' },
      ["message 'b' in Greek has the arguments z, English has none"],
    ],
    [{ a: 'Ένα {x} και {y.', b: 'Δύο.' }, [expect.stringContaining("message 'a' in Greek cannot be read")]],
    [
      { a: 'Ένα {x, plural, one {α} other {β}} {y}.', b: 'Δύο.' },
      [expect.stringContaining("message 'a' in Greek chooses its words by a value")],
    ],
    [
      { a: 'Ένα {x} και {y}.', b: 'Δύο'.repeat(1_001) },
      ["message 'b' in Greek has 3003 characters; at most 3000 are spoken"],
    ],
  ])('%j', (messages, faults) => {
    expect(messageFaults('Greek', messages, original)).toEqual(faults);
  });
  test('whatever is written, there are sentences and no exception', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (message, written) => {
        expect(messageFaults('X', { a: message }, { a: written })).toBeInstanceOf(Array);
      }),
      { numRuns: 200 },
    );
  });
});
