/** Says what a customer still has to pay for an order. */

import { spokenMoney } from '../domain/money.ts';
import { isOrderNumber } from '../domain/order-number.ts';
import { payableOf } from '../domain/payment.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { readOwnOrder } from '../tables/own-orders.ts';
import { readPayment } from '../tables/payments.ts';
import { quotePayment } from './contract.ts';

const client = openDatabase(quotePayment);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};

export const handler = connectFunction(quotePayment, async ({ parameters, language, signal }) => {
  const { customerId, orderNumber: number } = parameters;
  if (!isOrderNumber(number)) return { outcome: 'unknown-order' };
  const [order, payment] = await Promise.all([
    readOwnOrder(tables, customerId, number, signal),
    readPayment(tables.orders, number, signal),
  ]);
  if (order === undefined) return { outcome: 'unknown-order' };
  const payable = payableOf(order, payment);
  const orderNumber = spokenDigits(number);
  switch (payable.kind) {
    case 'due':
      return {
        outcome: 'due',
        orderNumber,
        amount: spokenMoney(payable.amountMinor, order.currency, language),
        amountMinor: String(payable.amountMinor),
        attempt: String(payable.attempt),
      };
    case 'nothing-due':
      return { outcome: 'nothing-due', orderNumber };
    case 'under-way':
      return { outcome: 'under-way', orderNumber, attempt: String(payable.attempt.number) };
    case 'enough-tries':
      return { outcome: 'enough-tries' };
  }
});
