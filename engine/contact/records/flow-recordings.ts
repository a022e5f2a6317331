/** Where the recordings of a contact lie, and what a record says of the one that is made between caller and flows. */
import type { World } from '../world.ts';
import type { ContactNotes } from './contact-notes.ts';
import type { RecordedMedia } from './contact-record.ts';
import { toSecond } from './timestamps.ts';

/** First and last moment, within this contact of its chain, at which the caller's way through the flows was recorded. */
export function flowsRecorded(
  world: World,
  { chainId, contactId, flowsRecorded: before }: ContactNotes,
): ContactNotes['flowsRecorded'] {
  const recording = world.contacts.get(chainId)?.flowRecording;
  if (recording === undefined) return before;
  const stretches = recording.stretches.filter((stretch) => stretch.contactId === contactId);
  const [first] = stretches;
  const last = stretches.at(-1);
  return first === undefined || last === undefined
    ? undefined
    : { fromMs: first.fromMs, tillMs: last.toMs ?? last.fromMs };
}

/** Connect's own name for the file of a recording that began at `fromMs` (adminguide/about-recording-behavior). */
export function recordingKey(contactId: string, fromMs: number): string {
  const [day = '', time = ''] = toSecond(fromMs).split('T');
  const name = `${contactId}_${day.replaceAll('-', '')}T${time.slice(0, 5)}_UTC.wav`;
  return `${day.replaceAll('-', '/')}/${name}`;
}

/** The folder of recordings between callers and flows, beside the years of those with agents (seen in public buckets' keys). */
export const FLOW_RECORDINGS_FOLDER = 'ivr';

/** One file for a contact, however often its recording went on and off. */
export function flowMedia(
  { contactId, flowsRecorded: recorded }: ContactNotes,
  recordingsAt: string,
): readonly RecordedMedia[] {
  if (recorded === undefined) return [];
  return [
    {
      DeletionReason: null,
      FragmentStartNumber: null,
      FragmentStopNumber: null,
      Location: `${recordingsAt}/${FLOW_RECORDINGS_FOLDER}/${recordingKey(contactId, recorded.fromMs)}`,
      MediaStreamType: 'AUDIO',
      ParticipantType: 'IVR',
      StartTimestamp: toSecond(recorded.fromMs),
      Status: 'AVAILABLE',
      StopTimestamp: toSecond(recorded.tillMs),
      StorageType: 'S3',
    },
  ];
}
