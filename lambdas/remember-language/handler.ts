/** Keeps the language that a caller has chosen. */

import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { tableName } from '../runtime/environment.ts';
import { keepLanguage } from '../tables/caller-language.ts';
import { rememberLanguage } from './contract.ts';

const customers = { client: openDatabase(rememberLanguage), name: tableName('customers') };

export const handler = connectFunction(rememberLanguage, async ({ parameters, callerNumber, signal }) => {
  if (callerNumber === undefined) return { outcome: 'not-theirs' };
  const { customerId, language } = parameters;
  const isTheirs = await keepLanguage(customers, callerNumber, customerId, language, signal);
  return { outcome: isTheirs ? 'remembered' : 'not-theirs' };
});
