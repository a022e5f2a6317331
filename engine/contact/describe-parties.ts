/** Plain pictures of transfers in progress. */
import { isOnHold } from './holds.ts';
import type { Phase } from './life.ts';
import type { Contact, WorkState } from './model.ts';
import { workOn } from './works.ts';

/** Of a contact with more than caller and agent. */
export interface PartiesDescription {
  /** The transfer that the agent has begun. */
  readonly transfer?: TransferDescription;
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
  const { leg, source } = contact.parties ?? {};
  if (leg !== undefined) {
    const isTogether =
      contact.phase === 'connected' &&
      (leg.phase === 'connected' || leg.phase === 'third-party') &&
      !isOnHold(contact) &&
      !isOnHold(leg);
    return { transfer: transferOf(leg), ...(isTogether ? { conference: true } : {}) };
  }
  return source === undefined ? undefined : { transferOf: source.contact.id };
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
