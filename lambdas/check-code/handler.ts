/** Checks the one-time code that a caller pressed, giving nothing away but whether it was right. */

import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { attemptsOf, countAttempt, giveAttemptBack } from '../tables/customer-pins.ts';
import { spendCode, tryCode } from '../tables/one-time-codes.ts';
import { isPin } from '../tables/pin-hash.ts';
import { checkCode } from './contract.ts';

const customers = { client: openDatabase(checkCode), name: tableName('customers') };

export const handler = connectFunction(
  checkCode,
  async ({ parameters: { customerId, code }, contactId, callerNumber, now, signal }) => {
    const nowMs = now().getTime();
    const holder = { customerId, callerNumber, contactId };
    const attempts = attemptsOf(customerId, callerNumber, new Date(nowMs));
    const [isAllowed, sent] = await Promise.all([
      countAttempt(customers, attempts, signal),
      tryCode(customers, holder, nowMs, signal),
    ]);
    if (!(await isPin(code, isAllowed ? sent : undefined))) return { outcome: 'refused' };
    await Promise.all([
      giveAttemptBack(customers, attempts, signal),
      spendCode(customers, holder, nowMs, signal),
    ]);
    return { outcome: 'verified' };
  },
);
