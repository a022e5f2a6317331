/** Opens a case for a complaint by key. */

import { spokenCase } from '../domain/case.ts';
import { complaintDetails, complaintIntent } from '../domain/complaint.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { linkToOrder, noteUnknownOrder } from '../tables/complaints.ts';
import { findLatestOrder, findOrder, isOrderNumber, type Order } from '../tables/orders.ts';
import { openComplaint } from './contract.ts';

const client = openDatabase(openComplaint);
const cases = { client, name: tableName('cases') };
const orders = { client, name: tableName('orders') };
const hours = environmentValue(openComplaint, 'OPENING_HOURS');

async function orderOf(
  customerId: string,
  orderNumber: string,
  signal: AbortSignal,
): Promise<Order | undefined> {
  // Everybody whom we do not know has this id: what was ordered belongs to none of them.
  if (customerId === 'unknown') return undefined;
  if (orderNumber === 'latest') return await findLatestOrder(orders, customerId, signal);
  return isOrderNumber(orderNumber) ? await findOrder(orders, customerId, orderNumber, signal) : undefined;
}

export const handler = connectFunction(
  openComplaint,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    if (callerNumber === undefined) return { outcome: 'no-number' };
    const { reason, customerId, verified, wantedOutcome, orderNumber } = parameters;
    const order = await orderOf(customerId, orderNumber, signal);
    const details = complaintDetails(wantedOutcome, order);
    const wish = {
      contactId,
      reason,
      customerId,
      isVerified: verified === 'true',
      phoneNumber: callerNumber,
      intent: complaintIntent(contactId, details),
    };
    const kept = await openCaseOnce(cases, wish, { ...hours, closedUntilMs }, now(), signal, details);
    if (order !== undefined) await linkToOrder(cases, kept, order.orderNumber, signal);
    else if (!['none', 'latest'].includes(orderNumber)) await noteUnknownOrder(cases, kept, signal);
    return { outcome: 'opened', ...spokenCase(kept, hours, language) };
  },
);
