/** Opens a case for a complaint by key. */

import { spokenCase } from '../domain/case.ts';
import { complaintDetails, complaintIntent } from '../domain/complaint.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { findNamedOrder, keepNamedOrder } from '../tables/named-orders.ts';
import { openComplaint } from './contract.ts';

const client = openDatabase(openComplaint);
const cases = { client, name: tableName('cases') };
const orders = { client, name: tableName('orders') };
const hours = environmentValue(openComplaint, 'OPENING_HOURS');

export const handler = connectFunction(
  openComplaint,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    if (callerNumber === undefined) return { outcome: 'no-number' };
    const { reason, customerId, verified, wantedOutcome, orderNumber } = parameters;
    const named = await findNamedOrder(orders, customerId, orderNumber, signal);
    const details = complaintDetails(wantedOutcome, named.order);
    const wish = {
      contactId,
      reason,
      customerId,
      isVerified: verified === 'true',
      phoneNumber: callerNumber,
      intent: complaintIntent(contactId, details),
    };
    const kept = await openCaseOnce(cases, wish, hoursNow(hours, closedUntilMs), now(), signal, details);
    await keepNamedOrder(cases, kept, named, signal);
    return { outcome: 'opened', ...spokenCase(kept, hours, language) };
  },
);
