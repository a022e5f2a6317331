/** Keeps the number that a caller keyed with the reason and a time by which we promise to call back. */

import { spokenCase } from '../domain/case.ts';
import { keyedNumber } from '../domain/keyed-number.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { leaveNumber } from './contract.ts';

const cases = { client: openDatabase(leaveNumber), name: tableName('cases') };
const hours = environmentValue(leaveNumber, 'OPENING_HOURS');
const country = environmentValue(leaveNumber, 'COUNTRY');

export const handler = connectFunction(
  leaveNumber,
  async ({ parameters, contactId, closedUntilMs, language, now, signal }) => {
    const { reason, customerId, verified, digits } = parameters;
    const phoneNumber = keyedNumber(digits, country);
    if (phoneNumber === undefined) return { outcome: 'not-a-number' };
    const wish = { contactId, reason, customerId, isVerified: verified === 'true', phoneNumber };
    const kept = await openCaseOnce(cases, wish, { ...hours, closedUntilMs }, now(), signal);
    return { outcome: 'opened', ...spokenCase(kept, hours, language) };
  },
);
