/** Tells the supervisors what callers said of their calls last week. */

import { weekTask } from '../domain/feedback-digest.ts';
import { weekAt, weekBefore } from '../domain/iso-week.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { scheduledFunction } from '../runtime/scheduled-function.ts';
import { feedbackOf } from '../tables/feedback-reports.ts';
import { putMessage } from '../tables/message-writes.ts';
import { reportWeek } from './contract.ts';

const client = openDatabase(reportWeek);
const feedback = { client, name: tableName('feedback') };
const messages = { client, name: tableName('messages') };
const place = environmentValue(reportWeek, 'OPENING_HOURS');

export const handler = scheduledFunction(reportWeek, async ({ now, signal }) => {
  const nowMs = now().getTime();
  const week = weekBefore(weekAt(nowMs, place));
  const given = await feedbackOf(feedback, week, signal);
  const before = await feedbackOf(feedback, weekBefore(week), signal);
  const task = weekTask(week, given, before, nowMs);
  if (task === undefined) return `${week}: nobody has answered`;
  await putMessage(messages, task, signal);
  return `${week}: ${given.length} answers are told of`;
});
