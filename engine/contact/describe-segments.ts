/** Plain pictures of the contacts of a chain. */
import type { Initiation } from './life.ts';
import type { Contact } from './model.ts';

export interface SegmentDescription {
  readonly contactId: string;
  readonly previousContactId?: string;
  readonly initiation: Initiation;
  readonly startedAtMs: number;
  /** Set on those that another has followed. */
  readonly endedAtMs?: number;
  readonly queueId?: string;
  readonly queuedAtMs?: number;
}

export function segmentsOf(contact: Contact): SegmentDescription[] {
  const segments: SegmentDescription[] = [];
  let previousContactId = contact.outward?.callback?.previousId;
  for (const { id, initiation, startedAtMs, endedAtMs, queue, queuedAtMs } of contact.earlier ?? []) {
    segments.push({
      contactId: id,
      ...(previousContactId === undefined ? {} : { previousContactId }),
      initiation,
      startedAtMs,
      endedAtMs,
      ...(queue === undefined ? {} : { queueId: queue.queue.id }),
      ...(queuedAtMs === undefined ? {} : { queuedAtMs }),
    });
    previousContactId = id;
  }
  const { entry, target } = contact;
  segments.push({
    contactId: contact.segmentId,
    ...(previousContactId === undefined ? {} : { previousContactId }),
    initiation: contact.initiation,
    startedAtMs: contact.segmentStartedAtMs,
    ...(target === undefined ? {} : { queueId: target.queue.id }),
    ...(entry === undefined ? {} : { queuedAtMs: entry.queuedAtMs }),
  });
  return segments;
}
