/** Says how a verified customer's latest open case stands. */

import { spokenCaseState } from '../domain/case.ts';
import { spokenDigits } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { findOpenCase } from '../tables/cases.ts';
import { lookupCase } from './contract.ts';

const cases = { client: openDatabase(lookupCase), name: tableName('cases') };
const { timeZone } = environmentValue(lookupCase, 'OPENING_HOURS');

export const handler = connectFunction(lookupCase, async ({ parameters, language, now, signal }) => {
  const { customerId, reason } = parameters;
  // Everybody whom we do not know has this id: what they left belongs to none of them.
  if (customerId === 'unknown') return { outcome: 'none' };
  const open = await findOpenCase(cases, customerId, reason === 'any' ? undefined : reason, signal);
  if (open === undefined) return { outcome: 'none' };
  if (open.isResolved)
    return {
      outcome: 'resolved',
      caseNumber: spokenDigits(open.caseNumber),
      caseKey: open.caseNumber,
    };
  return {
    outcome: 'found',
    caseNumber: spokenDigits(open.caseNumber),
    caseKey: open.caseNumber,
    state: spokenCaseState(open, now().getTime(), timeZone, language),
  };
});
