/** All contacts of an agent who has several: which of them the page shows. */
import type { ReactNode } from 'react';
import type { AgentContact } from '../../protocol.ts';
import { shownNumber } from '../../telephone-number.ts';
import { titleOfState } from './contact-words.ts';

const nameOf = ({ caller, chat, task }: AgentContact): string =>
  task?.name ?? chat?.customer ?? (caller === undefined ? 'Number withheld' : shownNumber(caller));

interface OthersProps {
  readonly contacts: readonly AgentContact[];
  readonly shown: AgentContact;
  readonly choose: (contactId: string) => void;
}

export function Others({ contacts, shown, choose }: OthersProps): ReactNode {
  if (contacts.length < 2) return null;
  return (
    <nav className="others" aria-label="Your contacts">
      {contacts.map((contact) => (
        <button
          key={contact.contactId}
          type="button"
          className="button button-plain"
          aria-current={contact.contactId === shown.contactId}
          onClick={() => choose(contact.contactId)}
        >
          {nameOf(contact)} <span className="soft small">{titleOfState(contact)}</span>
        </button>
      ))}
    </nav>
  );
}
