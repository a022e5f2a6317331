/** The beginning in one language, of a centre that speaks several: its voice, its hooks, its greeting, its main menu. */
import { setAttributes } from '../engine/authoring/contact.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { announcedNowIn, announcing } from './announced.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { hooks, hooksToKeep } from './hooks.ts';
import { type Language, languageName, wordsOf } from './languages.ts';
import { because, reasonValues } from './reasons.ts';
import { flows, speakersOf } from './resources.ts';
import { tellingOfSame } from './returning.ts';
import { toPerson } from './to-person.ts';
import { SPEAKERS, setLanguage, speakAs } from './voices.ts';

const noticeHeard: AttributeValues = { recordingNotice: 'heard' };

/** As in the main menu, and no longer true should the caller come back from there. */
const asked: AttributeValues = { ...reasonValues('asked-for-person'), wantsPerson: 'no' };

/**
 * Callers come here as soon as their language is known, and again when they choose another: nothing is said twice but what
 * is announced, which they hear in the language of their choice. Who pressed 0 there goes on to a person, and hears first
 * what everybody hears.
 */
export const welcome = (language: Language, first: Language) => {
  const words = wordsOf(language);
  const own: AttributeValues = {
    language,
    speakers: speakersOf(language),
    languageName: language === first ? 'none' : languageName(language),
    languageChoice: 'made',
    flowMainMenu: flows.mainMenu,
    flowCallBack: flows.callBack,
    ...hooksToKeep,
    greeted: 'yes',
    ...announcedNowIn(language),
  };
  return flow({
    name: 'welcome',
    title: 'Welcome',
    description: 'Greets in the language of the caller, announces recording and opens the main menu.',
    type: 'CONTACT_FLOW',
    start: 'voice',
    steps: {
      voice: speakAs(language, 'language'),
      language: setLanguage(SPEAKERS[language].code, 'queue-hook'),
      ...hooks('greeted'),
      greeted: decide({ value: attributes.greeted, cases: { yes: 'attributes' }, otherwise: 'greet' }),
      greet: say({ prompt: words.greeting, next: 'attributes' }),
      attributes: setAttributes({ attributes: own, next: 'recorded', onError: 'fault' }),
      recorded: decide({
        value: attributes.recordingNotice,
        cases: { heard: 'announced' },
        otherwise: 'recording-notice',
      }),
      'recording-notice': say({ prompt: words.recordingNotice, next: 'notice-heard', onError: 'announced' }),
      'notice-heard': setAttributes({
        attributes: noticeHeard,
        next: 'announced',
        onError: 'announced',
      }),
      ...announcing('wanted'),
      wanted: decide({
        value: attributes.wantsPerson,
        cases: { yes: 'because-asked' },
        otherwise: 'returning',
      }),
      'because-asked': setAttributes({ attributes: asked, next: 'to-person', onError: 'to-person' }),
      ...tellingOfSame(words, 'to-menu'),
      'to-menu': goToFlow({ flow: flows.mainMenu, onError: 'fault' }),
      fault: say({ prompt: words.entryFault, next: 'because-fault' }),
      'because-fault': because('system-fault', 'to-person'),
      ...toPerson(words),
    },
  });
};
