/** Books a call back. */

import { hoursNow } from '../domain/promised-time.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { bookCallback as book } from '../tables/callbacks.ts';
import { bookCallback } from './contract.ts';

const client = openDatabase(bookCallback);
const tables = {
  messages: { client, name: tableName('messages') },
  cases: { client, name: tableName('cases') },
};
const hours = environmentValue(bookCallback, 'OPENING_HOURS');

/** A centre that is closed for a month of holidays still has its times inside of this. */
const OFFERED_DAYS_MAX = 366;

export const handler = connectFunction(
  bookCallback,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    // The flow has asked for times before, which nobody gets whose number is withheld.
    if (callerNumber === undefined) throw new Fault('a call back is booked for a number, and there is none');
    const { at, customerId } = parameters;
    const nowMs = now().getTime();
    const atMs = at === 'soon' ? undefined : Date.parse(at);
    if (atMs !== undefined && atMs > nowMs + OFFERED_DAYS_MAX * 86_400_000)
      throw new Fault(`at is later than ${OFFERED_DAYS_MAX} days from now; offer-callback gave no such time`);
    const booking = {
      phoneNumber: callerNumber,
      customerId,
      contactId,
      language,
      atMs,
    };
    const { isNew, callback } = await book(tables, booking, hoursNow(hours, closedUntilMs), nowMs, signal);
    const time = spokenMoment(callback.promisedAtMs, nowMs, hours, language);
    if (!isNew) return { outcome: 'already', time };
    return callback.isSoon ? { outcome: 'soon', time } : { outcome: 'booked', time };
  },
);
