/** Calls that between them take every way through paying an order. */
import { prompts } from '../../../contact-flows/prompts/en.ts';
import { readPayment, writePayment } from '../../../lambdas/tables/payments.ts';
import type { ContactCentre, FunctionName, OrderState } from '../../kit/centre.ts';
import { answers, throttled } from '../../kit/faults.ts';
import { imani, withheld } from '../../kit/people.ts';
import type { ChangingAnswer, Route, RouteFault } from './routes.ts';

const NUMBER = '6700';
const GOOD = '4242424242424242#';
const DECLINED = '4000000000000002#';
const REST = ['1230', '123#'] as const;
const signal = new AbortController().signal;

type Before = (centre: ContactCentre) => Promise<void>;

/** The order is written anew, and nobody has tried to pay it; customers have been told nothing of it. */
const saves =
  (state: OrderState = {}, customerId = imani.customerId): Before =>
  async (centre) => {
    for (const prefix of [`PAYMENT#${NUMBER}`, `BANK#order-${NUMBER}`]) await centre.removeOrderItems(prefix);
    await centre.forgetMessages();
    await centre.saveOrder(customerId, NUMBER, { 'LAMP-01': 2 }, state);
  };
/** So many cards have been tried, the last of them with this end. */
const tried =
  (count: number, status: 'started' | 'declined'): Before =>
  async (centre) => {
    const table = centre.table('OrdersTable');
    const atMs = centre.cloud.centre.nowMs();
    const times = { startedAtMs: atMs, changedAtMs: atMs };
    const attempts = Array.from({ length: count }, (_, index) => ({
      number: index + 1,
      status: index + 1 === count ? status : ('declined' as const),
      amountMinor: 9_800,
      currency: 'USD',
      contactId: 'before',
      ...times,
    }));
    const seen = await readPayment(table, NUMBER, signal);
    const revision = (seen?.revision ?? 0) + 1;
    await writePayment(table, { orderNumber: NUMBER, revision, attempts }, seen, signal);
  };
const first = (keys: string, before: Before): ChangingAnswer => ({ keys, first: before });

/** The caller hears the order and presses 5. */
const pays = (...keys: Route['answers']): Route => ({
  person: imani,
  answers: ['1', first(`${NUMBER}#`, saves()), '5', ...keys],
  attributes: { verified: 'true' },
});
/** The same where something has happened to the order before. */
const paysAfter = (before: Before, ...keys: Route['answers']): Route => ({
  ...pays(),
  answers: ['1', first(`${NUMBER}#`, saves()), first('5', before), ...keys],
});
const card = (...keys: Route['answers']): Route => pays('1', GOOD, ...REST, ...keys);
const every = (reach: (...keys: Route['answers']) => Route, ...ways: readonly string[]): readonly Route[] => [
  reach('', '8', ''),
  ...ways.map((way) => reach(way)),
];
const fault = (name: FunctionName, planned = throttled()): RouteFault => ({ name, planned: () => planned });
const failing = (route: Route, name: FunctionName): readonly Route[] => [
  { ...route, fault: fault(name) },
  { ...route, fault: fault(name, answers('empty-result')) },
];
/** Of an attempt of another call that nobody finishes: the bank is asked in vain. */
const underWay = (...keys: Route['answers']): Route => paysAfter(tried(1, 'started'), ...keys);

/** Cancelled while the bank is asked. */
const cancelledMeanwhile: Route = {
  ...card('9'),
  meanwhile: async (centre, { heard }) => {
    if (heard.at(-1)?.startsWith(prompts.payAsking) === true)
      await centre.saveOrder(imani.customerId, NUMBER, { 'LAMP-01': 2 }, { status: 'cancelled' });
  },
};

/** Paid, and then cancelled: the money goes back. */
const cancelled: Route = card('3', '1', `${NUMBER}#`, '4', '1', '1', '9');

export const paymentRoutes: readonly Route[] = [
  cancelledMeanwhile,
  { ...cancelledMeanwhile, fault: fault('hear-payment', throttled(8)) },
  ...every(pays, '3', '0'),
  ...every(card, '3', '0', '9'),
  ...every((...keys) => pays('1', DECLINED, ...REST, ...keys), '3', '0'),
  ...[cancelled, ...failing(cancelled, 'start-refund')],
  pays('1', DECLINED, ...REST, '1', '1', DECLINED, ...REST, '1', '1', DECLINED, ...REST, '1'),
  pays('1', '', '', ''),
  pays('1', GOOD, '', GOOD, '1230', '', ''),
  pays('1', GOOD, '1230', first('123#', saves({ paidMinor: 9_800, status: 'paid' })), '9'),
  paysAfter(saves({ paidMinor: 9_800, status: 'paid' }), '9'),
  paysAfter(tried(20, 'declined')),
  paysAfter((centre) => centre.removeOrderItems(`ORDER#${NUMBER}`)),
  underWay('9'),
  {
    ...underWay(),
    person: withheld,
    answers: ['1', first(`${NUMBER}#`, saves({}, 'unknown')), first('5', tried(1, 'started'))],
  },
  { ...pays('3'), attributes: { verified: 'true', flowMainMenu: 'nowhere' } },
  ...failing(pays(), 'quote-payment'),
  ...failing(card(), 'start-payment'),
  { ...card('9'), fault: fault('hear-payment') },
  { ...card('9'), fault: fault('hear-payment', answers('empty-result')) },
  { ...card(), fault: fault('hear-payment', throttled(8)) },
  { ...pays('1', DECLINED, ...REST, '3'), fault: fault('hear-payment') },
  {
    ...underWay(),
    fault: fault('hear-payment', throttled(4)),
    secondFault: fault('hear-payment', answers('empty-result')),
  },
];
