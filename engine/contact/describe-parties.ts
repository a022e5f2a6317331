/** Plain pictures of the other parties of a conversation, and of transfers in progress. */
import { isOnHold } from './holds.ts';
import { isTalking, legsOf } from './legs.ts';
import type { Phase } from './life.ts';
import type { Contact, Monitoring, WorkState } from './model.ts';
import { workOn } from './works.ts';

/** Of a supervisor. */
export interface MonitoringDescription {
  readonly contactId: string;
  /** The supervisor's own. */
  readonly ownContactId: string;
  readonly sinceMs: number;
  readonly isBarged: boolean;
}

export const monitoringOf = ({ contact, own, isBarged }: Monitoring): MonitoringDescription => ({
  contactId: contact.id,
  ownContactId: own.id,
  sinceMs: own.startedAtMs,
  isBarged,
});

/** Of a contact with more than caller and agent. */
export interface PartiesDescription {
  /** The last party whom the agent has begun to bring in. */
  readonly transfer?: TransferDescription;
  /** Those who were brought in before, oldest first. */
  readonly others?: readonly TransferDescription[];
  /** Of a transfer that the caller is not in yet: the contact that the caller is in. */
  readonly transferOf?: string;
  /** Everybody hears everybody. */
  readonly conference?: true;
}

export interface TransferDescription {
  readonly contactId: string;
  readonly kind: 'agent' | 'queue' | 'number';
  /** Of the quick connect, or the number. */
  readonly name: string;
  readonly phase: Phase;
  readonly agent?: { readonly userId: string; readonly username: string; readonly state: WorkState };
  readonly isOnHold: boolean;
}

export function partiesOf(contact: Contact): PartiesDescription | undefined {
  const { source } = contact.parties ?? {};
  const legs = legsOf(contact);
  const last = legs.at(-1);
  if (last === undefined) return source === undefined ? undefined : { transferOf: source.contact.id };
  const together = [contact, ...legs].every((one) => isTalking(one) && !isOnHold(one));
  return {
    transfer: transferOf(last),
    ...(legs.length > 1 ? { others: legs.slice(0, -1).map(transferOf) } : {}),
    ...(together && contact.phase === 'connected' ? { conference: true } : {}),
  };
}

function transferOf(leg: Contact): TransferDescription {
  const { agent, parties } = leg;
  const work = agent === undefined ? undefined : workOn(agent, leg);
  return {
    contactId: leg.id,
    kind: parties?.to?.kind ?? 'queue',
    name: parties?.to?.name ?? '',
    phase: leg.phase,
    ...(agent === undefined || work === undefined
      ? {}
      : { agent: { userId: agent.user.id, username: agent.user.username, state: work.state } }),
    isOnHold: isOnHold(leg),
  };
}
