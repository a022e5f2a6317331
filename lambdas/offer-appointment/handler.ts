/** Finds a free time for an appointment. */

import { momentText, nextDayAfter, readMoment } from '../domain/appointment.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { firstFree } from '../tables/appointment-book.ts';
import { offerAppointment } from './contract.ts';

const appointments = { client: openDatabase(offerAppointment), name: tableName('appointments') };
const terms = environmentValue(offerAppointment, 'APPOINTMENTS');

export const handler = connectFunction(offerAppointment, async ({ parameters, language, now, signal }) => {
  const nowMs = now().getTime();
  const fromMs = readMoment(parameters.from) ?? nowMs;
  const exceptMs = readMoment(parameters.except);
  const search = { fromMs, nowMs, exceptMs, daysMax: offerAppointment.requestsInSequence };
  const time = await firstFree(appointments, terms, search, signal);
  if (time === undefined) return { outcome: 'none-free' };
  return {
    outcome: 'offered',
    time: spokenMoment(time.atMs, nowMs, terms, language),
    slot: momentText(time.atMs),
    later: momentText(time.atMs + 1),
    nextDay: momentText(nextDayAfter(terms, time.atMs)),
  };
});
