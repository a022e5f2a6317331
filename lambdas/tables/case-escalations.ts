/** Escalations in the cases table: the latest one of a case stands with the case. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { UNRESOLVED } from '../domain/case-states.ts';
import { type Escalation, type EscalationPromise, TASK_STATES } from '../domain/escalation.ts';
import { caseKey } from './case-keys.ts';
import { plainItem } from './plain-item.ts';
import { updateItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

/** Whose case a caller wants raised, in which call. */
export interface EscalationWish {
  readonly caseNumber: string;
  readonly customerId: string;
  readonly contactId: string;
}

const moment = z.iso.datetime();

const raisedCase = z.object({
  caseNumber: z.string(),
  reason: z.string(),
  escalations: z.int().check(z.minimum(1)),
  escalatedAt: moment,
  escalationContactId: z.string(),
  escalationPromisedAt: moment,
  escalationHoldsUntil: moment,
  escalationTask: z.enum(TASK_STATES),
});

/**
 * Raises an open case of the customer, or finds that it was raised already by what the caller asks for now: the same
 * call that Connect repeats, another line, a redial while the last promise holds. One conditional request decides it.
 * Undefined where the customer has no such case, or it is closed.
 */
export async function raiseCaseOnce(
  table: Table,
  { caseNumber, customerId, contactId }: EscalationWish,
  { promisedAtMs, holdsUntilMs }: EscalationPromise,
  now: Date,
  abortSignal: AbortSignal,
): Promise<Escalation | undefined> {
  try {
    const changed = await updateItem(
      table,
      {
        Key: caseKey(caseNumber),
        UpdateExpression:
          'SET escalations = if_not_exists(escalations, :none) + :one, version = if_not_exists(version, :one) + :one, changedAt = :now, dueAt = :holdsUntil, dueFor = :escalation, escalatedAt = :now, escalationContactId = :contactId, escalationPromisedAt = :promisedAt, escalationHoldsUntil = :holdsUntil, escalationTask = :due REMOVE escalationTaskId, escalationTaskFault',
        ConditionExpression:
          '#status IN (:open, :inProgress, :withCustomer, :withDepartment) AND customerId = :customerId AND (attribute_not_exists(escalationHoldsUntil) OR escalationHoldsUntil <= :now)',
        ExpressionAttributeNames: { '#status': 'status' },
        ExpressionAttributeValues: {
          ':none': 0,
          ':one': 1,
          ':now': now.toISOString(),
          ':contactId': contactId,
          ':promisedAt': new Date(promisedAtMs).toISOString(),
          ':holdsUntil': new Date(holdsUntilMs).toISOString(),
          ':due': 'due',
          ':escalation': 'escalation',
          ':open': 'open',
          ':inProgress': 'in-progress',
          ':withCustomer': 'waiting-for-customer',
          ':withDepartment': 'waiting-for-department',
          ':customerId': customerId,
        },
        ReturnValues: 'ALL_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      },
      abortSignal,
    );
    return escalationIn(changed, table);
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
    const item = plainItem(error.Item ?? {});
    return isOpenCaseOf(customerId, item) ? escalationIn(item, table) : undefined;
  }
}

function isOpenCaseOf(customerId: string, item: Plain): boolean {
  return item['customerId'] === customerId && UNRESOLVED.some((state) => state === item['status']);
}

function escalationIn(item: Plain, table: Table): Escalation {
  const kept = readItem(raisedCase, item, table);
  return {
    caseNumber: kept.caseNumber,
    reason: kept.reason,
    count: kept.escalations,
    contactId: kept.escalationContactId,
    raisedAtMs: Date.parse(kept.escalatedAt),
    promisedAtMs: Date.parse(kept.escalationPromisedAt),
    holdsUntilMs: Date.parse(kept.escalationHoldsUntil),
    task: kept.escalationTask,
  };
}

/** What came of the department's task: its contact, or the name of the fault for which there is none. */
export type TaskOutcome = { readonly taskId: string } | { readonly fault: string };

/**
 * Keeps with the case what came of the task. A later escalation has a task of its own and is left alone; a task that
 * another invocation has started meanwhile stays started.
 */
export async function keepTaskOutcome(
  table: Table,
  { caseNumber, count }: Pick<Escalation, 'caseNumber' | 'count'>,
  outcome: TaskOutcome,
  abortSignal: AbortSignal,
): Promise<void> {
  const isStarted = 'taskId' in outcome;
  const [kept, gone] = isStarted
    ? ['escalationTaskId', 'escalationTaskFault']
    : ['escalationTaskFault', 'escalationTaskId'];
  try {
    await updateItem(
      table,
      {
        Key: caseKey(caseNumber),
        UpdateExpression: `SET escalationTask = :task, ${kept} = :outcome REMOVE ${gone}`,
        ConditionExpression: `escalations = :count${isStarted ? '' : ' AND escalationTask <> :started'}`,
        ExpressionAttributeValues: {
          ':task': isStarted ? 'started' : 'not-started',
          ':outcome': isStarted ? outcome.taskId : outcome.fault,
          ':count': count,
          ...(isStarted ? {} : { ':started': 'started' }),
        },
      },
      abortSignal,
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}
