/** A voice message that a caller leaves: how it is marked while it is recorded, and where in the recording it is. */

import * as z from 'zod/mini';

/** What a call says of its message; `unsaid`: nothing can be recorded, and what may have been marked is taken back. */
export const MOMENTS = ['begun', 'ended', 'sent', 'deleted', 'unsaid'] as const;
export type VoicemailMoment = (typeof MOMENTS)[number];

/** Reasons of the cases, by whose message it is. A contact has one of them. */
export const VOICEMAIL_REASONS = ['voicemail', 'voicemail-orders'] as const;
export type VoicemailReason = (typeof VOICEMAIL_REASONS)[number];

/** @param queue the name of the queue that the call was for; empty where it was for none yet */
export const voicemailReason = (queue: string): VoicemailReason =>
  queue === 'orders' ? 'voicemail-orders' : 'voicemail';

/** What is known of a message, by the clock of the functions. */
export interface Voicemail {
  readonly caseNumber: string;
  readonly contactId: string;
  /** When the recording began, and when the message did: later where the caller has begun it anew. */
  readonly recordedFromMs: number;
  readonly fromMs: number;
  /** When the caller ended it by a key, or its time was over; absent where the caller hung up. */
  readonly toMs?: number | undefined;
  /** `begun`: the caller has said nothing more of it, so that it is kept as if sent. */
  readonly state: 'begun' | 'sent' | 'deleted';
  /** Absent until the recording has come. */
  readonly recording?: StoredRecording | undefined;
}

/** Where a recording lies, and where in it the message is. */
export interface StoredRecording {
  readonly bucket: string;
  readonly key: string;
  /** Seconds from the beginning of the file to the message, and of the message. */
  readonly offsetSeconds: number;
  readonly seconds: number;
}

/** A caller who never hung up would be recorded so long: three takes and what is between them. */
const RECORDED_SECONDS_MAX = 3_600;

const rounded = (ms: number): number => Math.round(ms / 100) / 10;

/** Where in a recording of `durationMs` the message is. What marks and file do not agree on is cut to the file. */
export function spanOf(
  { recordedFromMs, fromMs, toMs }: Pick<Voicemail, 'recordedFromMs' | 'fromMs' | 'toMs'>,
  durationMs: number,
): Pick<StoredRecording, 'offsetSeconds' | 'seconds'> {
  const offsetMs = Math.min(Math.max(0, fromMs - recordedFromMs), durationMs);
  const endMs = toMs === undefined ? durationMs : Math.min(toMs - recordedFromMs, durationMs);
  return { offsetSeconds: rounded(offsetMs), seconds: rounded(Math.max(0, endMs - offsetMs)) };
}

/** The part of an `Object Created` event of S3 that is read. */
export const recordingEvent = z.object({
  bucket: z.object({ name: z.string() }),
  object: z.object({ key: z.string(), size: z.int().check(z.minimum(0)) }),
});

/**
 * The contact whose recording a file is: Connect names it by contact and minute.
 * @see https://docs.aws.amazon.com/connect/latest/adminguide/about-recording-behavior.html
 */
export function contactOfRecording(key: string): string | undefined {
  return /\/([0-9A-Za-z-]{1,64})_\d{8}T[\d:_]{4,8}_UTC\.wav$/.exec(key)?.[1];
}

/** So much of a file says what its sound is like. */
export const WAV_HEAD_BYTES = 512;

/**
 * How long the sound of a WAV file is, ms; undefined for what is none.
 * @param head its first {@link WAV_HEAD_BYTES}, or all of a shorter one
 * @param bytes of the whole file
 */
export function wavDurationMs(head: Uint8Array, bytes: number): number | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const name = (at: number): string => String.fromCharCode(...head.subarray(at, at + 4));
  if (head.byteLength < 12 || name(0) !== 'RIFF' || name(8) !== 'WAVE') return undefined;
  let bytesPerSecond = 0;
  for (let at = 12; at + 8 <= head.byteLength; ) {
    const length = view.getUint32(at + 4, true);
    if (name(at) === 'fmt ' && at + 20 <= head.byteLength) bytesPerSecond = view.getUint32(at + 16, true);
    if (name(at) === 'data') {
      if (bytesPerSecond === 0) return undefined;
      // What is written as it comes may not know its length yet.
      const sound = Math.min(length, Math.max(0, bytes - at - 8));
      return Math.min((sound / bytesPerSecond) * 1_000, RECORDED_SECONDS_MAX * 1_000);
    }
    at += 8 + length + (length % 2);
  }
  return undefined;
}
