/** Does what follows from the cases that the stream of their table names: a word to the customer of a new one, and the count. */

import { caseChangeFunction } from '../runtime/case-change-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { tellOfCase } from '../tables/case-receipts.ts';
import { countCase } from '../tables/troubles.ts';
import { followCases } from './contract.ts';

const client = openDatabase(followCases);
const tables = {
  cases: { client, name: tableName('cases') },
  troubles: { client, name: tableName('troubles') },
  messages: { client, name: tableName('messages') },
};
const settings = {
  zone: environmentValue(followCases, 'OPENING_HOURS'),
  terms: environmentValue(followCases, 'TROUBLES'),
};

export const handler = caseChangeFunction(followCases, async (caseNumber, { signal, now, isNew }) => {
  const isTold = isNew && (await tellOfCase(tables, caseNumber, 'opened', now(), signal));
  const counted = await countCase(tables, caseNumber, settings, now(), signal);
  return { kind: isTold ? `told and ${counted}` : counted };
});
