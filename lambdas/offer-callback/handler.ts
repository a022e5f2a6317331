/** Says when we call back, or at which times we could. */

import { callbackTimes } from '../domain/callback.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { owedCall } from '../tables/owed-calls.ts';
import { offerCallback } from './contract.ts';

const client = openDatabase(offerCallback);
const tables = {
  messages: { client, name: tableName('messages') },
  cases: { client, name: tableName('cases') },
};
const hours = environmentValue(offerCallback, 'OPENING_HOURS');

export const handler = connectFunction(
  offerCallback,
  async ({ callerNumber, closedUntilMs, language, now, signal }) => {
    if (callerNumber === undefined) return { outcome: 'no-number' };
    const nowMs = now().getTime();
    const spoken = (atMs: number) => spokenMoment(atMs, nowMs, hours, language);
    const booked = await owedCall(tables, callerNumber, nowMs, signal);
    if (booked !== undefined && booked.promisedAtMs <= nowMs) return { outcome: 'late' };
    if (booked !== undefined)
      return { outcome: booked.isSoon ? 'soon' : 'booked', time: spoken(booked.promisedAtMs) };
    const [second, third, fourth] = callbackTimes(hoursNow(hours, closedUntilMs), nowMs);
    const iso = (atMs: number) => new Date(atMs).toISOString();
    return {
      outcome: 'free',
      second: spoken(second),
      third: spoken(third),
      fourth: spoken(fourth),
      secondAt: iso(second),
      thirdAt: iso(third),
      fourthAt: iso(fourth),
    };
  },
);
