/** Counts the cases that the stream of their table names by product and problem. */

import { caseChangeFunction } from '../runtime/case-change-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { countCase } from '../tables/troubles.ts';
import { watchTroubles } from './contract.ts';

const client = openDatabase(watchTroubles);
const tables = {
  cases: { client, name: tableName('cases') },
  troubles: { client, name: tableName('troubles') },
  messages: { client, name: tableName('messages') },
};
const settings = {
  zone: environmentValue(watchTroubles, 'OPENING_HOURS'),
  terms: environmentValue(watchTroubles, 'TROUBLES'),
};

export const handler = caseChangeFunction(watchTroubles, async (caseNumber, { signal, now }) => ({
  kind: await countCase(tables, caseNumber, settings, now(), signal),
}));
