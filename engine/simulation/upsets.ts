/** Faults of the world around a centre: its clock, its flows, and events that come once more. */

import { nextDueAtMs } from '../contact/engine.ts';
import { publishFlow } from '../contact/world.ts';
import type { FaultName } from './fault-catalogue.ts';
import type { SharedDay } from './shared-day.ts';
import { HOUR_MS } from './tally.ts';

const AHEAD_MS = 600_000;

/** @param endedContactId a contact that has ended, where there is one */
export function upset(day: SharedDay, fault: FaultName, endedContactId: string | undefined): void {
  switch (fault) {
    case 'clock-forward':
      leap(day, AHEAD_MS);
      return;
    case 'clock-back':
      goBack(day);
      return;
    case 'flow-updated':
      publishAnew(day);
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

/** Timers go off as if the time between had passed; people find that it is later than they thought. */
function leap(day: SharedDay, ms: number): void {
  const untilMs = day.nowMs + ms;
  for (;;) {
    const dueMs = nextDueAtMs(day.world);
    if (dueMs === undefined || dueMs > untilMs) break;
    day.send({ kind: 'clock' }, Math.max(dueMs, day.nowMs));
  }
  day.send({ kind: 'clock' }, untilMs);
}

/** @throws Error when the engine takes it */
function goBack(day: SharedDay): void {
  if (day.replay({ kind: 'clock' }, day.nowMs - HOUR_MS) === 'taken')
    throw new Error('the engine let its clock go back an hour');
}

/** The number's own flow comes anew; who is in the old one stays in it. */
function publishAnew({ world, findBlock }: SharedDay): void {
  const [number] = world.instance.phoneNumbers;
  const flow = world.instance.flows.find(({ id, arn }) => id === number?.flowId || arn === number?.flowId);
  if (flow !== undefined) publishFlow(world, flow, findBlock);
}
