/** Transferring the call: whom to, and what the agent can do while somebody else is there or is being called. */
import type { ReactNode } from 'react';
import type { AgentContact, AgentSays, AgentState } from '../../protocol.ts';
import { PartyList } from './parties.tsx';

interface TransferProps {
  readonly contact: AgentContact;
  readonly quickConnects: AgentState['quickConnects'];
  readonly enabled: boolean;
  readonly say: (message: AgentSays) => void;
}

type Transfer = NonNullable<AgentContact['transfer']>;

export function TransferPanel({ contact, quickConnects, enabled, say }: TransferProps): ReactNode {
  const { contactId, transfer } = contact;
  if (contact.state !== 'connected' || contact.task !== undefined) return undefined;
  const button = (label: string, message: AgentSays): ReactNode => (
    <button
      key={label}
      type="button"
      className="button button-plain"
      disabled={!enabled}
      onClick={() => say(message)}
    >
      {label}
    </button>
  );
  const choices = (label: (name: string) => string): ReactNode => (
    <div className="contact-actions">
      {quickConnects.map(({ id, name }) =>
        button(label(name), { type: 'consult', contactId, quickConnectId: id }),
      )}
    </div>
  );
  if (transfer === undefined) {
    if (quickConnects.length === 0) return undefined;
    return (
      <section aria-labelledby="transfer-title">
        <h2 id="transfer-title">Transfer</h2>
        {choices((name) => `To ${name}`)}
      </section>
    );
  }
  const others = contact.parties ?? [];
  const outcome = (label: string, outcome: Extract<AgentSays, { type: 'outside' }>['outcome']): ReactNode =>
    button(label, { type: 'outside', contactId: transfer.contactId, outcome });
  return (
    <section aria-labelledby="transfer-title">
      <h2 id="transfer-title">Transfer to {transfer.name}</h2>
      <p role="status">
        {inWords(
          transfer,
          contact.heldSinceMs !== undefined,
          others.map(({ name }) => name),
        )}
      </p>
      {transfer.heard !== undefined && transfer.state !== 'talks' && (
        <p className="contact-whisper">
          <span className="soft small">You hear</span>
          {transfer.heard}
        </p>
      )}
      <div className="contact-actions">
        {transfer.state === 'talks' && !transfer.isConference && (
          <>
            {others.length === 0 && button('Swap', { type: 'swap', contactId })}
            {button('Join all', { type: 'join', contactId })}
          </>
        )}
        {button('Leave', { type: 'hang-up', contactId })}
        {button('Drop the transfer', { type: 'drop', contactId, partyId: transfer.contactId })}
      </div>
      <PartyList parties={others} button={button} contactId={contactId} />
      {transfer.isConference && (
        <details>
          <summary>Bring in somebody else</summary>
          {choices((name) => `Add ${name}`)}
        </details>
      )}
      {transfer.isOutside && (
        <div className="contact-actions">
          {transfer.state === 'rings' && outcome('They answer', 'answers')}
          {transfer.state === 'rings' && outcome('They are busy', 'busy')}
          {transfer.state === 'talks' && outcome('They hang up', 'hangs-up')}
        </div>
      )}
    </section>
  );
}

function inWords(
  { state, isOnHold, isConference, with: who, name }: Transfer,
  callerWaits: boolean,
  others: readonly string[],
): string {
  const other = who ?? name;
  switch (state) {
    case 'begins':
      return 'The transfer begins.';
    case 'waits':
      return 'You wait in the queue for the caller. Leave, and the caller waits there.';
    case 'rings':
      return `It rings at ${other}. Leave, and the caller hears it ring.`;
    case 'talks':
      if (isConference) return `You, ${['the caller', ...others].join(', ')} and ${other} hear each other.`;
      if (isOnHold) return `You talk to the caller; ${other} is on hold.`;
      return callerWaits ? `You talk to ${other}; the caller is on hold.` : `You talk to ${other}.`;
  }
}
