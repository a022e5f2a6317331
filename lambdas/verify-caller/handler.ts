/** Checks the PIN that a caller pressed, giving nothing away but whether it was right. */

import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { attemptsOf, countAttempt, findPin, giveAttemptBack } from '../tables/customer-pins.ts';
import { isPin } from '../tables/pin-hash.ts';
import { verifyCaller } from './contract.ts';

const customers = { client: openDatabase(verifyCaller), name: tableName('customers') };

export const handler = connectFunction(verifyCaller, async ({ parameters, callerNumber, now, signal }) => {
  const { customerId, pin } = parameters;
  const attempts = attemptsOf(customerId, callerNumber, now());
  const [isAllowed, stored] = await Promise.all([
    countAttempt(customers, attempts, signal),
    findPin(customers, customerId, signal),
  ]);
  // A locked account is compared with no PIN: the same work, and never a further look at the real one.
  if (!(await isPin(pin, isAllowed ? stored : undefined))) return { outcome: 'refused' };
  await giveAttemptBack(customers, attempts, signal);
  return { outcome: 'verified' };
});
