/** Keeps the caller's number with the reason and a time by which we promise to call back. */

import { spokenCase } from '../domain/case.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openOrOwe } from '../tables/promised-calls.ts';
import { openCase } from './contract.ts';

const client = openDatabase(openCase);
const tables = {
  cases: { client, name: tableName('cases') },
  messages: { client, name: tableName('messages') },
};
const hours = environmentValue(openCase, 'OPENING_HOURS');

export const handler = connectFunction(
  openCase,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    if (callerNumber === undefined) return { outcome: 'no-number' };
    const { reason, customerId, verified } = parameters;
    const wish = {
      contactId,
      reason,
      customerId,
      isVerified: verified === 'true',
      phoneNumber: callerNumber,
    };
    const done = await openOrOwe(tables, wish, hoursNow(hours, closedUntilMs), now(), signal);
    if (done.kind === 'opened') return { outcome: 'opened', ...spokenCase(done.case, hours, language) };
    const { promisedAtMs } = done.callback;
    const nowMs = now().getTime();
    if (promisedAtMs <= nowMs) return { outcome: 'late' };
    return { outcome: 'promised', time: spokenMoment(promisedAtMs, nowMs, hours, language) };
  },
);
