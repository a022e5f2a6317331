/** What customers are told of their appointments: that one is booked, the day before it, and that it is cancelled. */

import { type Message, newMessage } from './message.ts';

const DAY_MS = 24 * 60 * 60_000;

/** Whose appointment it is, when it begins, and where the clocks are that say so. */
export interface Appointed {
  readonly customerId: string;
  readonly startsAtMs: number;
  readonly timeZone: string;
}

/** A message, and when it is to be sent. */
export interface DatedMessage {
  readonly message: Message;
  readonly dueAtMs: number;
}

/**
 * Written with the booking. Whoever books less than a day ahead needs no reminder.
 * @param bookedAtMs tells two bookings of one time apart
 */
export function messagesOfBooking(appointed: Appointed, bookedAtMs: number): readonly DatedMessage[] {
  const reminder = reminderOf(appointed, bookedAtMs);
  return [
    { message: message('appointment-booked', appointed, bookedAtMs), dueAtMs: bookedAtMs },
    ...(reminder.dueAtMs > bookedAtMs ? [reminder] : []),
  ];
}

export function messagesOfCancelling(appointed: Appointed, nowMs: number): readonly DatedMessage[] {
  return [{ message: message('appointment-cancelled', appointed, nowMs), dueAtMs: nowMs }];
}

/** The reminder of a booking, sent already where its time has come. */
export function reminderOf(appointed: Appointed, bookedAtMs: number): DatedMessage {
  return {
    message: message('appointment-reminder', appointed, bookedAtMs),
    dueAtMs: appointed.startsAtMs - DAY_MS,
  };
}

function message(
  news: 'appointment-booked' | 'appointment-cancelled' | 'appointment-reminder',
  { customerId, startsAtMs, timeZone }: Appointed,
  writtenAtMs: number,
): Message {
  const fields = { at: new Date(startsAtMs).toISOString(), timeZone };
  return newMessage(
    `${news}-${customerId}-${writtenAtMs}`,
    { kind: 'customer', news, customerId, fields },
    writtenAtMs,
  );
}
