/** Opens the case of a voice message as it begins, and marks its beginning, its end and its fate. */

import { spokenCase } from '../domain/case.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { voicemailReason } from '../domain/voicemail.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { beginVoicemail, deleteVoicemail, endVoicemail, unsayVoicemail } from '../tables/voicemails.ts';
import { markVoicemail } from './contract.ts';

const cases = { client: openDatabase(markVoicemail), name: tableName('cases') };
const hours = environmentValue(markVoicemail, 'OPENING_HOURS');

/** As cases have it of callers whose number does not show: such a caller says it. */
const NUMBER_UNKNOWN = 'unknown';

export const handler = connectFunction(
  markVoicemail,
  async ({ parameters, contactId, callerNumber, closedUntilMs, language, now, signal }) => {
    const { moment, queue, customerId, verified } = parameters;
    const wish = {
      contactId,
      reason: voicemailReason(queue),
      customerId,
      isVerified: verified === 'true',
      phoneNumber: callerNumber ?? NUMBER_UNKNOWN,
    };
    if (moment === 'unsaid') {
      await unsayVoicemail(cases, wish, signal);
      return { outcome: 'marked', caseNumber: '', promisedTime: '' };
    }
    const open = moment === 'begun' ? beginVoicemail : openCaseOnce;
    const opened = await open(cases, wish, hoursNow(hours, closedUntilMs), now(), signal);
    const { caseNumber } = opened;
    if (moment === 'ended') await endVoicemail(cases, caseNumber, 'begun', now(), signal);
    if (moment === 'sent') await endVoicemail(cases, caseNumber, 'sent', now(), signal);
    if (moment === 'deleted') await deleteVoicemail(cases, caseNumber, signal);
    return { outcome: 'marked', ...spokenCase(opened, hours, language) };
  },
);
