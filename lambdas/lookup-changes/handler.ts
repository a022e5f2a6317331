/** Says what a caller may do about an order. */

import { dateAt } from '../domain/calendar.ts';
import { spokenLines } from '../domain/order-lines.ts';
import { isOrderNumber } from '../domain/order-number.ts';
import { spokenOrderStatus } from '../domain/order-words.ts';
import { phoneChoice } from '../domain/phone-changes.ts';
import { spokenProduct } from '../domain/product-name.ts';
import { spokenDate, spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { readOwnOrder } from '../tables/own-orders.ts';
import { readProducts } from '../tables/products.ts';
import { lookupChanges } from './contract.ts';

const client = openDatabase(lookupChanges);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};
const { windowDays } = environmentValue(lookupChanges, 'RETURNS');
const withoutVoice = environmentValue(lookupChanges, 'UNVOICED');

export const handler = connectFunction(lookupChanges, async ({ parameters, language, now, signal }) => {
  const { customerId } = parameters;
  if (!isOrderNumber(parameters.orderNumber)) return { outcome: 'unknown-order' };
  const order = await readOwnOrder(tables, customerId, parameters.orderNumber, signal);
  if (order === undefined) return { outcome: 'unknown-order' };
  const today = dateAt(now().getTime());
  const orderNumber = spokenDigits(order.orderNumber);
  const choice = phoneChoice(order, windowDays, today);
  switch (choice.kind) {
    case 'on-its-way':
      return { outcome: 'on-its-way', orderNumber };
    case 'too-late':
      return { outcome: 'too-late', orderNumber, until: spokenDate(choice.until, today, language) };
    case 'ended':
      return { outcome: 'ended', orderNumber, status: spokenOrderStatus(order, today, language) };
  }
  const skus = [...new Set(order.lines.map(({ sku }) => sku))];
  const products = (await readProducts(tables.orders, skus, signal)).map((each) =>
    spokenProduct(each, language, withoutVoice),
  );
  const { items, numbered } = spokenLines(order.lines, products, language);
  const told = { orderNumber, items, version: String(order.version) };
  switch (choice.kind) {
    case 'open':
      return choice.canChange
        ? { outcome: 'open', ...told, lineCount: String(order.lines.length), lines: numbered }
        : { outcome: 'packed', ...told };
    case 'delivered':
      return { outcome: 'delivered', ...told, until: spokenDate(choice.until, today, language) };
    case 'return-agreed':
      return { outcome: 'return-agreed', ...told, rmaNumber: spokenDigits(choice.rmaNumber) };
  }
});
