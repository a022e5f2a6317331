/** Opens a case for a file with an order that could not be taken in however often it was tried. */

import { backgroundFunction } from '../runtime/background-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openFileCase } from '../tables/file-cases.ts';
import { referFile } from './contract.ts';

const client = openDatabase(referFile);
const tables = {
  cases: { client, name: tableName('cases') },
  messages: { client, name: tableName('messages') },
};
const hours = environmentValue(referFile, 'OPENING_HOURS');

export const handler = backgroundFunction(referFile, async ({ payload, now, signal }) => {
  const { key } = payload.requestPayload.detail.object;
  const because = 'something failed each of three times; the file is in the bucket';
  await openFileCase(tables, { key, what: 'failed', because }, hours, now(), signal);
  return 'is a case';
});
