/** Faults of the world around a centre: its clock, its flows, and events that come once more. */

import type { FaultName } from './fault-catalogue.ts';
import type { SharedDay } from './shared-day.ts';

const AHEAD_MS = 600_000;

/** @param endedContactId a contact that has ended, where there is one */
export function upset(day: SharedDay, fault: FaultName, endedContactId: string | undefined): void {
  switch (fault) {
    case 'clock-forward':
      day.clockLeaps(AHEAD_MS);
      return;
    case 'clock-back':
      day.clockGoesBack();
      return;
    case 'flow-updated':
      day.publishAnew();
      return;
    case 'events-replayed':
      if (endedContactId === undefined) return;
      day.replay({ kind: 'caller-hangs-up', contactId: endedContactId });
      day.replay({ kind: 'key', contactId: endedContactId, key: '1' });
      day.replay({
        kind: 'function-answered',
        contactId: endedContactId,
        invocationId: 'of yesterday',
        answer: { kind: 'returned', payload: '{}' },
      });
      return;
    default:
  }
}
