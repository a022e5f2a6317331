/** Keeps with its case where the recording of a voice message lies and how long it is. */

import * as z from 'zod/mini';
import {
  contactOfRecording,
  recordingEvent,
  spanOf,
  WAV_HEAD_BYTES,
  wavDurationMs,
} from '../domain/voicemail.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { type EventRun, eventFunction } from '../runtime/event-function.ts';
import { Fault } from '../runtime/fault.ts';
import { deleteObject, readObject } from '../runtime/object-store.ts';
import { tellOfCase } from '../tables/case-receipts.ts';
import { keepRecording, openUnmarkedVoicemail, voicemailOfContact } from '../tables/voicemails.ts';
import { keepVoicemail } from './contract.ts';

const client = openDatabase(keepVoicemail);
const cases = { client, name: tableName('cases') };
const messages = { client, name: tableName('messages') };
const hours = environmentValue(keepVoicemail, 'OPENING_HOURS');

/** Where a call could not mark its message it has said so and stopped at once: so much sound is nobody's message. */
const UNMARKED_MS = 15_000;

export const handler = eventFunction(keepVoicemail, {
  record: async () => {
    throw new Fault('keep-voicemail reads no contact records; the stack must not send it any');
  },
  event: async (detail, run) => {
    const event = z.safeParse(recordingEvent, detail);
    if (!event.success) throw new Fault('the event names no object of a bucket; only S3 sends such');
    const contactId = contactOfRecording(event.data.object.key);
    if (contactId === undefined) return 'no recording of a call';
    return await keep(event.data, contactId, run);
  },
});

async function keep(
  { bucket, object }: z.output<typeof recordingEvent>,
  contactId: string,
  { signal, now }: EventRun,
): Promise<string> {
  const { attemptTimeoutMs } = keepVoicemail;
  const voicemail = await voicemailOfContact(cases, contactId, signal);
  if (voicemail?.state === 'deleted') {
    await deleteObject(bucket.name, object.key, attemptTimeoutMs, signal);
    return 'deleted';
  }
  const head = await readObject(bucket.name, object.key, attemptTimeoutMs, signal, WAV_HEAD_BYTES);
  // Its time in the bucket is over, or it was erased: such an event is an old one.
  if (head === undefined) return 'gone';
  const durationMs = wavDurationMs(head, object.size);
  if (durationMs === undefined) throw new Fault('the recording is no WAV file; its key is in the event');
  if (voicemail === undefined) {
    if (durationMs < UNMARKED_MS) return 'no message';
    return await openUnmarkedVoicemail(cases, contactId, hours, now(), signal);
  }
  const stored = { bucket: bucket.name, key: object.key, ...spanOf(voicemail, durationMs) };
  const kept = await keepRecording(cases, voicemail.caseNumber, stored, signal);
  await tellOfCase({ cases, messages }, voicemail.caseNumber, 'recorded', now(), signal);
  return kept;
}
