/** Cases of the shop's customers: every type, state and severity, in the four languages, each worked on as cases are. */

import type { CaseBeginning, CaseStep } from '../../lambdas/tables/lived-cases.ts';
import { LANGUAGES, type ShopCustomer, shopCustomers } from './shop-customers.ts';
import { orderNumbersOf } from './shop-orders.ts';

export const SHOP_CASES = 80;

/** One in so many customers has one. */
const EVERY = 7;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

type Language = ShopCustomer['language'];
type Told = Readonly<Record<Language, string>>;

/** What customers read of their cases, in their language. */
const QUESTION: Told = {
  en: 'Could you send us a photo of it?',
  el: 'Μπορείτε να μας στείλετε μια φωτογραφία;',
  hu: 'Tudna nekünk küldeni róla egy fényképet?',
  ro: 'Ne puteți trimite o fotografie?',
};
const SOLUTION: Told = {
  en: 'It is settled: a new one is on its way to you.',
  el: 'Τακτοποιήθηκε: σας στέλνουμε καινούριο.',
  hu: 'Elintéztük: úton van Önhöz egy új.',
  ro: 'S-a rezolvat: vă trimitem unul nou.',
};
const AGAIN: Told = {
  en: 'It has happened once more.',
  el: 'Συνέβη ξανά.',
  hu: 'Újra előfordult.',
  ro: 'S-a întâmplat din nou.',
};

type Kind = Pick<CaseBeginning, 'type'> & {
  /** In turn, so that no problem comes so often that quality has to look into it as soon as the shop opens. */
  readonly matters: readonly Pick<CaseBeginning, 'reason' | 'details'>[];
  /** It is about one of the customer's orders. */
  readonly ofOrder?: true;
};

const complaints = (['WASHER-2', 'KETTLE-1', 'HEADSET-3', 'MONITOR-4'] as const).map((product) => ({
  reason: 'complaint-defect-high',
  details: { product, cause: 'defect', wantedOutcome: 'replacement' } as const,
}));
const troubles = (
  [
    ['PRINTER-4', 'Paper jams on every second page.'],
    ['WASHER-1', 'Stops in the middle of spinning.'],
    ['KETTLE-2', 'Switches itself off before the water boils.'],
    ['MONITOR-1', 'Flickers when it is dimmed.'],
  ] as const
).map(([product, symptom]) => ({ reason: 'problem-product', details: { product, symptom } }));
const returns = (
  [
    ['DESK-3', 'damaged'],
    ['CABINET-1', 'opened'],
    ['BOARD-2', 'damaged'],
    ['PRINTER-2', 'unopened'],
  ] as const
).map(([product, condition]) => ({ reason: `return-${condition}`, details: { product, condition } }));

/** Every type, by the reason for which a call or a desktop opens it. */
const KINDS: readonly Kind[] = [
  { type: 'complaint', matters: complaints },
  {
    type: 'delivery',
    matters: (['late', 'incomplete', 'lost', 'wrong-address', 'damaged', 'wrong-item'] as const).map(
      (deliveryProblem) => ({
        reason: 'problem-delivery',
        details: { deliveryProblem },
      }),
    ),
  },
  { type: 'technical', matters: troubles },
  {
    type: 'billing',
    matters: (['wrong-amount', 'missing', 'charged-twice', 'other'] as const).map((invoiceProblem) => ({
      reason: 'problem-invoice',
      details: { invoiceProblem },
    })),
  },
  {
    type: 'payment',
    matters: (['declined', 'unconfirmed', 'charged-twice', 'disputed'] as const).map((paymentProblem) => ({
      reason: `payment-${paymentProblem}`,
      details: { paymentProblem },
    })),
    ofOrder: true,
  },
  { type: 'return', matters: returns, ofOrder: true },
  { type: 'order-check', matters: [{ reason: 'order-unconfirmed', details: { finding: 'not-placed' } }] },
  { type: 'callback', matters: [{ reason: 'left-queue', details: {} }] },
  { type: 'wish', matters: [{ reason: 'wish', details: { matter: 'Asks for deliveries on Saturdays.' } }] },
  { type: 'voicemail', matters: [{ reason: 'voicemail', details: {} }] },
  { type: 'other', matters: [{ reason: 'problem-other', details: { matter: 'Cannot find the manual.' } }] },
];

const SEVERITIES = ['low', 'normal', 'high', 'urgent'] as const;

