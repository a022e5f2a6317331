/** Cases as they are after people have worked on them, for worlds that are written at once: each change was allowed. */

import { changedCase } from '../domain/case-change.ts';
import type { CaseChange } from '../domain/case-change-asked.ts';
import type { CaseDetails } from '../domain/case-details.ts';
import { messagesOfChange } from '../domain/case-messages.ts';
import { caseOpenedMessage } from '../domain/case-receipt.ts';
import { type CaseType, caseTypes, type Severity } from '../domain/case-types.ts';
import type { Actor, WorkedCase } from '../domain/case-work.ts';
import type { Message } from '../domain/message.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { promisedTime } from '../domain/promised-time.ts';
import { caseExpiry, orderLink } from './case-changes.ts';
import { changedAttributes } from './case-items.ts';
import { caseKey } from './case-keys.ts';
import { noteItemOf } from './case-note-item.ts';
import { messageWrite } from './message-writes.ts';
import type { Plain, Table } from './table.ts';

/** A case as it begins. */
export interface CaseBeginning {
  readonly caseNumber: string;
  readonly customerId: string;
  readonly phoneNumber: string;
  readonly contactId: string;
  readonly reason: string;
  readonly type: CaseType;
  readonly severity: Severity;
  readonly details: CaseDetails;
  readonly openedAtMs: number;
}

export interface CaseStep {
  readonly change: CaseChange;
  readonly by: Actor;
  readonly atMs: number;
}

/** What is written of a case: in the table of cases, and in the outbox, where all of it has been sent. */
export interface LivedCase {
  readonly case: WorkedCase;
  readonly items: readonly Plain[];
  readonly messages: readonly Plain[];
}

const MINUTE_MS = 60_000;

/** Throws where a change may not be made by that person at that moment. */
export function livedCase(
  beginning: CaseBeginning,
  steps: readonly CaseStep[],
  hours: OpeningHours,
  outbox: Table,
): LivedCase {
  const { openedAtMs, caseNumber } = beginning;
  const expiresAt = caseExpiry(openedAtMs);
  const promisedAtMs = promisedTime(hours, openedAtMs);
  let now: WorkedCase = {
    ...beginning,
    version: 1,
    status: 'open',
    department: caseTypes[beginning.type].department,
    due: { atMs: promisedAtMs, for: 'first-answer' },
    reopened: 0,
    escalations: 0,
    changedAtMs: openedAtMs,
  };
  const notes: Plain[] = [];
  const messages: Plain[] = [];
  const sends = (message: Message, atMs: number): void => {
    const write = messageWrite(outbox, message);
    const isTask = message.body.kind === 'task';
    if (!('Put' in write)) return;
    messages.push({
      ...write.Put.Item,
      state: 'sent',
      at: new Date(atMs + MINUTE_MS).toISOString(),
      channel: isTask ? 'task' : 'sms',
    });
  };
  const opened = caseOpenedMessage({ ...now, promisedAtMs }, 'opened', openedAtMs);
  if (opened !== undefined) sends(opened, openedAtMs);
  for (const { change, by, atMs } of steps) {
    const decided = changedCase(now, change, by, { nowMs: atMs, hours });
    if (decided.kind === 'refused')
      throw new Error(`case ${caseNumber}: '${change.action}' cannot come now (${decided.because})`);
    now = decided.case;
    notes.push(noteItemOf(caseNumber, decided.note, `v${now.version}`, expiresAt));
    for (const message of messagesOfChange(now, decided.note, now.phoneNumber)) sends(message, atMs);
  }
  const { customerId, phoneNumber, contactId, reason, details } = now;
  const item = {
    ...caseKey(caseNumber),
    promisedAt: new Date(promisedAtMs).toISOString(),
    ...changedAttributes(now),
    customerId,
    phoneNumber,
    contactId,
    reason,
    isVerified: true,
    openedAt: new Date(openedAtMs).toISOString(),
    expiresAt,
  };
  const kept = Object.fromEntries(Object.entries(item).filter(([, value]) => value !== undefined));
  const links =
    details.orderNumber === undefined ? [] : [orderLink(caseNumber, details.orderNumber, expiresAt)];
  return { case: now, items: [kept, ...notes, ...links], messages };
}
