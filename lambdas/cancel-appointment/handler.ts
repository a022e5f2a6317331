/** Cancels an appointment. */

import { readMoment } from '../domain/appointment.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { cancelOnce } from '../tables/appointments.ts';
import { cancelAppointment } from './contract.ts';

const client = openDatabase(cancelAppointment);
const tables = {
  appointments: { client, name: tableName('appointments') },
  messages: { client, name: tableName('messages') },
};
const terms = environmentValue(cancelAppointment, 'APPOINTMENTS');

export const handler = connectFunction(cancelAppointment, async ({ parameters, language, now, signal }) => {
  const startsAtMs = readMoment(parameters.slot);
  if (startsAtMs === undefined) throw new Fault('the parameter slot of cancel-appointment is no moment');
  const nowMs = now().getTime();
  const wish = { customerId: parameters.customerId, seen: { toldOfMs: startsAtMs } };
  const kept = await cancelOnce(tables, terms, wish, nowMs, signal);
  if (kept.kind !== 'kept') return { outcome: kept.kind };
  return { outcome: 'cancelled', time: spokenMoment(startsAtMs, nowMs, terms, language) };
});
