/** The thin entry of a centre that speaks several languages: who is known is greeted in theirs, everybody else may choose. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes, setLogging } from '../engine/authoring/contact.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupCustomer } from '../lambdas/lookup-customer/contract.ts';
import { announcedInEach, nothingAnnouncedIn } from './announced.ts';
import { type AttributeValues, INITIAL } from './attributes.ts';
import { hooks, hooksToKeep } from './hooks.ts';
import { type Language, wordsOf } from './languages.ts';
import { because } from './reasons.ts';
import { flows, speakersOf, welcomeOf } from './resources.ts';
import { lastTime } from './returning.ts';
import { toPerson } from './to-person.ts';
import { speakAs } from './voices.ts';

const greeted: AttributeValues = { greeted: 'yes' };
const noticeHeard: AttributeValues = { recordingNotice: 'heard' };

/**
 * One round trip to a table is all that comes before the first word. Where it fails, everything is in the first
 * language.
 */
export const mainInboundOf = (languages: readonly [Language, Language, ...Language[]]) => {
  const [first] = languages;
  const words = wordsOf(first);
  const customer: AttributeValues = {
    customerId: result(lookupCustomer, 'found', 'customerId'),
    tier: result(lookupCustomer, 'found', 'tier'),
    ...announcedInEach(languages),
    ...lastTime,
  };
  const initial: AttributeValues = {
    ...INITIAL,
    ...nothingAnnouncedIn(languages),
    language: first,
    speakers: speakersOf(first),
    wantsPerson: 'no',
    flowMainMenu: flows.mainMenu,
    flowCallBack: flows.callBack,
    ...hooksToKeep,
    flowChooseLanguage: flows.chooseLanguage,
  };
  const cases = Object.fromEntries(languages.map((language) => [language, `to-${language}`]));
  const welcomes = Object.fromEntries(
    languages.map((language) => [
      `to-${language}`,
      goToFlow<string>({ flow: welcomeOf(language, first), onError: 'fault' }),
    ]),
  );
  return flow<string, 'CONTACT_FLOW'>({
    name: 'main-inbound',
    title: 'Main inbound',
    description: 'Looks the caller up by number, and greets in their language or lets them choose one.',
    type: 'CONTACT_FLOW',
    start: 'log-on',
    steps: {
      'log-on': setLogging({ logging: 'on', next: 'voice' }),
      voice: speakAs(first, 'attributes'),
      attributes: setAttributes({ attributes: initial, next: 'queue-hook', onError: 'fault' }),
      ...hooks('look-up'),
      'look-up': call(lookupCustomer, {
        parameters: {},
        outcomes: { found: 'keep-customer', unknown: 'keep-customer' },
        onFault: 'greet-anyway',
      }),
      'keep-customer': setAttributes({ attributes: customer, next: 'language', onError: 'greet-anyway' }),
      language: decide<string>({
        value: result(lookupCustomer, 'found', 'language'),
        cases,
        otherwise: 'greet',
      }),
      ...welcomes,
      greet: say({ prompt: words.greeting, next: 'mark-greeted' }),
      'mark-greeted': setAttributes({ attributes: greeted, next: 'choose', onError: 'choose' }),
      choose: goToFlow({ flow: flows.chooseLanguage, onError: `to-${first}` }),

      'greet-anyway': say({ prompt: words.greeting, next: 'recording-notice' }),
      'recording-notice': say({
        prompt: words.recordingNotice,
        next: 'notice-heard',
        onError: 'records-fault',
      }),
      'notice-heard': setAttributes({
        attributes: noticeHeard,
        next: 'records-fault',
        onError: 'records-fault',
      }),
      'records-fault': say({ prompt: words.recordsFault, next: 'because-records' }),
      'because-records': because('records-fault', 'to-person'),
      fault: say({ prompt: words.entryFault, next: 'because-fault' }),
      'because-fault': because('system-fault', 'to-person'),
      ...toPerson(words),
    },
  });
};
