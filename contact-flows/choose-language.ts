/** The choice of a language, each offered in itself and by its own voice; who says nothing goes on in the one they have. */
import { call } from '../engine/authoring/calling.ts';
import { setAttributes } from '../engine/authoring/contact.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { type Key, menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { AnyStep } from '../engine/authoring/step.ts';
import { rememberLanguage } from '../lambdas/remember-language/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { type Language, wordsOf } from './languages.ts';
import { because } from './reasons.ts';
import { welcomeOf } from './resources.ts';
import { toPerson } from './to-person.ts';
import { speakAs } from './voices.ts';

/** A caller may press the key of a language while any of them is offered: 1 is the first. */
const KEYS: readonly Key[] = [1, 2, 3, 4, 5, 6, 7, 8, 9];

const wantsPerson: AttributeValues = { wantsPerson: 'yes' };

/**
 * Who calls for the first time has heard the greeting in the first language, and hears the others alone: silence means
 * the first, and is remembered as their choice too, so that nobody is asked at every call. Who asked for another
 * language hears all of them. 0 leads to a person, as it does everywhere.
 */
export const chooseLanguage = (languages: readonly [Language, Language, ...Language[]]) => {
  const [first, second] = languages;
  const words = wordsOf(first);
  const choices = {
    ...Object.fromEntries(languages.map((language, index) => [KEYS[index], `choose-${language}`])),
    0: 'person',
  };
  const offered = Object.fromEntries(
    languages.flatMap((language, index): [string, AnyStep][] => {
      const following = languages[index + 1];
      const next = following === undefined ? 'silent' : `voice-${following}`;
      const own: AttributeValues = { language, languageChoice: 'made' };
      return [
        [`voice-${language}`, speakAs(language, `offer-${language}`)],
        [
          `offer-${language}`,
          menu({
            prompt: wordsOf(language).offerLanguage({ key: String(KEYS[index]) }),
            timeoutSeconds: following === undefined ? 2 : 1,
            choices,
            onTimeout: next,
            onNoMatch: next,
            onError: next,
          }),
        ],
        [`choose-${language}`, setAttributes({ attributes: own, next: 'known', onError: `to-${language}` })],
        [`to-${language}`, goToFlow({ flow: welcomeOf(language, first), onError: 'fault' })],
      ];
    }),
  );
  const to = Object.fromEntries(languages.slice(1).map((language) => [language, `to-${language}`]));
  return flow<string, 'CONTACT_FLOW'>({
    name: 'choose-language',
    title: 'Choose a language',
    description: 'Lets the caller choose a language, and remembers it for those whom we know.',
    type: 'CONTACT_FLOW',
    start: 'which',
    steps: {
      which: decide<string>({
        value: attributes.languageChoice,
        cases: { first: `voice-${second}` },
        otherwise: `voice-${first}`,
      }),
      ...offered,
      // In the language that they have, which is where a person begins, too.
      person: setAttributes({ attributes: wantsPerson, next: 'go', onError: 'because-asked' }),
      'because-asked': because('asked-for-person', 'to-person'),
      silent: decide<string>({
        value: attributes.languageChoice,
        cases: { first: `choose-${first}` },
        otherwise: 'go',
      }),
      known: decide<string>({
        value: attributes.customerId,
        cases: { unknown: 'go' },
        otherwise: 'remember',
      }),
      remember: call(rememberLanguage, {
        parameters: { customerId: attributes.customerId, language: attributes.language },
        outcomes: { remembered: 'go', 'not-theirs': 'go' },
        onFault: 'go',
      }),
      go: decide<string>({ value: attributes.language, cases: to, otherwise: `to-${first}` }),
      fault: say({ prompt: words.entryFault, next: 'because-fault' }),
      'because-fault': because('system-fault', 'to-person'),
      ...toPerson(words),
    },
    accept: [
      {
        rule: 'posture/not-verified',
        step: 'remember',
        reason: 'A language says nothing about anybody, and is chosen before the PIN and after it.',
      },
      {
        rule: 'live/same-branches',
        step: 'remember.outcome',
        reason: 'The language holds for this call whether or not it can be kept for the next.',
      },
    ],
  });
};
