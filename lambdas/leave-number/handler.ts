/** Keeps the number that a caller keyed with the reason and a time by which we promise to call back. */

import { type Case, type CaseWish, spokenCase } from '../domain/case.ts';
import { complaintDetails, complaintIntent } from '../domain/complaint.ts';
import { keyedNumber } from '../domain/keyed-number.ts';
import { type HoursNow, hoursNow } from '../domain/promised-time.ts';
import { TROUBLE_REASON } from '../domain/troubleshooting.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { openTechnicalOnce } from '../tables/technical-cases.ts';
import { leaveNumber } from './contract.ts';

const cases = { client: openDatabase(leaveNumber), name: tableName('cases') };
const hours = environmentValue(leaveNumber, 'OPENING_HOURS');
const country = environmentValue(leaveNumber, 'COUNTRY');

export const handler = connectFunction(
  leaveNumber,
  async ({ parameters, contactId, closedUntilMs, language, now, signal }) => {
    const { reason, customerId, verified, wantedOutcome, symptom, stepsTried, digits } = parameters;
    const phoneNumber = keyedNumber(digits, country);
    if (phoneNumber === undefined) return { outcome: 'not-a-number' };
    const caller = { contactId, customerId, isVerified: verified === 'true', phoneNumber };
    const current = hoursNow(hours, closedUntilMs);
    const kept =
      reason === TROUBLE_REASON
        ? await openTechnicalOnce(
            cases,
            caller,
            { trouble: { symptom, tried: stepsTried } },
            current,
            now(),
            signal,
          )
        : await openWanting(wantedOutcome, { ...caller, reason }, current, now(), signal);
    return { outcome: 'opened', ...spokenCase(kept, hours, language) };
  },
);

function openWanting(
  wantedOutcome: Parameters<typeof complaintDetails>[0],
  wish: CaseWish,
  current: HoursNow,
  now: Date,
  signal: AbortSignal,
): Promise<Case> {
  const details = complaintDetails(wantedOutcome, undefined);
  const intent = complaintIntent(wish.contactId, details);
  return openCaseOnce(cases, { ...wish, intent }, current, now, signal, details);
}
