/** Messages that leave us: to a customer by the channel they prefer, or to a department as a task. */

import type { MessageBody } from './message-body.ts';

export const CHANNELS = ['sms', 'email', 'call'] as const;
/** `call` is a call by a person: the message goes to them as a task. */
export type Channel = (typeof CHANNELS)[number];

/** The reference of a task that says by which message it was started. */
export const MESSAGE_REFERENCE = 'Message';

/** A message as it is kept until it is sent, and after. */
export interface Message {
  /** Says what it is about and which of its messages it is: written twice, it is one. */
  readonly messageId: string;
  readonly caseNumber?: string | undefined;
  readonly body: MessageBody;
  readonly createdAtMs: number;
  /** How often it was tried, by whatever channel. */
  readonly tries: number;
  /** Channels that have refused it for good. */
  readonly refused: readonly Channel[];
}

export function newMessage(
  messageId: string,
  body: MessageBody,
  createdAtMs: number,
  caseNumber?: string,
): Message {
  return { messageId, body, createdAtMs, tries: 0, refused: [], caseNumber };
}
