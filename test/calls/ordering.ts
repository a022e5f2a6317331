/** How calls of tests order by phone, and what the tables hold of it afterwards. */
import { prompts } from '../../contact-flows/prompts/en.ts';
import type { Call } from '../kit/call.ts';
import type { ContactCentre, Item } from '../kit/centre.ts';
import type { Person } from '../kit/people.ts';

const NUMBER = /\d \d \d \d, \d \d \d \d, \d \d/;

/** @param centre is asked when a test runs: it opens after the tests are written down */
export function orderingAt(centre: () => ContactCentre) {
  const beginsOrder = async (call: Call): Promise<void> => {
    await call.presses('2');
    await call.isAskedForKeys();
    // Who has begun an order in a call before, or is at one in another line, orders another.
    if (call.heard.at(-1)?.startsWith('You have begun') === true) await call.presses('2');
    await call.hears(prompts.askProduct);
  };
  /** Verified already: the PIN has tests of its own, and hashing it takes time. */
  const orders = async (person: Person): Promise<Call> => {
    const call = centre().dial(person);
    call.isGiven({ verified: 'true' });
    await beginsOrder(call);
    return call;
  };
  const hearsTotal = async (person: Person, product = '2101', quantity = '2'): Promise<Call> => {
    const call = await orders(person);
    await call.presses(`${product}#`);
    await call.hears(prompts.askQuantity);
    await call.presses(`${quantity}#`);
    await call.hears('The total is');
    return call;
  };
  const kept = async (prefix: string, { customerId }: Person): Promise<readonly Item[]> =>
    (await centre().items('OrdersTable')).filter(
      (item) => String(item['pk']).startsWith(prefix) && item['customerId'] === customerId,
    );
  const placed = async (person: Person): Promise<readonly Item[]> =>
    (await kept('ORDER#', person)).filter(({ intentId }) => intentId !== undefined);
  const intents = (person: Person): Promise<readonly Item[]> => kept('INTENT#', person);
  const stockOf = async (sku: string): Promise<unknown> =>
    (await centre().items('OrdersTable')).find(({ pk }) => pk === `PRODUCT#${sku}`)?.['inStock'];
  const numberHeard = (call: Call): string =>
    NUMBER.exec(call.heard.findLast((text) => text.includes('order number is')) ?? '')?.[0] ?? '';
  /** Orders of earlier tests stay, so a test counts its own. */
  const newOrders = async (person: Person): Promise<() => Promise<number>> => {
    const before = (await placed(person)).length;
    return async () => (await placed(person)).length - before;
  };
  return { beginsOrder, orders, hearsTotal, placed, intents, stockOf, numberHeard, newOrders };
}
