/** Calls that between them take every way through what callers hear of products. */
import type { ContactCentre } from '../../kit/centre.ts';
import { answers, throttled } from '../../kit/faults.ts';
import { imani, stranger } from '../../kit/people.ts';
import type { Route } from './routes.ts';

type Change = Parameters<ContactCentre['changeProduct']>[1];

const asks = (change: Change, ...keys: readonly string[]): Route => ({
  person: stranger,
  answers: ['4', ...keys],
  before: (centre) => centre.changeProduct('LAMP-01', change),
});
const lamp = (...keys: readonly string[]): Route => asks({}, '2101#', ...keys);
const orders = (change: Change, ...keys: readonly string[]): Route => ({
  ...asks(change, '2101#', '4', ...keys),
  person: imani,
  attributes: { verified: 'true' },
});
const sellsMeanwhile = (first: (centre: ContactCentre) => Promise<void>): Route => ({
  ...orders({}),
  answers: ['4', '2101#', { keys: '4', first }],
});
const DAYS = { from: '2026-01-01', till: '2026-12-31' };
/** As many offers as prices, told after 1 and pound; by default they stay what they are. */
const offers = (skus: readonly string[], ...keys: Route['answers']): Route => ({
  person: stranger,
  answers: ['4', '1#', ...keys],
  before: async (centre) => {
    await centre.seed();
    for (const sku of skus) await centre.changeProduct(sku, { promotion: { unitPriceMinor: 100, ...DAYS } });
  },
});
const THREE = ['LAMP-01', 'CHAIR-07', 'PAPER-A4'];
const goneMeanwhile = (sku: string, key: string): Route =>
  offers(THREE, { keys: key, first: (centre) => centre.removeOrderItems(`PRODUCT#${sku}`) });
const failing = (planned: typeof throttled | (() => ReturnType<typeof answers>)): Route => ({
  ...lamp(),
  fault: { name: 'describe-product', planned },
});
const again = (times: number, key: string): readonly string[] => Array.from({ length: times }, () => key);

export const productRoutes: readonly Route[] = [
  asks({}, '', '#', '9999#'),
  asks({}, '0#'),
  asks({ promotion: { unitPriceMinor: 3_000, from: '2026-01-01', till: '2026-12-31' } }, '2101#', '9'),
  asks({ inStock: 0 }, '2101#', '', '8', ''),
  asks({ inStock: 0 }, '2101#', ...again(6, '1')),
  asks({}, '2207#', ...again(6, '1')),
  asks({}, '2403#', '3', '0'),
  asks({}, '2403#', '0'),
  asks({}, '2403#', '2', '2304#', '0'),
  asks({}, '2403#', '9'),
  lamp('', '8', ''),
  lamp('3', '0'),
  lamp('0'),
  { ...lamp('3'), attributes: { flowMainMenu: 'nowhere' } },
  lamp(...again(10, '2').flatMap((key) => [key, '2101#'])),
  orders({}, '1#', '2'),
  // What was in stock when the caller heard of it is sold, gone, or cannot be found a moment later.
  sellsMeanwhile((centre) => centre.changeProduct('LAMP-01', { inStock: 0 })),
  sellsMeanwhile((centre) => centre.removeOrderItems('PRODUCT#LAMP-01')),
  { ...orders({}), fault: { name: 'find-product', planned: throttled } },
  { ...orders({}), fault: { name: 'find-product', planned: () => answers('empty-result') } },
  offers([], '0#'),
  offers(THREE, '1', '0'),
  offers(THREE, '2', '0'),
  offers(THREE, '3', '0'),
  offers(THREE, '4', '0#'),
  offers(THREE, '5', '0'),
  offers(THREE, '0'),
  offers(THREE, '', '8', ''),
  offers(THREE, '9'),
  offers(['LAMP-01'], '2', '3', '2'),
  goneMeanwhile('CHAIR-07', '1'),
  goneMeanwhile('LAMP-01', '2'),
  goneMeanwhile('PAPER-A4', '3'),
  ...['1', '2', '3'].flatMap((key) =>
    [throttled, () => answers('empty-result')].map(
      (planned): Route => ({
        ...offers(THREE, key),
        fault: { name: 'describe-product', planned },
      }),
    ),
  ),
  ...[throttled, () => answers('empty-result')].map(
    (planned): Route => ({
      ...offers(THREE),
      fault: { name: 'find-offers', planned },
    }),
  ),
  failing(throttled),
  failing(() => answers('empty-result')),
];
