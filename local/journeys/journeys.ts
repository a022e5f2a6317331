/** The ways of callers that the documentation shows, each by what is pressed and what functions answer on it. */

export interface Journey {
  /** Of its file. */
  readonly name: string;
  readonly title: string;
  /** What is taken at a step, by `flow/step`: a key, the answer of a function, or what is keyed in. */
  readonly takes: Readonly<Record<string, string>>;
}

const ANSWERS = { 'main-menu/languages': 'none', 'verified-now': 'true' } as const;

export const journeys: readonly Journey[] = [
  {
    name: 'order-status',
    title: 'Where is my order?',
    takes: {
      ...ANSWERS,
      'main-menu/choose': '1',
      'order-status/ask-order': '1003#',
      'order-status/after': '9',
    },
  },
  {
    name: 'order',
    title: 'I would like to order',
    takes: {
      ...ANSWERS,
      'main-menu/choose': '2',
      'place-order/chosen-before': 'none',
      'place-order/recall.outcome': 'none',
      'place-order/ask-product': '2101#',
      'place-order/ask-quantity': '2#',
      'place-order/read-back': '1',
      'place-order/after': '9',
    },
  },
  {
    name: 'pay',
    title: 'I would like to pay',
    takes: {
      ...ANSWERS,
      'main-menu/choose': '1',
      'order-status/ask-order': '1003#',
      'order-status/is-due': 'yes',
      'order-status/after-due': '5',
      'pay-order/offer': '1',
      'pay-order/card': '•••• •••• •••• •••• #',
      'pay-order/expiry': '•••• #',
      'pay-order/code': '••• #',
      'pay-order/after': '9',
    },
  },
  {
    name: 'return',
    title: 'I would like to send it back',
    takes: {
      ...ANSWERS,
      'main-menu/choose': '1',
      'order-status/ask-order': '1005#',
      'order-status/after': '4',
      'change-order/look.outcome': 'delivered',
      'change-order/delivered': '1',
      'change-order/return': '1',
      'change-order/change.outcome': 'return-agreed',
      'change-order/after': '9',
    },
  },
  {
    name: 'problem',
    title: 'Something is wrong with it',
    takes: {
      ...ANSWERS,
      'main-menu/choose': '3',
      'report-problem/choose': '2',
      'report-problem/which-problem': 'problem-product',
      'troubleshoot/symptom': '1',
      'troubleshoot/offer': '1',
      'troubleshoot/which-steps': 'does-not-start',
      'troubleshoot/try-does-not-start': '2',
      'troubleshoot/try-does-not-start.second': '2',
      'troubleshoot/about': '1003#',
      'troubleshoot/after': '9',
    },
  },
  {
    name: 'appointment',
    title: 'I would like to come by',
    takes: {
      ...ANSWERS,
      'main-menu/choose': '5',
      'appointments/look.outcome': 'none',
      'appointments/offered': '1',
      'appointments/after': '9',
    },
  },
  {
    name: 'call-back',
    title: 'Please call me back',
    takes: {
      ...ANSWERS,
      'main-menu/choose': '6',
      'call-back/offer.outcome': 'free',
      'call-back/choose': '2',
      'call-back/after': '9',
    },
  },
];
