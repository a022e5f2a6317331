/** Opens a case for a file with an order that could not be taken in however often it was tried. */

import { backgroundFunction } from '../runtime/background-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openFileCase } from '../tables/file-cases.ts';
import { referFile } from './contract.ts';

const cases = { client: openDatabase(referFile), name: tableName('cases') };
const hours = environmentValue(referFile, 'OPENING_HOURS');

export const handler = backgroundFunction(referFile, async ({ payload, now, signal }) => {
  const { key } = payload.requestPayload.detail.object;
  await openFileCase(cases, { key, what: 'failed' }, hours, now(), signal);
  return 'is a case';
});
