/** Recent contacts, as they come and go. */
import type { ReactNode } from 'react';
import type { ContactSummary } from '../../contact-shown.ts';
import { clockText } from '../look/duration.ts';
import { timeText } from '../look/time.ts';

interface ContactListProps {
  readonly contacts: readonly ContactSummary[];
  /** The centre's clock. */
  readonly nowMs: number;
}

export function ContactList({ contacts, nowMs }: ContactListProps): ReactNode {
  if (contacts.length === 0) {
    return (
      <p className="soft contacts-none">
        Nobody has called yet. <a href="/phone">Make a call</a>, and it appears here.
      </p>
    );
  }
  return (
    <table className="contacts">
      <thead>
        <tr>
          <th scope="col">Time</th>
          <th scope="col">Caller</th>
          <th scope="col">Now</th>
          <th scope="col">Queue</th>
          <th scope="col">Length</th>
        </tr>
      </thead>
      <tbody>
        {contacts.map(({ contactId, startedAtMs, endedAtMs, caller, phase, going, queue, agent, end }) => (
          <tr key={contactId} className={going ? 'contacts-going' : undefined}>
            <td className="digits">{timeText(startedAtMs)}</td>
            <th scope="row" className="digits">
              <a href={`/contacts/${encodeURIComponent(contactId)}`}>{caller}</a>
            </th>
            <td>
              {going && <span className="contacts-lamp" aria-hidden="true" />}
              {phase === 'Ended' ? (end ?? phase) : phase}
              {going && agent !== undefined && <span className="soft"> ({agent})</span>}
            </td>
            <td>{queue ?? <span className="soft">none</span>}</td>
            <td className="digits">{clockText((endedAtMs ?? nowMs) - startedAtMs)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
