/** Keeps the caller's number with the reason and a time by which we promise to call back. */

import { spokenCase } from '../domain/case.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { openCase } from './contract.ts';

const cases = { client: openDatabase(openCase), name: tableName('cases') };
const hours = environmentValue(openCase, 'OPENING_HOURS');

export const handler = connectFunction(
  openCase,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    if (callerNumber === undefined) return { outcome: 'no-number' };
    const { reason, customerId, verified } = parameters;
    const wish = {
      contactId,
      reason,
      customerId,
      isVerified: verified === 'true',
      phoneNumber: callerNumber,
    };
    const kept = await openCaseOnce(cases, wish, { ...hours, closedUntilMs }, now(), signal);
    return { outcome: 'opened', ...spokenCase(kept, hours, language) };
  },
);
