/** Voice messages: a case from the moment at which one is begun, with marks beside it, and the recording when it comes. */

import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { CASE_KEPT_DAYS, type Case, type CaseWish, caseNumbers, wishKey } from '../domain/case.ts';
import type { HoursNow } from '../domain/promised-time.ts';
import { type StoredRecording, VOICEMAIL_REASONS, type Voicemail } from '../domain/voicemail.ts';
import { caseKey } from './case-keys.ts';
import { openCaseOnce } from './cases.ts';
import { digestOf } from './digest.ts';
import { getItem, updateItem } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';
import { writeTogether } from './transaction.ts';

/** Beside the case, and still there where that was taken back. */
export const VOICEMAIL = 'VOICEMAIL';

const voicemailKey = (caseNumber: string) => ({ caseNumber, sk: VOICEMAIL });

const moment = z.iso.datetime();

const voicemailItem = z.object({
  caseNumber: z.string(),
  inContact: z.string(),
  recordedFrom: moment,
  messageFrom: moment,
  messageTo: z.optional(moment),
  messageState: z.enum(['begun', 'sent', 'deleted']),
  recordingBucket: z.optional(z.string()),
  recordingKey: z.optional(z.string()),
  offsetSeconds: z.optional(z.number()),
  seconds: z.optional(z.number()),
});

export function voicemailOf(item: Plain, table: Table): Voicemail {
  const read = readItem(voicemailItem, item, table);
  const { recordingBucket: bucket, recordingKey: key, offsetSeconds = 0, seconds = 0 } = read;
  return {
    caseNumber: read.caseNumber,
    contactId: read.inContact,
    recordedFromMs: Date.parse(read.recordedFrom),
    fromMs: Date.parse(read.messageFrom),
    toMs: read.messageTo === undefined ? undefined : Date.parse(read.messageTo),
    state: read.messageState,
    recording:
      bucket === undefined || key === undefined ? undefined : { bucket, key, offsetSeconds, seconds },
  };
}

/**
 * Opens the case of a message, or finds it, and marks that the message begins now: the caller's last words count from
 * here. The recording of a contact goes on through all its messages, so that its first mark stays.
 */
export async function beginVoicemail(
  table: Table,
  wish: CaseWish,
  hours: HoursNow,
  now: Date,
  signal: AbortSignal,
): Promise<Case> {
  const opened = await openCaseOnce(table, wish, hours, now, signal);
  await updateItem(
    table,
    {
      Key: voicemailKey(opened.caseNumber),
      UpdateExpression:
        'SET inContact = :contact, recordedFrom = if_not_exists(recordedFrom, :now), messageFrom = :now, messageState = :begun, expiresAt = :expires REMOVE messageTo',
      ExpressionAttributeValues: {
        ':contact': wish.contactId,
        ':now': now.toISOString(),
        ':begun': 'begun',
        ':expires': Math.floor(now.getTime() / 1_000) + CASE_KEPT_DAYS * 24 * 60 * 60,
      },
    },
    signal,
  );
  return opened;
}

/** Marks that the caller is done with speaking, or that the message is to be kept as it is. A later mark moves no end. */
export async function endVoicemail(
  table: Table,
  caseNumber: string,
  as: 'begun' | 'sent',
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  await updateItem(
    table,
    {
      Key: voicemailKey(caseNumber),
      UpdateExpression: 'SET messageTo = if_not_exists(messageTo, :now), messageState = :as',
      ConditionExpression: 'attribute_exists(caseNumber)',
      ExpressionAttributeValues: { ':now': now.toISOString(), ':as': as },
    },
    signal,
  );
}

/**
 * Takes a message back: its case goes with it, unless somebody has taken it up meanwhile, and the recording goes when it
 * comes. Whoever called is then as every other caller whom nobody has answered.
 */
