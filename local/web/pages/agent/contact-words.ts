/** What the agent's page calls a contact's state, and what it advises. */
import type { AgentContact } from '../../protocol.ts';
import { momentText } from './cases/case-words.ts';

const TITLES: Readonly<Record<AgentContact['state'], string>> = {
  ringing: 'Ringing',
  connecting: 'Connecting',
  connected: 'In a call',
  'after-contact-work': 'After contact work',
  missed: 'Missed',
  rejected: 'Rejected',
  paused: 'Paused',
};

/** A reference of the type DATE comes as a moment in UTC, which nobody reads. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

export const referenceText = (value: string, nowMs: number): string =>
  MOMENT.test(value) ? momentText(value, nowMs) : value;

const HELD_ADVICE = 'The caller hears music and cannot hear you.';

export function titleOfState({ chat, heldSinceMs, state, task }: AgentContact): string {
  if (heldSinceMs !== undefined) return 'On hold';
  if (state === 'connected' && task !== undefined) return 'At a task';
  return state === 'connected' && chat !== undefined ? 'In a chat' : TITLES[state];
}

export function advised(contact: AgentContact): string {
  if (contact.heldSinceMs !== undefined) return HELD_ADVICE;
  if (contact.task !== undefined) return taskAdvice(contact.state);
  if (contact.chat !== undefined) return chatAdvice(contact.state);
  return callAdvice(contact) ?? advice(contact.state);
}

function chatAdvice(state: AgentContact['state']): string {
  switch (state) {
    case 'ringing':
      return 'The customer waits in the queue.';
    case 'connecting':
      return 'The customer joins in a moment.';
    case 'connected':
      return 'The customer reads what you write.';
    case 'after-contact-work':
      return 'The chat is over. Finish your notes; it takes the place of a chat until you are done.';
    default:
      return advice(state);
  }
}

function taskAdvice(state: AgentContact['state']): string {
  switch (state) {
    case 'ringing':
      return 'Somebody has to see to this.';
    case 'connecting':
    case 'connected':
      return 'End the task when it is done. A call may come beside it.';
    case 'after-contact-work':
      return 'The task is done. Finish your notes; no contact comes until you are.';
    case 'paused':
      return 'The task is paused; other tasks may come meanwhile.';
    case 'missed':
    case 'rejected':
      return 'The task waits for somebody else. Clear it to get the next contact.';
  }
}

/** Of a call to a customer who is not on the line yet. */
function callAdvice({ called, state }: AgentContact): string | undefined {
  if (called === undefined || called.isAnswered) return undefined;
  if (state === 'ringing') return 'Nobody is on the line: when you accept, the customer is called.';
  return state === 'connecting' ? 'The customer’s telephone rings.' : undefined;
}

function advice(state: AgentContact['state']): string {
  switch (state) {
    case 'ringing':
      return 'The caller waits in the queue.';
    case 'connecting':
      return 'The caller joins in a moment.';
    case 'connected':
      return 'You are joined to the caller. This page carries no sound between you.';
    case 'after-contact-work':
      return 'The call is over. Finish your notes; no contact comes until you are done.';
    case 'paused':
      return 'Only tasks are paused.';
    case 'missed':
      return 'You did not answer in time. No contact comes until you clear this one.';
    case 'rejected':
      return 'You rejected this contact; another agent may take it. Clear it to get the next one.';
  }
}
