/** Who hears a flow: mostly the party for whom it runs, but in a transfer others too. */
import type { Party } from './events.ts';
import type { FlowRun } from './model.ts';

export interface Hearer {
  /** The contact under which the party is addressed. */
  readonly contactId: string;
  readonly party: Party;
}

/** The contact under which whoever is asked by the flow presses keys: the caller's, where the caller is asked. */
export function askedUnder(run: FlowRun): string {
  if (run.contact.parties === undefined) return run.contact.id;
  const hearers = hearersOf(run);
  return (hearers.find(({ party }) => party === 'customer') ?? hearers[0])?.contactId ?? run.contact.id;
}

/** The flow of a transfer is heard by the agent, the caller or both (adminguide/hold-customer-agent). */
export function hearersOf({ contact, party }: FlowRun): readonly Hearer[] {
  const { id, parties } = contact;
  if (party === 'agent' || parties === undefined) return [{ contactId: id, party }];
  if (parties.to?.kind === 'number') return [{ contactId: id, party: 'third-party' }];
  const { source } = parties;
  if (source === undefined) return [{ contactId: id, party }];
  const agent: Hearer = { contactId: id, party: 'transferrer' };
  const caller: Hearer = { contactId: source.contact.id, party: 'customer' };
  switch (source.audience) {
    case 'agent':
      return [agent];
    case 'caller':
      return [caller];
    case 'everybody':
      return [agent, caller];
  }
}
