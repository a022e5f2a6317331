/** Cancels a call back. */

import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { cancelCallback as cancel } from '../tables/callbacks.ts';
import { cancelCallback } from './contract.ts';

const client = openDatabase(cancelCallback);
const tables = {
  messages: { client, name: tableName('messages') },
  cases: { client, name: tableName('cases') },
  desk: { client, name: tableName('desk') },
};

const hours = environmentValue(cancelCallback, 'OPENING_HOURS');

export const handler = connectFunction(cancelCallback, async ({ callerNumber, contactId, now, signal }) => {
  if (callerNumber === undefined) return { outcome: 'too-late' };
  const isCancelled = await cancel(
    tables,
    { phoneNumber: callerNumber, contactId },
    hours,
    now().getTime(),
    signal,
  );
  return isCancelled ? { outcome: 'cancelled' } : { outcome: 'too-late' };
});
