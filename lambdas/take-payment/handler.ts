/** Takes a payment: reads the card, asks the provider, writes what came of it, once. */

import { readCard } from '../domain/card.ts';
import { REASON_OF_FAULT } from '../domain/payment.ts';
import { chargeStarted, finishAuthorised, finishUnusable, readAttempt } from '../providers/finishing.ts';
import { readerOf } from '../providers/keyed-card.ts';
import { configuredProvider, paymentSecret } from '../providers/provider.ts';
import { backgroundFunction } from '../runtime/background-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { takePayment } from './contract.ts';

const client = openDatabase(takePayment);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  messages: { client, name: tableName('messages') },
};
const terms = environmentValue(takePayment, 'PAYMENTS');

export const handler = backgroundFunction(takePayment, async ({ payload, now, signal }) => {
  const { orderNumber, attempt: number } = payload;
  const found = await readAttempt({ tables, signal }, orderNumber, number);
  // Another attempt has followed, or this one ended: a repetition of the event has nothing left to do.
  if (found === undefined) return 'gone';
  const { payment, attempt } = found;
  if (attempt.status !== 'started' && attempt.status !== 'authorised') return attempt.status;
  const secret = await paymentSecret(terms, signal);
  const provider = configuredProvider(terms, secret, tables.orders, now);
  const finishing = { tables, provider, who: takePayment.name, now, signal };
  if (attempt.status === 'authorised') return await finishAuthorised(payment, finishing);
  const read = readerOf({ ...secret, ...terms });
  const card = readCard(
    {
      number: await read(payload.card),
      expiry: await read(payload.expiry),
      securityCode: await read(payload.securityCode),
    },
    now().getTime(),
  );
  if (typeof card === 'string')
    return await finishUnusable(payment, attempt, REASON_OF_FAULT[card], finishing);
  return await chargeStarted(payment, attempt, card, finishing);
});
