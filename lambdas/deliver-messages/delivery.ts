/** Delivers one message: finds out how its customer is reached, sends it, and keeps what came of it. */

import { DEFAULT_LANGUAGE, type Language } from '../domain/language.ts';
import { CHANNELS } from '../domain/message.ts';
import { type CustomerMessage, isReceipt } from '../domain/message-body.ts';
import { afterAttempt, callTask, type Reachable, routeOf } from '../domain/message-sending.ts';
import { writtenMessage } from '../domain/message-words.ts';
import { sendEmail, sendText, startTask } from '../sending/channels.ts';
import { deliverCode } from '../sending/code-delivery.ts';
import type { DeliveryParts } from '../sending/delivery-parts.ts';
import { consentsOf } from '../tables/customer-records.ts';
import { followedCustomer } from '../tables/customers.ts';
import { messageWrite } from '../tables/message-writes.ts';
import { type KeptMessage, keepAttempt } from '../tables/messages.ts';
import type { Table } from '../tables/table.ts';

/** Says in a word what came of it. */
export async function deliver(
  message: KeptMessage,
  parts: DeliveryParts,
  now: () => Date,
  signal: AbortSignal,
): Promise<string> {
  const { client, sending, messages } = parts;
  const { body, messageId } = message;
  if (body.kind === 'task') {
    const attempt = await startTask(client, sending, body, message);
    const next = afterAttempt(message, 'task', attempt, now().getTime());
    await keepAttempt(messages, message, { next, channel: 'task' }, now().getTime(), signal);
    return attempt.kind;
  }
  if (body.kind === 'code') return await deliverCode(message, body, parts, now, signal);
  const customer = await reachable(body, parts.customers, signal);
  const open = { sms: sending.sms !== undefined, email: sending.email !== undefined };
  const route = routeOf(customer, open, message.refused);
  const nowMs = now().getTime();
  if (route.channel === 'none' || route.channel === 'call') {
    const because = route.channel === 'call' ? 'by-call' : 'unreachable';
    const next = { kind: 'given-up', because } as const;
    const beside = isReceipt(body.news)
      ? []
      : [messageWrite(messages, callTask(message, body, because, nowMs))];
    await keepAttempt(messages, message, { next, channel: route.channel }, nowMs, signal, beside);
    return because;
  }
  const fields = { ...body.fields, timeZone: sending.timeZone };
  const words = writtenMessage(body.news, fields, customer.language ?? DEFAULT_LANGUAGE, sending.company);
  // A channel that refused is another order than the next channel, and has another token.
  const token = `${messageId}/${route.channel}`;
  const attempt =
    route.channel === 'sms'
      ? await sendText(client, sending, route.to, words.text, token)
      : await sendEmail(client, sending, route.to, words, token);
  const next = afterAttempt(message, route.channel, attempt, now().getTime());
  await keepAttempt(messages, message, { next, channel: route.channel }, now().getTime(), signal);
  return attempt.kind;
}

async function reachable(
  { customerId, phoneNumber }: CustomerMessage,
  customers: Table,
  signal: AbortSignal,
): Promise<Reachable & { readonly language?: Language | undefined }> {
  if (customerId === 'unknown') return { phoneNumber, withdrawn: [] };
  const customer = await followedCustomer(customers, customerId, signal);
  if (customer === undefined) return { phoneNumber, withdrawn: [] };
  const consents = await consentsOf(customers, customer, signal);
  const withdrawn = CHANNELS.filter(
    (channel) => consents.find(({ purpose }) => purpose === channel)?.given === false,
  );
  const { preferences, phoneNumbers, emails } = customer;
  return {
    preferred: preferences.channel,
    language: preferences.language,
    phoneNumber: phoneNumbers[0] ?? phoneNumber,
    email: emails[0],
    withdrawn,
  };
}
