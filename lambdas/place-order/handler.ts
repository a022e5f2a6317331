/** Places the order of a confirmed intent. */

import { spokenMoney } from '../domain/money.ts';
import { readIntentId } from '../domain/order-intent.ts';
import { placeIntent } from '../domain/order-placing.ts';
import { spokenQuote } from '../domain/order-quote.ts';
import { spokenProduct } from '../domain/product-name.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { follow, orderNumbersOf } from '../tables/order-intents.ts';
import { placeOrder } from './contract.ts';

const client = openDatabase(placeOrder);
const tables = {
  orders: { client, name: tableName('orders') },
  placing: {
    customers: { client, name: tableName('customers') },
    messages: { client, name: tableName('messages') },
  },
};
const { basisPoints } = environmentValue(placeOrder, 'SALES_TAX');
const withoutVoice = environmentValue(placeOrder, 'UNVOICED');

export const handler = connectFunction(placeOrder, async ({ parameters, language, now, signal }) => {
  const { customerId } = parameters;
  const id = readIntentId(parameters.intentId);
  if (id === undefined) throw new Fault('the parameter intentId of place-order is no id of an intent');
  const intent = { ...id, customerId };
  const wish = {
    ...intent,
    orderNumbers: orderNumbersOf(intent),
    taxBasisPoints: basisPoints,
    nowMs: now().getTime(),
  };
  const placed = await follow(placeIntent(wish), tables, signal);
  switch (placed.kind) {
    case 'placed':
      return {
        outcome: 'placed',
        order: placed.orderNumber,
        orderNumber: spokenDigits(placed.orderNumber),
        total: spokenMoney(placed.totalMinor, placed.currency, language),
      };
    case 'price-changed': {
      const products = placed.products.map((each) => spokenProduct(each, language, withoutVoice));
      return { outcome: 'price-changed', ...spokenQuote(placed.basket, products, language) };
    }
    case 'out-of-stock':
    case 'referred':
    case 'unknown-intent':
      return { outcome: placed.kind };
  }
});
