/** Opens a case for a product that does not work. */

import { spokenCase } from '../domain/case.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { findNamedOrder } from '../tables/named-orders.ts';
import { openTechnicalOnce } from '../tables/technical-cases.ts';
import { openTechnical } from './contract.ts';

const client = openDatabase(openTechnical);
const cases = { client, name: tableName('cases') };
const orders = { client, name: tableName('orders') };
const hours = environmentValue(openTechnical, 'OPENING_HOURS');

export const handler = connectFunction(
  openTechnical,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    if (callerNumber === undefined) return { outcome: 'no-number' };
    const { symptom, stepsTried, customerId, verified, orderNumber } = parameters;
    const named = await findNamedOrder(orders, customerId, orderNumber, signal);
    const caller = { contactId, customerId, isVerified: verified === 'true', phoneNumber: callerNumber };
    const kept = await openTechnicalOnce(
      cases,
      caller,
      { trouble: { symptom, tried: stepsTried }, named },
      hoursNow(hours, closedUntilMs),
      now(),
      signal,
    );
    return { outcome: 'opened', ...spokenCase(kept, hours, language) };
  },
);
