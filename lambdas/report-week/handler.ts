/** Tells the supervisors what customers said last week. */

import { weekTask } from '../domain/feedback-digest.ts';
import { weekAt, weekBefore } from '../domain/iso-week.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { scheduledFunction } from '../runtime/scheduled-function.ts';
import { saidIn } from '../tables/feedback-reports.ts';
import { putMessage } from '../tables/message-writes.ts';
import { reportWeek } from './contract.ts';

const client = openDatabase(reportWeek);
const feedback = { client, name: tableName('feedback') };
const messages = { client, name: tableName('messages') };
const place = environmentValue(reportWeek, 'OPENING_HOURS');

export const handler = scheduledFunction(reportWeek, async ({ now, signal }) => {
  const nowMs = now().getTime();
  const week = weekBefore(weekAt(nowMs, place));
  const said = await saidIn(feedback, week, signal);
  const before = await saidIn(feedback, weekBefore(week), signal);
  const task = weekTask(week, said, before, nowMs);
  if (task === undefined) return `${week}: nobody has said anything`;
  await putMessage(messages, task, signal);
  return `${week}: ${said.answers.length} answers and ${said.remarks.length} remarks are told of`;
});
