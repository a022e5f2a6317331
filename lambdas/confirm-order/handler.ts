/** Keeps what a caller has confirmed. */

import { readBasket } from '../domain/basket.ts';
import { confirmIntent } from '../domain/order-confirming.ts';
import { intentId, readIntentId } from '../domain/order-intent.ts';
import { spokenDigits, spokenMinutesAgo } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { follow } from '../tables/order-intents.ts';
import { confirmOrder } from './contract.ts';

const orders = { client: openDatabase(confirmOrder), name: tableName('orders') };

export const handler = connectFunction(
  confirmOrder,
  async ({ parameters, contactId, language, now, signal }) => {
    const { customerId, onceMoreAfter } = parameters;
    const basket = readBasket(parameters.basket);
    if (basket === undefined) throw new Fault('the parameter basket of confirm-order is no basket');
    const nowMs = now().getTime();
    const wish = { customerId, contactId, basket, onceMoreAfter: readIntentId(onceMoreAfter)?.number };
    const confirmed = await follow(confirmIntent(wish, nowMs), { orders }, signal);
    if (confirmed.kind === 'confirmed') return { outcome: 'confirmed', intentId: intentId(confirmed.intent) };
    const { placed } = confirmed;
    return {
      outcome: 'identical-recently',
      when: spokenMinutesAgo(nowMs - (placed.settledAtMs ?? nowMs), language),
      orderNumber: spokenDigits(placed.orderNumber ?? ''),
      basket: parameters.basket,
      previous: intentId(placed),
    };
  },
);
