/** Sends a spare part under warranty. */

import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { readProduct } from '../tables/products.ts';
import { sendPartOnce } from '../tables/spare-parts.ts';
import { sendPart } from './contract.ts';

const client = openDatabase(sendPart);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};

export const handler = connectFunction(sendPart, async ({ parameters, now, signal }) => {
  const { part: sku, ...order } = parameters;
  const part = await readProduct(tables.orders, sku, signal);
  if (part === undefined) return { outcome: 'not-covered' };
  const sent = await sendPartOnce(tables, order, part, now().getTime(), signal);
  if (sent.kind === 'sent') return { outcome: 'sent', orderNumber: spokenDigits(sent.order.orderNumber) };
  return { outcome: sent.kind === 'out-of-stock' ? 'out-of-stock' : 'not-covered' };
});
