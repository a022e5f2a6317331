/** Raises a case by one level, once per wish, and starts the task with which its department hears of it. */

import { type Escalation, escalationPromise, spokenEscalation } from '../domain/escalation.ts';
import type { Language } from '../domain/language.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { openConnect } from '../runtime/connect-client.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName, taskFlow } from '../runtime/environment.ts';
import { logFault } from '../runtime/log.ts';
import { keepTaskOutcome, raiseCaseOnce, type TaskOutcome } from '../tables/case-escalations.ts';
import { escalate } from './contract.ts';
import { startDepartmentTask } from './department-task.ts';

const cases = { client: openDatabase(escalate), name: tableName('cases') };
const connect = openConnect(escalate);
const flow = taskFlow();
const hours = environmentValue(escalate, 'ESCALATION_HOURS');

/**
 * An invocation that ended between the two is completed by the next one: the case says that its task is due, and the
 * task has the same token.
 */
export const handler = connectFunction(
  escalate,
  async ({ parameters, contactId, closedUntilMs, language, now, signal }) => {
    const { caseNumber, customerId } = parameters;
    // Everybody whom we do not know has this id: what they left belongs to none of them.
    if (customerId === 'unknown') return { outcome: 'not-open' };
    const promise = escalationPromise(hoursNow(hours, closedUntilMs), now().getTime());
    const wish = { caseNumber, customerId, contactId };
    const raised = await raiseCaseOnce(cases, wish, promise, now(), signal);
    if (raised === undefined) return { outcome: 'not-open' };
    const told = spokenEscalation(raised, now().getTime(), hours, language);
    if (raised.task === 'started') return { outcome: 'escalated', ...told, task: 'started' };

    const outcome = await orderTask(raised, { contactId, language }, now, signal);
    await keepTaskOutcome(cases, raised, outcome, signal);
    return { outcome: 'escalated', ...told, task: 'taskId' in outcome ? 'started' : 'not-started' };
  },
);

/**
 * A task that Connect refuses must not cost the caller the escalation: the fault is logged and kept with the case,
 * and the task is tried again when the caller asks again.
 */
async function orderTask(
  raised: Escalation,
  { contactId, language }: { readonly contactId: string; readonly language: Language },
  now: () => Date,
  signal: AbortSignal,
): Promise<TaskOutcome> {
  const startedAtMs = now().getTime();
  try {
    return { taskId: await startDepartmentTask(connect, flow, raised, { zone: hours, language }, signal) };
  } catch (fault) {
    // The handler's time is over: it has thrown by now, and Connect may try again.
    if (signal.aborted) throw fault;
    logFault({ function: escalate.name, contactId, durationMs: now().getTime() - startedAtMs }, fault);
    return { fault: fault instanceof Error ? fault.name : 'unknown' };
  }
}
