/** Refers an order to our team when its caller cannot be told that it is placed. */

import { spokenCase } from '../domain/case.ts';
import { spokenMoney } from '../domain/money.ts';
import { readIntentId } from '../domain/order-intent.ts';
import { referIntent } from '../domain/order-settling.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { follow, orderNumbersOf } from '../tables/order-intents.ts';
import { referOrder } from './contract.ts';

const client = openDatabase(referOrder);
const orders = { client, name: tableName('orders') };
const cases = { client, name: tableName('cases') };
const hours = environmentValue(referOrder, 'OPENING_HOURS');

export const handler = connectFunction(
  referOrder,
  async ({ parameters, callerNumber, closedUntilMs, language, now, signal }) => {
    const id = readIntentId(parameters.intentId);
    if (id === undefined) throw new Fault('the parameter intentId of refer-order is no id of an intent');
    const intent = { ...id, customerId: parameters.customerId };
    const wish = {
      ...intent,
      orderNumbers: orderNumbersOf(intent),
      opensCase: callerNumber !== undefined,
      nowMs: now().getTime(),
    };
    const phoneNumberOf = async () => callerNumber ?? '';
    const tables = { orders, cases: { table: cases, hours: hoursNow(hours, closedUntilMs), phoneNumberOf } };
    const referred = await follow(referIntent(wish), tables, signal);
    switch (referred.kind) {
      case 'placed':
        return {
          outcome: 'placed',
          order: referred.orderNumber,
          orderNumber: spokenDigits(referred.orderNumber),
          total: spokenMoney(referred.totalMinor, referred.currency, language),
        };
      case 'referred':
        return referred.opened === undefined
          ? { outcome: 'withheld' }
          : { outcome: 'referred', ...spokenCase(referred.opened, hours, language) };
      case 'not-ordered':
        return { outcome: 'not-ordered' };
    }
  },
);