const SAM = { role: 'agent', id: 'sam' } as const;
const ROBIN = { role: 'supervisor', id: 'robin' } as const;

/** What people have done, in turn, by what has come of it. */
function lives(language: Language, customerId: string): readonly (readonly Omit<CaseStep, 'atMs'>[])[] {
  const take = { change: { action: 'take' }, by: SAM } as const;
  const resolve = {
    change: { action: 'resolve', resolution: { words: SOLUTION[language] } },
    by: SAM,
  } as const;
  const confirm = { change: { action: 'confirm-fix' }, by: ROBIN } as const;
  const close = { change: { action: 'close' }, by: ROBIN } as const;
  const passOn = {
    change: {
      action: 'pass-on',
      department: 'technical',
      handover: 'The usual questions are asked. Please look at the device.',
    },
    by: SAM,
  } as const;
  const replied = {
    change: { action: 'department-replied', words: 'A known fault of this series: replace it.' },
    by: ROBIN,
  } as const;
  const byCustomer = { role: 'caller', id: customerId } as const;
  return [
    [],
    [take, resolve, confirm, close],
    [take],
    [
      take,
      passOn,
      replied,
      { ...take, change: { action: 'assign', owner: 'sam' }, by: ROBIN },
      resolve,
      confirm,
      close,
    ],
    [take, { change: { action: 'ask-customer', words: QUESTION[language] }, by: SAM }],
    [take, resolve, confirm],
    [take, passOn],
    [take, resolve, confirm, close],
    [take, resolve],
    [take, resolve, { change: { action: 'reject-fix', words: AGAIN[language] }, by: byCustomer }],
  ];
}

/** The customers and what has happened to their cases until the world is seeded at `seededAt`. */
export function shopCases(
  seededAt: Date,
): readonly { readonly beginning: CaseBeginning; readonly steps: readonly CaseStep[] }[] {
  return Array.from({ length: SHOP_CASES }, (_, index) => caseOf(index, seededAt.getTime()));
}

/** Where somebody has no order, the case about one is of the next who has and speaks their language. */
function personOf(first: number, hasOrder: boolean): number {
  const after = shopCustomers.map((_, step) => (first + step * LANGUAGES.length) % shopCustomers.length);
  return (hasOrder ? after.find((person) => orderNumbersOf(person).length > 0) : undefined) ?? first;
}

const kindOf = (index: number) => KINDS[(index * 3 + Math.floor(index / 10)) % KINDS.length];

/** How many cases of its kind come before a case. */
const timesBefore = (index: number): number =>
  Array.from({ length: index }, (_, before) => kindOf(before)).filter((kind) => kind === kindOf(index))
    .length;

function caseOf(index: number, nowMs: number) {
  const kind = kindOf(index);
  const severity = SEVERITIES[(index + Math.floor(index / 10)) % SEVERITIES.length];
  const person = personOf((index * EVERY) % shopCustomers.length, kind?.ofOrder === true);
  const matter = kind?.matters[timesBefore(index) % kind.matters.length];
  const customer = shopCustomers[person];
  const [phoneNumber] = customer?.phoneNumbers ?? [];
  if (
    customer === undefined ||
    kind === undefined ||
    matter === undefined ||
    severity === undefined ||
    phoneNumber === undefined
  )
    throw new Error(`the shop has no customer for its case ${index}`);
  const { customerId, language } = customer;
  const changes = lives(language, customerId)[index % 10] ?? [];
  // What is still to be done began today, a few minutes apart: nothing of it is late as the world begins.
  const isOver = changes.some(({ change }) => change.action === 'confirm-fix');
  const openedAtMs = isOver
    ? nowMs - (2 + (index % 25)) * DAY_MS
    : nowMs - (40 + (index % 8) * 5) * MINUTE_MS;
  const { reason, details } = matter;
  const [orderNumber = ''] = orderNumbersOf(person);
  return {
    beginning: {
      type: kind.type,
      reason,
      details: kind.ofOrder === true ? { orderNumber, ...details } : details,
      severity,
      customerId,
      phoneNumber,
      caseNumber: String(40_000_001 + index * 97),
      contactId: `5eed0000-0000-4000-8000-${String(index + 1).padStart(12, '0')}`,
      openedAtMs,
    },
    steps: changes.map((step, place) => ({ ...step, atMs: openedAtMs + (place + 1) * 4 * MINUTE_MS })),
  };
}
