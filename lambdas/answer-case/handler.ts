/** Takes a customer's word about a case. */

import { type CaseAnswer, changeOfAnswer, isSaid } from '../domain/case-answer.ts';
import { changedCase } from '../domain/case-change.ts';
import type { WorkedCase } from '../domain/case-work.ts';
import { hoursNow } from '../domain/promised-time.ts';
import { spokenMoment } from '../domain/spoken.ts';
import { connectFunction } from '../runtime/connect-function.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { Fault } from '../runtime/fault.ts';
import { readCase, writeChanged } from '../tables/case-changes.ts';
import { tellingOf } from '../tables/message-writes.ts';
import { answerCase } from './contract.ts';

const client = openDatabase(answerCase);
const cases = { client, name: tableName('cases') };
const messages = { client, name: tableName('messages') };
const hours = environmentValue(answerCase, 'OPENING_HOURS');
const telling = tellingOf(messages);

export const handler = connectFunction(
  answerCase,
  async ({ parameters, contactId, closedUntilMs, language, now, signal }) => {
    const { caseNumber, customerId, answer } = parameters;
    const nowMs = now().getTime();
    const before = customerId === 'unknown' ? undefined : await readCase(cases, caseNumber, signal);
    if (before === undefined || before.customerId !== customerId) return { outcome: 'not-possible' };
    const by = (atMs: number) => ({ promisedTime: spokenMoment(atMs, nowMs, hours, language) });
    const told = (kase: WorkedCase, said: CaseAnswer) =>
      said === 'works'
        ? ({ outcome: 'verified' } as const)
        : ({ outcome: 'reopened', ...by(kase.due?.atMs ?? nowMs) } as const);

    // An invocation that Connect repeats finds what the first one did.
    if (isSaid(before, answer)) return told(before, answer);
    const actor = { role: 'caller', id: customerId } as const;
    const moment = { nowMs, hours: hoursNow(hours, closedUntilMs), contactId };
    const decided = changedCase(before, changeOfAnswer(answer), actor, moment);
    if (decided.kind === 'refused') return { outcome: 'not-possible' };
    const { case: after, note } = decided;
    const beside = telling(before, after, note);
    if (!(await writeChanged(cases, { before, after, note }, beside, signal))) {
      throw new Fault('the case was changed at this very moment; another try sees what it became');
    }
    return told(after, answer);
  },
);
