/** Says which appointment a customer has. */

import { momentText } from '../domain/appointment.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { isAhead, readAppointment } from '../tables/appointment-items.ts';
import { lookupAppointment } from './contract.ts';

const appointments = { client: openDatabase(lookupAppointment), name: tableName('appointments') };
const terms = environmentValue(lookupAppointment, 'APPOINTMENTS');

export const handler = connectFunction(lookupAppointment, async ({ parameters, language, now, signal }) => {
  const nowMs = now().getTime();
  const appointment = await readAppointment(appointments, parameters.customerId, signal);
  if (!isAhead(appointment, nowMs)) return { outcome: 'none' };
  return {
    outcome: 'booked',
    time: spokenMoment(appointment.startsAtMs, nowMs, terms, language),
    slot: momentText(appointment.startsAtMs),
  };
});
