/** How a message is sent: by which channel, when again after a failure, and what becomes of one that nobody takes. */

import type { Preferences } from './customer.ts';
import { CHANNELS, type Channel, type Message, newMessage } from './message.ts';
import type { CustomerMessage } from './message-body.ts';

/** The channels that a deployment has. */
export type OpenChannels = Readonly<Record<'sms' | 'email', boolean>>;

/** What we know of where a customer can be reached. */
export interface Reachable {
  readonly preferred?: Preferences['channel'] | undefined;
  readonly phoneNumber?: string | undefined;
  readonly email?: string | undefined;
  /** Channels for which the customer has taken their consent back. */
  readonly withdrawn: readonly Channel[];
}

export type Route =
  | { readonly channel: 'sms'; readonly to: string }
  | { readonly channel: 'email'; readonly to: string }
  /** A person calls, and says what we have to say. */
  | { readonly channel: 'call'; readonly to: string }
  /** Nothing of ours reaches them, or nothing may. */
  | { readonly channel: 'none' };

/** The channel that a customer prefers as long as it works, then the others; a call by a person is the last. */
export function routeOf(reachable: Reachable, open: OpenChannels, refused: readonly Channel[]): Route {
  const { preferred, phoneNumber, email, withdrawn } = reachable;
  const order = [...(preferred === undefined ? [] : [preferred]), ...CHANNELS];
  for (const channel of order) {
    if (refused.includes(channel) || withdrawn.includes(channel)) continue;
    const to = channel === 'email' ? email : phoneNumber;
    if (to === undefined || (channel !== 'call' && !open[channel])) continue;
    return { channel, to };
  }
  return { channel: 'none' };
}

/** A message that fails is tried again after so long (ms), each time longer; after the last its channel is given up. */
export const TRY_AGAIN_AFTER_MS: readonly number[] = [60_000, 5 * 60_000, 30 * 60_000];

export type Attempt =
  | { readonly kind: 'sent'; readonly reference: string }
  /** It may work another time: a service is busy or cannot be reached. */
  | { readonly kind: 'failed'; readonly because: string }
  /** It will not work another time: the number or address is not taken. */
  | { readonly kind: 'refused'; readonly because: string };

export type NextStep =
  | { readonly kind: 'sent'; readonly reference: string }
  | { readonly kind: 'again'; readonly atMs: number; readonly message: Message }
  /** By no channel: a person has to see to it, unless it is a receipt. */
  | { readonly kind: 'given-up'; readonly because: string };

/** What comes after an attempt by a channel; `task` for a message to a department. */
export function afterAttempt(
  message: Message,
  channel: Channel | 'task',
  attempt: Attempt,
  nowMs: number,
): NextStep {
  if (attempt.kind === 'sent') return attempt;
  const tries = message.tries + 1;
  const waitMs = TRY_AGAIN_AFTER_MS[tries - 1];
  if (attempt.kind === 'failed' && waitMs !== undefined) {
    return { kind: 'again', atMs: nowMs + waitMs, message: { ...message, tries } };
  }
  if (channel === 'task') {
    // A task that cannot be started is tried as long as it takes: there is nobody else to tell.
    const longestMs = TRY_AGAIN_AFTER_MS.at(-1) ?? 0;
    return { kind: 'again', atMs: nowMs + longestMs, message: { ...message, tries } };
  }
  const refused = [...message.refused, channel];
  return { kind: 'again', atMs: nowMs, message: { ...message, tries: 0, refused } };
}

/** What a person is asked to do about a message that reached nobody, or that is to be said by a person. */
export function callTask(
  { messageId, caseNumber }: Pick<Message, 'messageId' | 'caseNumber'>,
  body: CustomerMessage,
  why: 'by-call' | 'unreachable',
  nowMs: number,
): Message {
  const about = caseNumber === undefined ? '' : `Case ${caseNumber}: `;
  const description =
    why === 'by-call'
      ? 'Call the customer, who wants to hear from us by telephone, and say what is in the message.'
      : 'No message reached the customer, or none may be sent. Find another way, and note it with the case.';
  return newMessage(
    `${messageId}/${why}`,
    {
      kind: 'task',
      team: 'support',
      name: `${about}tell the customer`,
      description: `${description} Message ${messageId} (${body.news}).`,
      level: 1,
    },
    nowMs,
    caseNumber,
  );
}
