/** Books an appointment, or moves one. */

import { readMoment } from '../domain/appointment.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { bookOnce } from '../tables/appointments.ts';
import { bookAppointment } from './contract.ts';

const client = openDatabase(bookAppointment);
const tables = {
  customers: { client, name: tableName('customers') },
  appointments: { client, name: tableName('appointments') },
  messages: { client, name: tableName('messages') },
};
const terms = environmentValue(bookAppointment, 'APPOINTMENTS');

export const handler = connectFunction(bookAppointment, async ({ parameters, language, now, signal }) => {
  const { customerId, slot, instead } = parameters;
  const startsAtMs = readMoment(slot);
  if (startsAtMs === undefined) throw new Fault('the parameter slot of book-appointment is no moment');
  const nowMs = now().getTime();
  const wish = { customerId, startsAtMs, seen: { toldOfMs: readMoment(instead) } };
  const kept = await bookOnce(tables, terms, wish, nowMs, signal);
  if (kept.kind !== 'kept') return { outcome: kept.kind };
  return {
    outcome: 'booked',
    time: spokenMoment(kept.appointment.startsAtMs, nowMs, terms, language),
  };
});
