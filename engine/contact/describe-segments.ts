/** Plain pictures of the contacts of a chain. */

import type { EarlierAgent } from './earlier-segment.ts';
import type { DisconnectReason } from './events.ts';
import type { Initiation } from './life.ts';
import type { Contact } from './model.ts';

export interface SegmentDescription {
  readonly contactId: string;
  readonly previousContactId?: string;
  readonly initiation: Initiation;
  readonly startedAtMs: number;
  /** Both set on those that another has followed. */
  readonly endedAtMs?: number;
  readonly reason?: DisconnectReason;
  /** Who had one that another has followed. */
  readonly agent?: EarlierAgent;
  readonly queueId?: string;
  readonly queuedAtMs?: number;
}

export function segmentsOf(contact: Contact): SegmentDescription[] {
  const segments: SegmentDescription[] = [];
  let previousContactId = contact.outward?.callback?.previousId;
  for (const earlier of contact.earlier ?? []) {
    const { agent, endedAtMs, id, initiation, queueId, queuedAtMs, reason, startedAtMs } = earlier;
    segments.push({
      contactId: id,
      ...(previousContactId === undefined ? {} : { previousContactId }),
      initiation,
      startedAtMs,
      endedAtMs,
      reason,
      ...(agent === undefined ? {} : { agent }),
      ...(queueId === undefined ? {} : { queueId }),
      ...(queuedAtMs === undefined ? {} : { queuedAtMs }),
    });
    previousContactId = id;
  }
  const { queuedAtMs, target } = contact;
  segments.push({
    contactId: contact.segmentId,
    ...(previousContactId === undefined ? {} : { previousContactId }),
    initiation: contact.initiation,
    startedAtMs: contact.segmentStartedAtMs,
    ...(target === undefined ? {} : { queueId: target.queue.id }),
    ...(queuedAtMs === undefined ? {} : { queuedAtMs }),
  });
  return segments;
}
