/** The main menu: order status, an order, a problem, a product, what was begun in an earlier call, or a person; three inputs that we cannot use lead to a person too. */
import { count, decide } from '../engine/authoring/deciding.ts';
import { flow } from '../engine/authoring/flow.ts';
import { goToFlow } from '../engine/authoring/handing-over.ts';
import { menu } from '../engine/authoring/keys.ts';
import { say } from '../engine/authoring/speaking.ts';
import type { OutageTopic } from '../lambdas/lookup-customer/contract.ts';
import { attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { flows } from './resources.ts';
import { sameMatter } from './returning.ts';
import { toPerson } from './to-person.ts';

const choices = {
  1: 'order-status-outage',
  2: 'place-order-outage',
  3: 'report-problem-outage',
  4: 'product-information-outage',
  5: 'appointments-outage',
  6: 'call-back-outage',
  7: 'same',
  0: 'because-asked',
} as const;

/** Words that a supervisor has for those who choose a topic come before it. */
const outageOf = <const Topic extends OutageTopic>(topic: Topic) =>
  decide<Topic | `${Topic}-notice`>({
    value: attributes.outageTopic,
    cases: { [topic]: `${topic}-notice` },
    otherwise: topic,
  });
const noticeOf = <const Topic extends OutageTopic>(topic: Topic) =>
  say<Topic>({ prompt: attributes.outage, next: topic });

const asked = {
  timeoutSeconds: 5,
  onTimeout: 'silence',
  onNoMatch: 'other-key',
  onError: 'menu-fault',
} as const;

/** Where the centre speaks several languages the menu says so, as its last choice. */
export const mainMenu = (words: Words) =>
  flow({
    name: 'main-menu',
    title: 'Main menu',
    description: 'Lets the caller choose order status, an order, a problem, a product or a person.',
    type: 'CONTACT_FLOW',
    start: 'languages',
    steps: {
      languages: decide({
        value: attributes.flowChooseLanguage,
        cases: { none: 'choose' },
        otherwise: 'choose-or-language',
      }),
      choose: menu({ ...asked, prompt: words.mainMenu, choices }),
      'choose-or-language': menu({
        ...asked,
        prompt: words.mainMenuOrLanguage,
        choices: { ...choices, 9: 'other-language' },
      }),
      'other-language': goToFlow({ flow: attributes.flowChooseLanguage, onError: 'language-fault' }),
      'language-fault': say({ prompt: words.languageFault, next: 'count' }),
      silence: say({ prompt: words.mainMenuSilence, next: 'count' }),
      'other-key': say({ prompt: words.mainMenuOtherKey, next: 'count' }),
      count: count({ times: 2, again: 'languages', done: 'give-up' }),
      'give-up': say({ prompt: words.mainMenuGiveUp, next: 'because-no-input' }),
      'because-no-input': because('no-usable-input', 'to-person'),
      'order-status-outage': outageOf('order-status'),
      'order-status-notice': noticeOf('order-status'),
      'order-status': goToFlow({ flow: flows.orderStatus, onError: 'order-status-fault' }),
      'order-status-fault': say({ prompt: words.orderStatusFault, next: 'because-fault' }),
      'place-order-outage': outageOf('place-order'),
      'place-order-notice': noticeOf('place-order'),
      'place-order': goToFlow({ flow: flows.placeOrder, onError: 'place-order-fault' }),
      'place-order-fault': say({ prompt: words.placeOrderFault, next: 'because-fault' }),
      'report-problem-outage': outageOf('report-problem'),
      'report-problem-notice': noticeOf('report-problem'),
      'report-problem': goToFlow({ flow: flows.reportProblem, onError: 'report-problem-fault' }),
      'report-problem-fault': say({ prompt: words.problemFault, next: 'because-fault' }),
      'product-information-outage': outageOf('product-information'),
      'product-information-notice': noticeOf('product-information'),
      'product-information': goToFlow({
        flow: flows.productInformation,
        onError: 'product-information-fault',
      }),
      'product-information-fault': say({ prompt: words.productInformationFault, next: 'because-fault' }),
      'appointments-outage': outageOf('appointments'),
      'appointments-notice': noticeOf('appointments'),
      appointments: goToFlow({ flow: flows.appointments, onError: 'appointments-fault' }),
      'appointments-fault': say({ prompt: words.appointmentsFault, next: 'because-fault' }),
      'call-back-outage': outageOf('call-back'),
      'call-back-notice': noticeOf('call-back'),
      'call-back': goToFlow({ flow: flows.callBack, onError: 'call-back-fault' }),
      'call-back-fault': say({ prompt: words.callbackMenuFault, next: 'because-fault' }),
      'menu-fault': say({ prompt: words.mainMenuFault, next: 'because-fault' }),
      'because-fault': because('system-fault', 'to-person'),
      ...sameMatter,
      'because-asked': because('asked-for-person', 'to-person'),
      ...toPerson(words),
    },
  });
