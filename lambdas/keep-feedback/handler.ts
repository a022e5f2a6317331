/** Keeps how content a caller was with a call. */

import { weekAt } from '../domain/iso-week.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { keepFeedbackOnce } from '../tables/feedback.ts';
import { keepFeedback } from './contract.ts';

const client = openDatabase(keepFeedback);
const tables = {
  feedback: { client, name: tableName('feedback') },
  messages: { client, name: tableName('messages') },
};
const place = environmentValue(keepFeedback, 'OPENING_HOURS');
const keptDays = environmentValue(keepFeedback, 'CONTACTS_KEPT_DAYS');

export const handler = connectFunction(keepFeedback, async ({ parameters, contactId, now, signal }) => {
  const { score, team, reason } = parameters;
  const at = now();
  const given = {
    contactId,
    score: Number(score),
    at: at.toISOString(),
    week: weekAt(at.getTime(), place),
    ...(team === '' ? {} : { team }),
    ...(reason === '' ? {} : { reason }),
  };
  await keepFeedbackOnce(tables, given, keptDays, signal);
  return { outcome: 'kept' };
});
