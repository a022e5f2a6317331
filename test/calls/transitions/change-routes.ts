/** Calls that between them take every way through changing an order. */
import { replacementNumberOf } from '../../../lambdas/tables/order-changes.ts';
import type { ContactCentre, FunctionName, OrderState } from '../../kit/centre.ts';
import { answers, throttled } from '../../kit/faults.ts';
import { imani, withheld } from '../../kit/people.ts';
import type { ChangingAnswer, Route } from './routes.ts';

type Lines = Readonly<Record<string, number>>;

const NUMBER = '6500';
const LAMPS: Lines = { 'LAMP-01': 2 };

const saves =
  (lines: Lines, state: OrderState, customerId = imani.customerId) =>
  async (centre: ContactCentre): Promise<void> => {
    await centre.changeProduct('LAMP-01', {});
    await centre.removeOrderItems(`ORDER#${replacementNumberOf(NUMBER)}`);
    for (const { pk, lines: kept } of await centre.items('OrdersTable'))
      if (JSON.stringify(kept ?? []).includes('LAMP-01-ARM')) await centre.removeOrderItems(String(pk));
    await centre.saveOrder(customerId, NUMBER, lines, state);
  };
/** The order is written anew, the caller hears it and presses 4. */
const changes = (lines: Lines, state: OrderState, ...keys: Route['answers']): Route => ({
  person: imani,
  answers: ['1', { keys: `${NUMBER}#`, first: saves(lines, state) }, '4', ...keys],
  attributes: { verified: 'true' },
});
const open = (...keys: Route['answers']): Route => changes(LAMPS, {}, ...keys);
const delivered = (...keys: Route['answers']): Route => changes(LAMPS, { deliveredDaysAgo: 5 }, ...keys);
const lampChanges = (
  change: { inStock?: number; unitPriceMinor?: number },
  keys: string,
): ChangingAnswer => ({
  keys,
  first: (centre) => centre.changeProduct('LAMP-01', change),
});
/** A spare part for what was delivered. */
const part = (state: OrderState, ...keys: Route['answers']): Route =>
  changes(LAMPS, { deliveredDaysAgo: 9, ...state }, '4', arm({}, '2901#'), ...keys);
const arm = (change: { inStock?: number }, keys: string): ChangingAnswer => ({
  keys,
  first: (centre) => centre.changeProduct('LAMP-01-ARM', change),
});
const becomes = (state: OrderState, keys: string): ChangingAnswer => ({ keys, first: saves(LAMPS, state) });
const failing = (route: Route, name: FunctionName): readonly Route[] => [
  { ...route, fault: { name, planned: throttled } },
  { ...route, fault: { name, planned: () => answers('empty-result') } },
];
const again = (times: number, ...keys: readonly string[]): readonly string[] =>
  Array.from({ length: times }, () => keys).flat();
const unknown: Route = { ...open('1', '1'), fault: { name: 'change-order', planned: throttled } };
/** In the menu of each, keys that lead away, silence and keys that it does not have. */
const menus = (...first: Route['answers']): readonly ((...keys: Route['answers']) => Route)[] => [
  (...keys) => open(...first, ...keys),
];
const every = (reach: (...keys: Route['answers']) => Route, ...ways: readonly string[]): readonly Route[] => [
  reach('', '8', ''),
  ...ways.map((way) => reach(way)),
];

