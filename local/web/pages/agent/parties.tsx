/** Who else is in a call of more than three: each can be put on hold, taken back and let go. */
import type { ReactNode } from 'react';
import type { AgentContact, AgentSays } from '../../protocol.ts';

interface PartyListProps {
  readonly parties: NonNullable<AgentContact['parties']>;
  /** The caller's. */
  readonly contactId: string;
  readonly button: (label: string, message: AgentSays) => ReactNode;
}

export function PartyList({ parties, contactId, button }: PartyListProps): ReactNode {
  if (parties.length === 0) return undefined;
  return (
    <ul aria-label="Others in the call">
      {parties.map(({ contactId: partyId, name, isOnHold, isOutside }) => (
        <li key={partyId} className="contact-actions">
          <span>{isOnHold ? `${name} is on hold` : name}</span>
          {isOnHold
            ? button(`Take ${name} back`, { type: 'take-back', contactId: partyId })
            : button(`Hold ${name}`, { type: 'hold', contactId: partyId })}
          {button(`Let ${name} go`, { type: 'drop', contactId, partyId })}
          {isOutside &&
            button(`${name} hangs up`, { type: 'outside', contactId: partyId, outcome: 'hangs-up' })}
        </li>
      ))}
    </ul>
  );
}
