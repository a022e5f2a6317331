/** The agents' page: sign in, be available, take contacts. */
import { type ReactNode, useEffect, useState } from 'react';
import type { AgentContact } from '../../protocol.ts';
import { Top } from '../look/top.tsx';
import { useNow } from '../look/use-now.ts';
import { CallOut } from './call-out.tsx';
import { Cases } from './cases/cases.tsx';
import { Contact } from './contact.tsx';
import { contactShown, contactsOf, titleOf } from './desk-state.ts';
import { Orders } from './orders/orders.tsx';
import { Others } from './others.tsx';
import { SignIn } from './sign-in.tsx';
import { Status } from './status.tsx';
import { useDesk } from './use-desk.ts';

/** A task that asks for a call names the number. */
const numberOf = (contact: AgentContact | undefined): string =>
  contact?.task?.references.find(({ name }) => name === 'Number')?.value ?? '';

/** Whose contact it is, is nobody's to look up who has not taken it. */
const isTaken = ({ state }: AgentContact): boolean =>
  state === 'connected' || state === 'after-contact-work' || state === 'paused';

export function AgentPage(): ReactNode {
  const { state, say } = useDesk();
  const { agent, refusal } = state;
  const ready = state.link === 'open';
  const nowMs = useNow(agent !== undefined) + state.aheadMs;
  const title = titleOf(agent);
  const [chosen, choose] = useState<string>();
  const contact = agent === undefined ? undefined : contactShown(agent, chosen);

  useEffect(() => {
    document.title = title;
  }, [title]);

  return (
    <>
      <Top here="/agent" />
      <main className="desk">
        {state.link === 'lost' && (
          <p className="notice notice-wrong" role="alert">
            The contact centre does not answer. Start it with npm start: this page finds it again by itself.
          </p>
        )}
        {agent === undefined ? (
          state.link !== 'opening' && (
            <SignIn
              choices={state.choices}
              ready={ready}
              refusal={refusal}
              signIn={(username, password) => say({ type: 'sign-in', username, password })}
            />
          )
        ) : (
          <>
            <Status
              agent={agent}
              nowMs={nowMs}
              enabled={ready}
              choose={(status) => say({ type: 'set-status', status })}
              signOut={() => say({ type: 'sign-out' })}
            />
            <div role="alert">
              {refusal !== undefined && <p className="notice notice-wrong">{refusal}</p>}
            </div>
            {contact !== undefined && <Others contacts={contactsOf(agent)} shown={contact} choose={choose} />}
            {contact === undefined ? (
              <section className="rest" aria-label="Contact">
                <h1>{agent.status === 'Available' ? 'Waiting for a contact' : 'You are offline'}</h1>
                <p className="soft">
                  {agent.status === 'Available'
                    ? 'The next caller in your queues rings here.'
                    : 'Become available to take contacts.'}
                </p>
              </section>
            ) : (
              <Contact
                key={contact.contactId}
                contact={contact}
                quickConnects={agent.quickConnects}
                nowMs={nowMs}
                enabled={ready}
                say={say}
              />
            )}
            {(contact === undefined || contact.task !== undefined) && (
              <CallOut
                // Its own, beside the contact's: of two neighbours with one key, React leaves one behind.
                key={`call-out ${contact?.contactId ?? ''}`}
                enabled={ready}
                suggested={numberOf(contact)}
                say={say}
              />
            )}
            {state.access !== undefined && contact !== undefined && isTaken(contact) && (
              <Orders
                key={`orders ${contact.contactId}`}
                access={state.access}
                contactId={contact.contactId}
                nowMs={nowMs}
              />
            )}
            {state.access !== undefined && (
              <Cases
                access={state.access}
                contactId={contact?.contactId}
                nowMs={nowMs}
                agents={state.choices}
              />
            )}
          </>
        )}
      </main>
    </>
  );
}
