/** Changes an order as its caller has confirmed. */

import { changeIntent, type PhoneChange, readChange, readVersion } from '../domain/change-intent.ts';
import type { Language } from '../domain/language.ts';
import { spokenMoney } from '../domain/money.ts';
import type { OrderWish } from '../domain/order-change.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import { APPROVAL_LIMITS } from '../domain/order-life.ts';
import { balanceOf, orderTotalMinor } from '../domain/order-record.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import type { ResultOf } from '../runtime/contract.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { changeOrderOnce, replacementNumberOf } from '../tables/order-changes.ts';
import type { Order } from '../tables/orders.ts';
import { changeOrder } from './contract.ts';

const client = openDatabase(changeOrder);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
};
const { windowDays } = environmentValue(changeOrder, 'RETURNS');

const EVENTS: Readonly<Record<PhoneChange['kind'], OrderEvent>> = {
  cancel: 'cancel',
  quantity: 'change',
  return: 'request-return',
  withdraw: 'withdraw-return',
  exchange: 'exchange',
};

export const handler = connectFunction(
  changeOrder,
  async ({ parameters, contactId, language, now, signal }) => {
    const { customerId, orderNumber } = parameters;
    const change = readChange(parameters.change);
    const version = readVersion(parameters.version);
    if (change === undefined || version === undefined) {
      throw new Fault('the parameters version and change of change-order are not those of a read-back');
    }
    const wish: OrderWish = {
      event: EVENTS[change.kind],
      role: 'customer',
      who: customerId,
      why: `by phone, contact ${contactId}`,
      intent: changeIntent(version, change),
      ...(change.kind === 'exchange' ? { replacementNumber: replacementNumberOf(orderNumber) } : {}),
      ...(change.kind === 'quantity' ? { piecesOfLine: change } : {}),
    };
    const terms = { nowMs: now().getTime(), returnWindowDays: windowDays, limits: APPROVAL_LIMITS };
    const which = { orderNumber, customerId, seenVersion: version };
    const changed = await changeOrderOnce(tables, which, wish, terms, signal);
    switch (changed.kind) {
      case 'changed':
        return told(change, changed.order, language);
      case 'refused':
        return { outcome: forAPerson.has(changed.because) ? 'for-a-person' : 'changed-meanwhile' };
      case 'not-in-stock':
        return { outcome: 'not-in-stock' };
      case 'changed-meanwhile':
      case 'unknown-order':
        return { outcome: 'changed-meanwhile' };
    }
  },
);

/** Whatever else it is refused for, the order is not as it was read back. */
const forAPerson: ReadonlySet<string> = new Set(['above-limit', 'window-over', 'changed-too-often']);

/** What a repetition is told is what the order says now, which may have gone on since. */
function told(change: PhoneChange, order: Order, language: Language): ResultOf<typeof changeOrder> {
  const orderNumber = spokenDigits(order.orderNumber);
  const rmaNumber = spokenDigits(order.rmaNumber ?? '');
  switch (change.kind) {
    case 'cancel': {
      const { owedMinor } = balanceOf(order);
      return owedMinor === 0
        ? { outcome: 'cancelled', orderNumber }
        : {
            outcome: 'cancelled-paid',
            orderNumber,
            refund: spokenMoney(owedMinor, order.currency, language),
          };
    }
    case 'quantity':
      return {
        outcome: 'changed',
        orderNumber,
        total: spokenMoney(orderTotalMinor(order), order.currency, language),
      };
    case 'return':
      return { outcome: 'return-agreed', rmaNumber };
    case 'withdraw':
      return { outcome: 'return-withdrawn', orderNumber };
    case 'exchange':
      return { outcome: 'exchange-agreed', orderNumber: spokenDigits(order.replacedBy ?? ''), rmaNumber };
  }
}