export async function deleteVoicemail(table: Table, caseNumber: string, signal: AbortSignal): Promise<void> {
  const TableName = table.name;
  const Update = {
    TableName,
    Key: voicemailKey(caseNumber),
    UpdateExpression: 'SET messageState = :deleted',
    ConditionExpression: 'attribute_exists(caseNumber)',
    ExpressionAttributeValues: { ':deleted': 'deleted' },
  };
  const Delete = {
    TableName,
    Key: caseKey(caseNumber),
    ConditionExpression: 'attribute_not_exists(caseNumber) OR version = :first',
    ExpressionAttributeValues: { ':first': 1 },
  };
  try {
    await writeTogether(table.client, [{ Update }, { Delete }], signal);
  } catch (error) {
    const reasons = error instanceof TransactionCanceledException ? (error.CancellationReasons ?? []) : [];
    if (reasons[1]?.Code !== 'ConditionalCheckFailed') throw error;
    await writeTogether(table.client, [{ Update }], signal);
  }
}

/**
 * Takes back what a call has marked whose mark it could not know of, so that the number which it leaves instead is its
 * only case. There may be nothing of it; the numbers that its case may have are looked at side by side.
 */
export async function unsayVoicemail(table: Table, wish: CaseWish, signal: AbortSignal): Promise<void> {
  const numbers = caseNumbers(digestOf(wishKey(wish)));
  const found = await Promise.all(numbers.map((number) => readVoicemail(table, number, signal)));
  const own = found.find((voicemail) => voicemail?.contactId === wish.contactId);
  if (own !== undefined) await deleteVoicemail(table, own.caseNumber, signal);
}

/** The message of a contact; undefined where it has begun none. */
export async function voicemailOfContact(
  table: Table,
  contactId: string,
  signal: AbortSignal,
): Promise<Voicemail | undefined> {
  for (const reason of VOICEMAIL_REASONS) {
    const wish = { contactId, reason, customerId: '', isVerified: false, phoneNumber: '' };
    for (const caseNumber of caseNumbers(digestOf(wishKey(wish)))) {
      const found = await readVoicemail(table, caseNumber, signal);
      if (found?.contactId === contactId) return found;
    }
  }
  return undefined;
}

export async function readVoicemail(
  table: Table,
  caseNumber: string,
  signal: AbortSignal,
): Promise<Voicemail | undefined> {
  const item = await getItem(table, { Key: voicemailKey(caseNumber), ConsistentRead: true }, signal);
  return item === undefined ? undefined : voicemailOf(item, table);
}

/** Keeps where the recording of a message lies: the first time that it is told of. */
export async function keepRecording(
  table: Table,
  caseNumber: string,
  { bucket, key, offsetSeconds, seconds }: StoredRecording,
  signal: AbortSignal,
): Promise<'kept' | 'known'> {
  try {
    await updateItem(
      table,
      {
        Key: voicemailKey(caseNumber),
        UpdateExpression:
          'SET recordingBucket = :bucket, recordingKey = :key, offsetSeconds = :offset, seconds = :seconds',
        ConditionExpression:
          'attribute_exists(caseNumber) AND (attribute_not_exists(recordingKey) OR recordingKey <> :key)',
        ExpressionAttributeValues: {
          ':bucket': bucket,
          ':key': key,
          ':offset': offsetSeconds,
          ':seconds': seconds,
        },
      },
      signal,
    );
    return 'kept';
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 'known';
    throw error;
  }
}

/** For a recording that says nothing but its contact: the case that the call has opened already, or else one of its own. */
export async function openUnmarkedVoicemail(
  table: Table,
  contactId: string,
  hours: HoursNow,
  now: Date,
  signal: AbortSignal,
): Promise<'has its case' | 'is a case'> {
  if ((await voicemailOfContact(table, contactId, signal)) !== undefined) return 'has its case';
  const [reason] = VOICEMAIL_REASONS;
  const wish = { contactId, reason, customerId: 'unknown', isVerified: false, phoneNumber: 'unknown' };
  await openCaseOnce(table, wish, hours, now, signal);
  return 'is a case';
}
