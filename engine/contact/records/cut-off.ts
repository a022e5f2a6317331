/** The record of a contact that goes on, as it would be if the line broke now: for who has to know afterwards what there was. */
import type { World } from '../world.ts';
import { type ContactNotes, noteEnd } from './contact-notes.ts';
import type { ContactRecord } from './contact-record.ts';
import { makeContactRecord } from './make-contact-record.ts';
import { readNotes } from './reading-notes.ts';

/**
 * A call ends with a problem of the network (adminguide/ctr-data-model, DisconnectReason), anything else for another
 * reason; what has ended already, and is only being finished by an agent, ended as it did. It names no recording: what was
 * recorded until then is not written.
 */
export function cutOffRecord(world: World, notes: ContactNotes, atMs: number): ContactRecord {
  const copy = structuredClone(notes);
  if (copy.endedAtMs === undefined || copy.reason === undefined)
    noteEnd(copy, atMs, copy.channel === 'VOICE' ? 'TELECOM_PROBLEM' : 'OTHER');
  readNotes(world, copy);
  return makeContactRecord(world, copy, atMs, undefined);
}
