/** Answers the desktop about appointments: what a caller books by telephone, an agent books for them. */

import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { answer, httpFunction } from '../runtime/http-function.ts';
import { HttpProblem } from '../runtime/http-request.ts';
import type { Doors, Visit } from '../tables/admission.ts';
import { freeTimes } from '../tables/appointment-book.ts';
import { type Appointment, isAhead, readAppointment } from '../tables/appointment-items.ts';
import { bookOnce, cancelOnce, type Kept, type Seen } from '../tables/appointments.ts';
import { admitToCustomer } from '../tables/customer-admission.ts';
import { serveAppointments } from './contract.ts';

const client = openDatabase(serveAppointments);
const appointments = { client, name: tableName('appointments') };
const customers = { client, name: tableName('customers') };
const tables = { appointments, customers, messages: { client, name: tableName('messages') } };
const claims = environmentValue(serveAppointments, 'AGENT_CLAIMS');
const terms = environmentValue(serveAppointments, 'APPOINTMENTS');
const doors: Doors = {
  customers,
  desk: { client, name: tableName('desk') },
  cases: { client, name: tableName('cases') },
  audit: { client, name: tableName('audit') },
  minutesAfter: environmentValue(serveAppointments, 'MINUTES_AFTER_CONTACT'),
};

const DAYS_SHOWN = 5;

const { minutes, timeZone } = terms;
const text = (atMs: number): string => new Date(atMs).toISOString();

/** The id of the customer whom a path names, once the agent is let in. */
const visited = async (visit: Visit, customerId: string): Promise<string> =>
  (await admitToCustomer(doors, visit, customerId)).customerId;

function shown(customerId: string, appointment: Appointment | undefined, nowMs: number) {
  const common = { customerId, minutes, timeZone };
  if (appointment === undefined) return { ...common, state: 'none' as const, version: 0 };
  const { state, version, startsAtMs, bookedAtMs } = appointment;
  const isPast = state === 'booked' && !isAhead(appointment, nowMs);
  return {
    ...common,
    state: isPast ? ('past' as const) : state,
    version,
    startsAt: text(startsAtMs),
    bookedAt: text(bookedAtMs),
  };
}

/** Intents of two agents are two, whatever they are called. */
const seenBy = (
  { agent }: Pick<Visit, 'agent'>,
  { version, intent }: { readonly version: number; readonly intent: string },
): Seen => ({ version, intent: `${agent.agentId} ${intent}` });

const REFUSALS: Readonly<Record<Exclude<Kept['kind'], 'kept'>, string>> = {
  taken: 'This time cannot be booked, or not any more: look which times are free.',
  'changed-meanwhile':
    'Somebody else has changed this appointment meanwhile, or its time has come: read it again, and decide again.',
};

function keptOf(kept: Kept): Appointment {
  if (kept.kind !== 'kept') throw new HttpProblem(409, REFUSALS[kept.kind]);
  return kept.appointment;
}

export const handler = httpFunction(serveAppointments, claims, {
  listFreeTimes: async ({ query: { from }, now, signal }) => {
    const nowMs = now().getTime();
    const fromMs = from === undefined ? nowMs : Date.parse(from);
    const search = { fromMs, nowMs, daysMax: DAYS_SHOWN };
    const { times, nextMs } = await freeTimes(appointments, terms, search, signal);
    return answer(200, {
      minutes,
      timeZone,
      items: times.map(({ atMs, places }) => ({ startsAt: text(atMs), places })),
      ...(nextMs === undefined ? {} : { next: text(nextMs) }),
    });
  },

  readAppointment: async ({ path, ...call }) => {
    const customerId = await visited({ ...call, operation: 'readAppointment' }, path.customerId);
    const appointment = await readAppointment(appointments, customerId, call.signal);
    return answer(200, shown(customerId, appointment, call.now().getTime()));
  },

  bookAppointment: async ({ path, body, ...call }) => {
    const customerId = await visited({ ...call, operation: 'bookAppointment' }, path.customerId);
    const nowMs = call.now().getTime();
    const wish = { customerId, startsAtMs: Date.parse(body.startsAt), seen: seenBy(call, body) };
    const booked = keptOf(await bookOnce(tables, terms, wish, nowMs, call.signal));
    return answer(200, shown(customerId, booked, nowMs));
  },

  cancelAppointment: async ({ path, body, ...call }) => {
    const customerId = await visited({ ...call, operation: 'cancelAppointment' }, path.customerId);
    const nowMs = call.now().getTime();
    const wish = { customerId, seen: seenBy(call, body) };
    const cancelled = keptOf(await cancelOnce(tables, terms, wish, nowMs, call.signal));
    return answer(200, shown(customerId, cancelled, nowMs));
  },
});
