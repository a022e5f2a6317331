/** What is noted of transfers. */
import { describeContact } from '../describe.ts';
import type { Effect } from '../events.ts';
import type { World } from '../world.ts';
import { type ContactNotes, newNotes } from './contact-notes.ts';

/** A contact of its own from the first; its attributes are a copy. */
export function transferNotes(
  world: World,
  { contactId, fromContactId, previousSegmentId, to }: Extract<Effect, { kind: 'transfer-started' }>,
  startedAtMs: number,
): ContactNotes {
  const described = describeContact(world, contactId);
  return newNotes({
    contactId,
    chainId: contactId,
    initialId: fromContactId,
    previousId: previousSegmentId,
    relatedId: undefined,
    channel: described?.channel ?? 'VOICE',
    initiation: to.kind === 'number' ? 'EXTERNAL_OUTBOUND' : 'TRANSFER',
    from: described?.from,
    to: described?.to,
    startedAtMs,
  });
}

/** The agent has left the caller with a number outside: the contact goes on without one. */
export function noteTransferOutside(notes: ContactNotes, number: string, atMs: number): void {
  notes.transferredTo = number;
  notes.transferredAtMs = atMs;
  if (notes.agent !== undefined) notes.agent.leftAtMs ??= atMs;
}