export const changeRoutes: readonly Route[] = [
  ...menus().flatMap((reach) => every(reach, '3', '0')),
  ...menus('1').flatMap((reach) => every(reach, '2', '0')),
  ...menus('2', '3#').flatMap((reach) => every(reach, '2', '0')),
  ...every((...keys) => changes(LAMPS, { status: 'packed' }, ...keys), '3', '0'),
  ...every(delivered, '3', '0'),
  ...every((...keys) => delivered('1', ...keys), '2', '0'),
  ...every((...keys) => delivered('2', ...keys), '2', '0'),
  ...every((...keys) => delivered('1', '1', '1', ...keys), '3', '0'),
  ...every((...keys) => delivered('1', '1', '1', '1', ...keys), '2', '0'),
  ...every((...keys) => changes(LAMPS, { status: 'cancelled' }, ...keys), '3', '0', '9'),
  delivered('1', '1', '1', '2', '1', '1'),
  delivered('2', '1'),
  delivered(becomes({ deliveredDaysAgo: 5, version: 2 }, '1'), '1'),
  changes({ 'CHAIR-07': 3 }, { deliveredDaysAgo: 5 }, '2', '1'),
  ...every((...keys) => changes(LAMPS, { deliveredDaysAgo: 60 }, ...keys), '3', '0'),
  ...every((...keys) => part({}, ...keys), '2', '0'),
  part({}, '1', '1'),
  changes(LAMPS, { deliveredDaysAgo: 60 }, '4', '0#'),
  part({ status: 'delivered', placedDaysAgo: 900 }, '0'),
  part({}, arm({ inStock: 0 }, '1')),
  part({}, becomes({ deliveredDaysAgo: 9, placedDaysAgo: 900 }, '1')),
  // It was sent before.
  { ...part({}, '1', '1', '4', '2901#'), answers: [...part({}, '1').answers, '1', '4', '2901#', '0'] },
  { ...part({}), answers: [...part({}).answers.slice(0, 3), '4', '', '#', '9999#'] },
  { ...part({}), answers: [...part({}).answers.slice(0, 3), '4', '0#'] },
  { ...part({}), answers: [...part({}).answers.slice(0, 3), '4', arm({ inStock: 0 }, '2901#')] },
  {
    ...part({}),
    answers: [
      ...part({}).answers.slice(0, 3),
      '4',
      { keys: '2901#', first: (centre) => centre.changeProduct('LAMP-01', { warrantyMonths: 0 }) },
      '0',
    ],
  },
  ...failing(part({}), 'quote-part'),
  ...failing(part({}, '1'), 'send-part'),
  changes(LAMPS, { status: 'shipped' }),
  changes(LAMPS, { status: 'packed' }, '1', '1'),
  changes(LAMPS, { status: 'paid', paidMinor: 9_800 }, '1', '1'),
  open('1', '1', ...again(6, '1')),
  open('1', becomes({ version: 2 }, '1'), '1', '1'),
  {
    ...open(),
    answers: [
      '1',
      { keys: `${NUMBER}#`, first: saves(LAMPS, {}) },
      { keys: '4', first: (centre) => centre.removeOrderItems(`ORDER#${NUMBER}`) },
    ],
  },

  open('2', '3#', '1'),
  open('2', '3#', lampChanges({ inStock: 0 }, '1')),
  open('2', '', '#', '#'),
  open('2', '999#', '2#', '99#'),
  open('2', '0#', '1', '1'),
  open('2', lampChanges({ unitPriceMinor: 5_000 }, '3#')),
  open('2', becomes({ status: 'packed', version: 2 }, '3#')),
  changes({ 'LAMP-01': 2, 'PAPER-A4': 1 }, {}, '2', '#', '7#', '1#'),
  changes({ 'LAMP-01': 2, 'PAPER-A4': 1 }, {}, '2', '', '#', '#'),
  changes({ 'LAMP-01': 2, 'PAPER-A4': 1 }, {}, '2', '7#', '2', '2#', '0#', '1'),
  ...failing(open(), 'lookup-changes'),
  ...failing(open('2', '3#'), 'quote-change'),
  ...failing(open('1', '1'), 'change-order'),
  { ...unknown, secondFault: { name: 'open-case', planned: throttled } },
  { ...unknown, secondFault: { name: 'open-case', planned: () => answers('empty-result') } },
  {
    ...unknown,
    person: withheld,
    answers: ['1', { keys: `${NUMBER}#`, first: saves(LAMPS, {}, 'unknown') }, '4', '1', '1'],
  },
  { ...open('3'), attributes: { verified: 'true', flowMainMenu: 'nowhere' } },
];
