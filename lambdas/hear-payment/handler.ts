/** Says what became of a payment, or leaves it to our team. */

import { spokenCase } from '../domain/case.ts';
import type { Language } from '../domain/language.ts';
import { spokenMoney } from '../domain/money.ts';
import { type Attempt, isUnderWay, type Payment, withCase, withCustomerTold } from '../domain/payment.ts';
import { spokenDecline } from '../domain/payment-words.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import type { ResultOf } from '../runtime/contract.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { readPayment, writePayment } from '../tables/payments.ts';
import { hearPayment } from './contract.ts';

const client = openDatabase(hearPayment);
const orders = { client, name: tableName('orders') };
const cases = { client, name: tableName('cases') };
const hours = environmentValue(hearPayment, 'OPENING_HOURS');

export const handler = connectFunction(
  hearPayment,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    const { customerId, orderNumber, last } = parameters;
    const number = Number(parameters.attempt);
    const payment = await readPayment(orders, orderNumber, signal);
    const attempt = attemptIn(payment, number);
    if (!isUnderWay(attempt)) {
      await noteHeard(payment, orderNumber, number, signal);
      return told(orderNumber, attempt, language);
    }
    if (last === 'no') return { outcome: 'pending' };
    if (callerNumber === undefined) return { outcome: 'withheld' };
    const wish = {
      contactId,
      customerId,
      reason: 'payment-unconfirmed',
      isVerified: true,
      phoneNumber: callerNumber,
      intent: `${orderNumber} ${number}`,
    };
    const opened = await openCaseOnce(cases, wish, hoursNow(hours, closedUntilMs), now(), signal);
    const known = await noteCase(payment, orderNumber, number, opened.caseNumber, signal);
    // It may have ended at this very moment: then that is told, and the settling tells the case.
    return isUnderWay(known)
      ? { outcome: 'referred', ...spokenCase(opened, hours, language) }
      : told(orderNumber, known, language);
  },
);

/** Who hears now how it ended gets no message of it; where others change the payment each time, it is told twice. */
async function noteHeard(
  seen: Payment | undefined,
  orderNumber: string,
  number: number,
  signal: AbortSignal,
): Promise<void> {
  let payment = seen;
  for (let look = 0; look < 2; look += 1) {
    if (payment === undefined || attemptIn(payment, number).isUntold !== true) return;
    if (await writePayment(orders, withCustomerTold(payment, number), payment, signal)) return;
    payment = await readPayment(orders, orderNumber, signal);
  }
}

/** The attempt as it stands once the payment knows its case. */
async function noteCase(
  seen: Payment | undefined,
  orderNumber: string,
  number: number,
  caseNumber: string,
  signal: AbortSignal,
): Promise<Attempt> {
  let payment = seen;
  for (let look = 0; look < 2; look += 1) {
    if (payment === undefined) break;
    const attempt = attemptIn(payment, number);
    if (attempt.caseNumber === caseNumber) return attempt;
    const noted = withCase(payment, number, caseNumber);
    if (await writePayment(orders, noted, payment, signal)) return attemptIn(noted, number);
    payment = await readPayment(orders, orderNumber, signal);
  }
  throw new Fault('the payment was changed each time that its case was to be noted');
}

function attemptIn(payment: Payment | undefined, number: number): Attempt {
  const attempt = payment?.attempts.find((each) => each.number === number);
  if (attempt === undefined) throw new Fault('hear-payment was asked about an attempt that there is not');
  return attempt;
}

function told(orderNumber: string, attempt: Attempt, language: Language): ResultOf<typeof hearPayment> {
  switch (attempt.status) {
    case 'paid':
    case 'refunded':
    case 'disputed':
      return {
        outcome: 'paid',
        orderNumber: spokenDigits(orderNumber),
        amount: spokenMoney(attempt.amountMinor, attempt.currency, language),
      };
    case 'reversed':
      return { outcome: 'returned' };
    default:
      return { outcome: 'declined', why: spokenDecline(attempt.because ?? 'declined', language) };
  }
}
