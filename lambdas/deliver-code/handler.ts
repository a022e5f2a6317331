/** Sends a one-time code as soon as a caller has asked for it. */

import { backgroundFunction } from '../runtime/background-function.ts';
import { connectClient } from '../runtime/connect-client.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { deliverCode as sendNow } from '../sending/code-delivery.ts';
import { readMessage } from '../tables/messages.ts';
import { deliverCode } from './contract.ts';

const client = openDatabase(deliverCode);
const parts = {
  client: connectClient(deliverCode),
  sending: environmentValue(deliverCode, 'SENDING'),
  messages: { client, name: tableName('messages') },
  customers: { client, name: tableName('customers') },
};

export const handler = backgroundFunction(deliverCode, async ({ payload, now, signal }) => {
  const message = await readMessage(parts.messages, payload.messageId, signal);
  // Nobody gets a code, or the schedule was first.
  if (message?.body.kind !== 'code' || message.state !== 'due') return 'nothing due';
  return await sendNow(message, message.body, parts, now, signal);
});
