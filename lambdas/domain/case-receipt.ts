/** What the customer of a new case gets in writing: its number, and by when they hear from us. */

import type { CaseWish } from './case.ts';
import { type CaseState, isUnresolved } from './case-states.ts';
import { type Message, newMessage } from './message.ts';
import { VOICEMAIL_REASONS } from './voicemail.ts';

/** Cases that came up in a contact and that its caller has not asked for, nor heard of. */
const UNASKED: readonly string[] = ['not-answered', 'payment-disputed'];

/** A case as it stands when its customer is to be told of it. */
export interface TellableCase extends Pick<CaseWish, 'contactId' | 'intent' | 'reason' | 'customerId'> {
  readonly caseNumber: string;
  readonly status: CaseState;
  readonly promisedAtMs: number;
}

/**
 * The one message of a case; nothing where its customer has not left it with us (nobody was on the line, or they hung up
 * before anybody answered), is not known, or has heard something newer of it: a question, an answer, or that it is late.
 * @param moment a voice message can be taken back during the call: its case is told of when the recording is there
 */
export function caseOpenedMessage(
  opened: TellableCase,
  moment: 'opened' | 'recorded',
  nowMs: number,
): Message | undefined {
  const { caseNumber, reason, customerId, status, promisedAtMs } = opened;
  const isVoicemail = VOICEMAIL_REASONS.some((one) => one === reason);
  if (isVoicemail !== (moment === 'recorded') || !isOfCustomer(opened)) return undefined;
  if (!isUnresolved(status) || status === 'waiting-for-customer' || promisedAtMs <= nowMs) return undefined;
  const news = 'case-opened';
  const fields = { caseNumber, at: new Date(promisedAtMs).toISOString() };
  return newMessage(
    `case-${caseNumber}-opened`,
    { kind: 'customer', news, customerId, fields },
    nowMs,
    caseNumber,
  );
}

/** A function that opens a case outside any contact names it by the intent alone. */
const isOfCustomer = ({ contactId, intent, reason, customerId }: TellableCase): boolean =>
  customerId !== 'unknown' && contactId !== intent && !UNASKED.includes(reason);
