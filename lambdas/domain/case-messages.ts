/** Who is told when a case changes: the customer of what concerns them, a department of what it has to do. */

import type { CaseNote, WorkedCase } from './case-work.ts';
import { type Message, newMessage } from './message.ts';
import type { CustomerNews, MessageBody } from './message-body.ts';

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
  const task = (body: Omit<Extract<MessageBody, { kind: 'task' }>, 'kind' | 'replyBy'>): Message => {
    const replyBy = due === undefined ? {} : { replyBy: new Date(due.atMs).toISOString() };
    return message('task', { kind: 'task', ...body, ...replyBy });
  };
  const forWhom = owner === undefined ? '' : ` ${owner} was at it.`;
  switch (note.about) {
    case 'ask-customer':
      return told('case-question', { words: note.words });
    case 'resolve':
      return told('case-resolved', { words: note.words });
    case 'pass-on':
      // What the next person must know is with the case, and not in the task: tasks are seen by many.
      return [
        task({
          team: department,
          name: `Case ${caseNumber}: your reply`,
          description: 'Passed on to you. Read the last internal note of the case.',
          level: after.severity === 'urgent' ? 2 : 1,
        }),
      ];
    case 'department-replied':
      return [
        task({
          team: department,
          name: `Case ${caseNumber}: a reply${owner === undefined ? '' : ` for ${owner}`}`,
          description: 'The department has replied. Read the last internal note of the case.',
          level: after.severity === 'urgent' ? 2 : 1,
        }),
      ];
    case 'approve':
    case 'refuse-approval': {
      const isGiven = note.about === 'approve';
      return [
        task({
          team: department,
          name: `Case ${caseNumber}: ${isGiven ? 'approved' : 'not approved'}, for ${owner}`,
          description: isGiven
            ? `Approved by ${note.by.id}: resolve the case.`
            : `Refused by ${note.by.id}. Read the last internal note of the case.`,
          level: 2,
        }),
      ];
    }
    case 'assign':
      return owner === note.by.id
        ? []
        : [
            task({
              team: department,
              name: `Case ${caseNumber}: now with ${owner}`,
              description: `Assigned by ${note.by.id}. Read the notes of the case.`,
              level: after.severity === 'urgent' ? 2 : 1,
            }),
          ];
    case 'ask-approval':
      return [
        task({
          team: 'escalations',
          name: `Case ${caseNumber}: approval`,
          description: `Asked by ${note.by.id}: money above the limit of an agent.`,
          level: 2,
        }),
      ];
    case 'reject-fix':
    case 'reopen': {
      const again = task({
        team: department,
        name: `Case ${caseNumber}: open again`,
        description: `The fix did not hold, time ${after.reopened}.${forWhom}`,
        level: 2,
      });
      const isOwnWord = note.by.role === 'caller';
      return isOwnWord ? [again] : [again, ...told('case-reopened', {})];
    }
    default:
      return [];
  }
}
