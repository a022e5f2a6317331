/** Says how a case of a verified customer stands: the latest open one, or one by its number. */

import { spokenCaseState } from '../domain/case.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { findCaseOf, findOpenCase } from '../tables/cases.ts';
import { lookupCase } from './contract.ts';

const cases = { client: openDatabase(lookupCase), name: tableName('cases') };
const hours = environmentValue(lookupCase, 'OPENING_HOURS');
const CASE_NUMBER = /^[1-9]\d{7}$/;

export const handler = connectFunction(lookupCase, async ({ parameters, language, now, signal }) => {
  const { customerId, reason, caseNumber } = parameters;
  const isLatest = caseNumber === 'latest';
  // Everybody whom we do not know has this id: what they left belongs to none of them.
  if (customerId === 'unknown' || !(isLatest || CASE_NUMBER.test(caseNumber))) return { outcome: 'none' };
  const kase = isLatest
    ? await findOpenCase(cases, customerId, reason === 'any' ? undefined : reason, signal)
    : await findCaseOf(cases, customerId, caseNumber, signal);
  if (kase === undefined) return { outcome: 'none' };
  const told = { caseNumber: spokenDigits(kase.caseNumber) };
  if (kase.stands === 'settled') return { outcome: 'settled', ...told };
  const keyed = { ...told, caseKey: kase.caseNumber };
  if (kase.stands === 'resolved') return { outcome: 'resolved', ...keyed };
  return {
    outcome: 'found',
    ...keyed,
    severity: kase.severity,
    state: spokenCaseState(kase, now().getTime(), hours, language),
  };
});
