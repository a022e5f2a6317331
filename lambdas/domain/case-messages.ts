/** Who is told when a case changes: the customer of what concerns them, a department of what it has to do. */

import type { CaseNote, WorkedCase } from './case-work.ts';
import { type Message, newMessage } from './message.ts';
import type { CustomerNews, MessageBody } from './message-body.ts';

const READ_NOTE = 'Read the last internal note of the case.';

type Task = Extract<MessageBody, { kind: 'task' }>;

/** The messages of one change; `phoneNumber` is that of the case. */
export function messagesOfChange(
  after: WorkedCase,
  note: CaseNote,
  phoneNumber: string | undefined,
): readonly Message[] {
  const { caseNumber, version, customerId, due, department, owner } = after;
  const message = (name: string, body: MessageBody): Message =>
    newMessage(`case-${caseNumber}-v${version}-${name}`, body, note.atMs, caseNumber);
  const told = (news: CustomerNews, fields: Record<string, string>): readonly Message[] => {
    if (customerId === 'unknown' && phoneNumber === undefined) return [];
    const to = phoneNumber === undefined ? {} : { phoneNumber };
    return [
      message('customer', { kind: 'customer', news, customerId, fields: { caseNumber, ...fields }, ...to }),
    ];
  };
  const task = (about: string, description: string, level = 2, team: Task['team'] = department): Message => {
    const replyBy = due === undefined ? {} : { replyBy: new Date(due.atMs).toISOString() };
    const name = `Case ${caseNumber}: ${about}`;
    return message('task', { kind: 'task', team, name, description, level, ...replyBy });
  };
  const levelOfCase = after.severity === 'urgent' ? 2 : 1;
  const forWhom = owner === undefined ? '' : ` ${owner} was at it.`;
  switch (note.about) {
    case 'ask-customer':
      return told('case-question', { words: note.words });
    case 'resolve':
      return told('case-resolved', { words: note.words });
    case 'pass-on':
      // What the next person must know is with the case, and not in the task: tasks are seen by many.
      return [task('your reply', `Passed on to you. ${READ_NOTE}`, levelOfCase)];
    case 'department-replied': {
      const whose = owner === undefined ? '' : ` for ${owner}`;
      return [task(`a reply${whose}`, `The department has replied. ${READ_NOTE}`, levelOfCase)];
    }
    case 'approve':
      return [task(`approved, for ${owner}`, `Approved by ${note.by.id}: resolve the case.`)];
    case 'refuse-approval':
      return [task(`not approved, for ${owner}`, `Refused by ${note.by.id}. ${READ_NOTE}`)];
    case 'assign':
      return owner === note.by.id
        ? []
        : [task(`now with ${owner}`, `Assigned by ${note.by.id}. Read the notes of the case.`, levelOfCase)];
    case 'ask-approval': {
      const asked = `Asked by ${note.by.id}: money above the limit of an agent.`;
      return [task('approval', asked, 2, 'escalations')];
    }
    case 'reject-fix':
    case 'reopen': {
      const again = task('open again', `The fix did not hold, time ${after.reopened}.${forWhom}`);
      const isOwnWord = note.by.role === 'caller';
      return isOwnWord ? [again] : [again, ...told('case-reopened', {})];
    }
    default:
      return [];
  }
}
