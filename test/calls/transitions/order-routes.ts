/** Calls that between them take every way through ordering. */
import { prompts } from '../../../contact-flows/prompts/en.ts';
import { demoProducts } from '../../../lib/demo-world/orders.ts';
import type { ContactCentre, FunctionName } from '../../kit/centre.ts';
import { answerLost, answers, throttled } from '../../kit/faults.ts';
import { greta, imani, noor, stranger, tomas, WRONG_PIN, withheld } from '../../kit/people.ts';
import type { ChangingAnswer, Route } from './routes.ts';

const verified = { verified: 'true' };

/** The warehouse as the demo world has it, and nothing that anybody confirmed: no order is like one before. */
const restock = async (centre: ContactCentre): Promise<void> => {
  await centre.removeOrderItems('INTENT#');
  await centre.removeOrderItems('DRAFT#');
  for (const { sku } of demoProducts) await centre.changeProduct(sku, {});
};
const lampChanges = (
  change: { inStock?: number; unitPriceMinor?: number },
  keys: string,
): ChangingAnswer => ({
  keys,
  first: (centre) => centre.changeProduct('LAMP-01', change),
});

const orders = (...keys: Route['answers']): Route => ({
  person: imani,
  answers: [{ keys: '2', first: restock }, ...keys],
  attributes: verified,
});
/** Keys up to the read-back. */
const lamps = (pieces: number): readonly string[] => ['2101#', `${pieces}#`];
const sheets = (pieces: number): readonly string[] => ['2304#', `${pieces}#`, '1'];
const verifies = (...keys: readonly string[]): Route => ({ person: stranger, answers: ['2', ...keys] });
const failing = (route: Route, name: FunctionName): readonly Route[] =>
  failures.map((planned) => ({ ...route, fault: { name, planned } }));

/** The same caller again, who has begun an order of lamps in the call before. */
const begun = (...keys: Route['answers']): Route =>
  orders(
    ...lamps(1),
    '2',
    {
      keys: '2',
      first: (centre) => centre.saveDraft(imani.customerId, { 'LAMP-01': 3 }),
    },
    ...keys,
  );

const failures = [throttled, () => answers('empty-result')];
/** A function that fails when the caller, having heard what they began, presses a key. */
const begunFailing = (keys: string, name: FunctionName): readonly Route[] =>
  failures.map((planned) =>
    begun({
      keys,
      first: async (centre) => {
        centre.fault(name, planned());
      },
    }),
  );

const wrong = `${WRONG_PIN}#`;
const bought = (pieces: number): readonly string[] => [...lamps(pieces), '1'];
/** Another line takes the order over while the caller hears that we place it. */
const takenOver: Route = {
  ...orders(...bought(1), '9'),
  meanwhile: async (centre, { heard }) => {
    if (heard.at(-1)?.startsWith(prompts.placing) === true) await centre.removeOrderItems('INTENT#');
  },
};
const unconfirmed: Route = {
  ...orders(...bought(31)),
  fault: { name: 'place-order', planned: throttled },
};

export const orderRoutes: readonly Route[] = [
  takenOver,
  { person: greta, answers: ['2', `${greta.pin}#`, '0#'] },
  verifies(wrong, wrong, wrong),
  verifies('', '', ''),
  verifies('0#'),
  { ...verifies(wrong), fault: { name: 'verify-caller', planned: throttled } },

  orders('', '9999#', '2403#'),
  orders('#', '#', '#'),
  orders('2101#', '', '0#', '39#'),
  orders('2101#', '#', '#', '#'),
  orders('2101#', {
    keys: '1#',
    first: (centre) => centre.removeOrderItems('PRODUCT#LAMP-01'),
  }),
  orders('1#', '2', '0'),
  { ...orders('1#'), person: tomas },
  { ...orders('1#'), person: noor },
  {
    ...orders({
      keys: '1#',
      first: (centre) => centre.saveOrder(greta.customerId, '5001', { 'PAPER-A4': 101 }),
    }),
    person: greta,
  },
  orders(...lamps(1), '3', '3', '3', '3', '3', '3'),
  orders(...lamps(1), '', '9', ''),
  orders(...lamps(1), '0'),
  { ...orders(...lamps(1), '2'), attributes: { ...verified, flowMainMenu: 'nowhere' } },

  orders(...bought(2), '', '8', ''),
  orders(...bought(3), '1', '1', '1', '1', '1', '1'),
  orders(...[1, 2, 3, 4, 5, 6].flatMap((pieces) => [...sheets(pieces), '2'])),
  orders(...bought(4), '3', '0'),
  orders(...bought(5), '0'),
  orders(...bought(6), '9'),
  orders(...bought(18), '4'),
  orders(...bought(19), '5', '3'),
  orders(...bought(7), '2', ...bought(7), '', '8', ''),
  orders(...bought(8), '2', ...bought(8), '1', '2', ...bought(8), '1', '2', ...bought(8), '1'),
  orders(...bought(9), '2', ...bought(9), '2', '0'),
  orders(...bought(10), '2', ...bought(10), '0'),

  orders(...lamps(11), lampChanges({ inStock: 10 }, '1')),
  orders(
    ...lamps(12),
    lampChanges({ unitPriceMinor: 5_000 }, '1'),
    lampChanges({ unitPriceMinor: 5_100 }, '1'),
    lampChanges({ unitPriceMinor: 5_200 }, '1'),
  ),
  begun('1', '0'),
  begun('2', '0#'),
  begun('3', '0#'),
  begun('0'),
  begun('', '9', ''),
  begun({ keys: '1', first: (centre) => centre.changeProduct('LAMP-01', { inStock: 2 }) }),
  begun({ keys: '1', first: (centre) => centre.removeOrderItems('PRODUCT#LAMP-01') }),
  begun({ keys: '1', first: (centre) => centre.removeOrderItems('DRAFT#') }),
  ...failing(orders(), 'recall-draft'),
  ...begunFailing('1', 'quote-order'),
  ...begunFailing('3', 'recall-draft'),
  ...failures.map((planned) =>
    orders(...lamps(1), {
      keys: '2',
      first: async (centre) => {
        centre.fault('recall-draft', planned());
      },
    }),
  ),
  ...failing(orders('2101#'), 'find-product'),
  ...failing(orders(...lamps(1)), 'quote-order'),
  ...failing(orders('1#'), 'quote-order'),
  ...failing(orders(...bought(13)), 'confirm-order'),
  ...failing(orders(...bought(14)), 'place-order'),
  { ...unconfirmed, secondFault: { name: 'refer-order', planned: throttled } },
  { ...unconfirmed, secondFault: { name: 'refer-order', planned: () => answers('empty-result') } },
  { ...unconfirmed, person: withheld },
  { ...orders(...bought(15)), fault: { name: 'place-order', planned: answerLost } },
  {
    ...orders(...lamps(16), lampChanges({ inStock: 10 }, '1')),
    fault: { name: 'place-order', planned: answerLost },
  },
  orders(...lamps(17), {
    keys: '1',
    first: (centre) => centre.saveReferredOrder(imani.customerId, 'USD 6872 LAMP-01*17*4900'),
  }),
];
