/** Opens a case for a product that does not work. */

import { spokenCase } from '../domain/case.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openTechnicalOnce } from '../tables/technical-cases.ts';
import { openTechnical } from './contract.ts';

const cases = { client: openDatabase(openTechnical), name: tableName('cases') };
const hours = environmentValue(openTechnical, 'OPENING_HOURS');

export const handler = connectFunction(
  openTechnical,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    if (callerNumber === undefined) return { outcome: 'no-number' };
    const { symptom, stepsTried, customerId, verified } = parameters;
    const caller = { contactId, customerId, isVerified: verified === 'true', phoneNumber: callerNumber };
    const kept = await openTechnicalOnce(
      cases,
      caller,
      { symptom, tried: stepsTried },
      { ...hours, closedUntilMs },
      now(),
      signal,
    );
    return { outcome: 'opened', ...spokenCase(kept, hours, language) };
  },
);
