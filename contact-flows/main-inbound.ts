/** The thin entry: everything that happens once in a call, before the main menu. */
import { call, result } from '../engine/authoring/calling.ts';
import { setAttributes, setLogging } from '../engine/authoring/contact.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupCustomer } from '../lambdas/lookup-customer/contract.ts';
import { announcedIn, announcing } from './announced.ts';
import { type AttributeValues, INITIAL } from './attributes.ts';
import { hooks, hooksToKeep } from './hooks.ts';
import { type Language, wordsOf } from './languages.ts';
import { because } from './reasons.ts';
import { flows, speakersOf } from './resources.ts';
import { lastTime, tellingOfSame } from './returning.ts';
import { toPerson } from './to-person.ts';
import { speakAs } from './voices.ts';

const noticeHeard: AttributeValues = { recordingNotice: 'heard' };

/**
 * A notice that could not be spoken
 * leaves no mark, and then nothing is recorded. Known and unknown callers take the same steps.
 */
export const mainInbound = (language: Language) => {
  const words = wordsOf(language);
  const found: AttributeValues = {
    customerId: result(lookupCustomer, 'found', 'customerId'),
    tier: result(lookupCustomer, 'found', 'tier'),
    ...announcedIn(language),
    ...lastTime,
  };
  const initial: AttributeValues = {
    ...INITIAL,
    language,
    speakers: speakersOf(language),
    flowMainMenu: flows.mainMenu,
    flowCallBack: flows.callBack,
    ...hooksToKeep,
    flowChooseLanguage: 'none',
  };
  return flow({
    name: 'main-inbound',
    title: 'Main inbound',
    description: 'Greets, announces recording, looks the caller up by number and opens the main menu.',
    type: 'CONTACT_FLOW',
    start: 'log-on',
    steps: {
      'log-on': setLogging({ logging: 'on', next: 'voice' }),
      voice: speakAs(language, 'attributes'),
      attributes: setAttributes({ attributes: initial, next: 'queue-hook', onError: 'fault' }),
      ...hooks('greet'),
      greet: say({ prompt: words.greeting, next: 'recording-notice' }),
      'recording-notice': say({ prompt: words.recordingNotice, next: 'notice-heard', onError: 'look-up' }),
      'notice-heard': setAttributes({ attributes: noticeHeard, next: 'look-up', onError: 'look-up' }),
      'look-up': call(lookupCustomer, {
        parameters: {},
        outcomes: { found: 'keep-customer', unknown: 'keep-customer' },
        onFault: 'records-fault',
      }),
      'keep-customer': setAttributes({ attributes: found, next: 'announced', onError: 'records-fault' }),
      ...announcing('returning'),
      ...tellingOfSame(words, 'to-menu'),
      'to-menu': goToFlow({ flow: flows.mainMenu, onError: 'fault' }),
      'records-fault': say({ prompt: words.recordsFault, next: 'because-records' }),
      'because-records': because('records-fault', 'to-person'),
      fault: say({ prompt: words.entryFault, next: 'because-fault' }),
      'because-fault': because('system-fault', 'to-person'),
      ...toPerson(words),
    },
  });
};
