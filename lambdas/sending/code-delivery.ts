/** Sends a one-time code: made in this moment, kept as a hash, and written nowhere else. */

import { randomInt } from 'node:crypto';
import type { CodeMessage } from '../domain/message-body.ts';
import { afterAttempt, type NextStep } from '../domain/message-sending.ts';
import { CODE_DIGITS, codeText } from '../domain/one-time-code.ts';
import { claimMessage, type KeptMessage, keepAttempt } from '../tables/messages.ts';
import { keepCode } from '../tables/one-time-codes.ts';
import { hashPin } from '../tables/pin-hash.ts';
import { sendText } from './channels.ts';
import type { DeliveryParts } from './delivery-parts.ts';

/** An attempt that was begun and not ended is made again after so long: longer than any function that sends may run. */
const CLAIMED_MS = 60_000;

/**
 * Each attempt has a code of its own, and the last one that was sent is good: so one alone makes it, whether the call
 * has started it or the schedule. Says in a word what came of it.
 */
export async function deliverCode(
  seen: KeptMessage,
  body: CodeMessage,
  { client, sending, messages, customers }: DeliveryParts,
  now: () => Date,
  signal: AbortSignal,
): Promise<string> {
  // Who reads the message after another has taken it sees when that one's time is over, and no reason not to take it.
  if (seen.atMs - now().getTime() > CLAIMED_MS / 2) return 'elsewhere';
  const message = await claimMessage(messages, seen, now().getTime() + CLAIMED_MS, signal);
  if (message === undefined) return 'elsewhere';
  const keep = (next: NextStep) =>
    keepAttempt(messages, message, { next, channel: 'sms' }, now().getTime(), signal);
  if (now().toISOString() > body.wantedUntil) {
    await keep({ kind: 'given-up', because: 'too-late' });
    return 'too-late';
  }
  const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0');
  if (!(await keepCode(customers, body, await hashPin(code), now().getTime(), signal))) {
    await keep({ kind: 'given-up', because: 'not-wanted' });
    return 'not-wanted';
  }
  const text = codeText(code, body.language, sending.company);
  const attempt = await sendText(
    client,
    sending,
    body.phoneNumber,
    text,
    `${message.messageId}/${message.tries}`,
  );
  const refused = attempt.kind === 'refused';
  await keep(
    refused
      ? { kind: 'given-up', because: attempt.because }
      : afterAttempt(message, 'sms', attempt, now().getTime()),
  );
  return attempt.kind;
}
