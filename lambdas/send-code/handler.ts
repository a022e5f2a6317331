/** Has a one-time code sent, giving nothing away of whom we know. */

import { deliverCode } from '../deliver-code/contract.ts';
import { CHANGES_SEEN_MAX, numberForCode } from '../domain/one-time-code.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { logFault } from '../runtime/log.ts';
import { starterOf } from '../runtime/start-in-background.ts';
import { changesOf } from '../tables/customer-changes.ts';
import { readCustomer } from '../tables/customers.ts';
import { askForCode, codeMessageId } from '../tables/one-time-codes.ts';
import { sendCode } from './contract.ts';

const client = openDatabase(sendCode);
const customers = { client, name: tableName('customers') };
const messages = { client, name: tableName('messages') };
const sendsTexts = environmentValue(sendCode, 'TEXT_MESSAGES');

const start = starterOf(sendCode, deliverCode);

export const handler = connectFunction(
  sendCode,
  async ({ parameters: { customerId }, contactId, callerNumber, language, now, signal }) => {
    if (!sendsTexts) return { outcome: 'unavailable' };
    const nowMs = now().getTime();
    const [found, changes] = await Promise.all([
      readCustomer(customers, customerId, signal),
      changesOf(customers, customerId, CHANGES_SEEN_MAX, signal),
    ]);
    const numbers = found?.kind === 'customer' ? found.customer.phoneNumbers : [];
    const phoneNumber = numberForCode(numbers, callerNumber, changes, nowMs);
    const holder = { customerId, callerNumber, contactId };
    await askForCode({ customers, messages }, holder, { phoneNumber, language, nowMs }, signal);
    await startSending(codeMessageId(contactId), contactId, now, signal);
    return { outcome: 'asked' };
  },
);

/** Whoever cannot start it leaves it to the schedule, which finds the same message: the caller is told the same. */
async function startSending(
  messageId: string,
  contactId: string,
  now: () => Date,
  signal: AbortSignal,
): Promise<void> {
  const startedAtMs = now().getTime();
  try {
    await start({ messageId }, signal);
  } catch (fault) {
    // The handler's time is over: it has thrown by now, and Connect may try again.
    if (signal.aborted) throw fault;
    logFault({ function: sendCode.name, contactId, durationMs: now().getTime() - startedAtMs }, fault);
  }
}
