/** Finds the customer whom the caller's number belongs to, whether they were here a short while ago, and what is announced. */

import { announcedOf } from '../domain/announced.ts';
import { spokenNow } from '../domain/announcement.ts';
import { returningOf } from '../domain/last-contact.ts';
import { DEFAULT_TIER } from '../domain/tier.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { readArrival } from '../tables/arrival.ts';
import { lookupCustomer } from './contract.ts';

const customers = { client: openDatabase(lookupCustomer), name: tableName('customers') };

/** What nearly every call is told. */
const NOTHING = { ...announcedOf({}), ...returningOf(undefined, 0) };

export const handler = connectFunction(lookupCustomer, async ({ callerNumber, now, signal }) => {
  const { caller, last, announcements } = await readArrival(customers, callerNumber, signal);
  const nowMs = now().getTime();
  const told =
    announcements.length === 0 && last === undefined
      ? NOTHING
      : { ...announcedOf(spokenNow(announcements, nowMs)), ...returningOf(last, nowMs) };
  return caller === undefined
    ? { ...told, outcome: 'unknown', customerId: 'unknown', language: 'unknown', tier: DEFAULT_TIER }
    : { ...told, outcome: 'found', ...caller, language: caller.language ?? 'unknown' };
});
