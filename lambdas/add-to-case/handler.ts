/** Adds to an open case what its customer says of it by key. */

import { isUnresolved } from '../domain/case-states.ts';
import { keptWish } from '../domain/case-wish.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { readCase } from '../tables/case-changes.ts';
import { keepWishOnce } from '../tables/case-wishes.ts';
import { addToCase } from './contract.ts';

const client = openDatabase(addToCase);
const cases = { client, name: tableName('cases') };
const messages = { client, name: tableName('messages') };
const hours = environmentValue(addToCase, 'OPENING_HOURS');

export const handler = connectFunction(
  addToCase,
  async ({ parameters, contactId, closedUntilMs, language, now, signal }) => {
    const { caseNumber, customerId, wish } = parameters;
    const nowMs = now().getTime();
    const kase = customerId === 'unknown' ? undefined : await readCase(cases, caseNumber, signal);
    if (kase?.customerId !== customerId || !isUnresolved(kase.status)) return { outcome: 'not-possible' };
    const kept = keptWish(kase, wish, contactId, nowMs, hoursNow(hours, closedUntilMs));
    const promisedAtMs = await keepWishOnce(cases, messages, kase, kept, nowMs, signal);
    if (promisedAtMs === undefined) return { outcome: 'not-possible' };
    if (wish === 'not-needed') return { outcome: 'withdrawn' };
    return { outcome: 'noted', promisedTime: spokenMoment(promisedAtMs, nowMs, hours, language) };
  },
);
