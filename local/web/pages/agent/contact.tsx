/** The contact at this desk: who calls, about what, and what the agent can do now. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { AgentContact, AgentSays, AgentState } from '../../protocol.ts';
import { shownNumber } from '../../telephone-number.ts';
import { clockText } from '../look/duration.ts';
import { CallSign, HangUpSign } from '../look/icons.tsx';
import { Attributes } from './attributes.tsx';
import { ChatPanel } from './chat-panel.tsx';
import { advised, referenceText, titleOfState } from './contact-words.ts';
import { TransferPanel } from './transfer.tsx';

interface ContactProps {
  readonly contact: AgentContact;
  readonly quickConnects: AgentState['quickConnects'];
  readonly nowMs: number;
  readonly enabled: boolean;
  readonly say: (message: AgentSays) => void;
}

export function Contact({ contact, quickConnects, nowMs, enabled, say }: ContactProps): ReactNode {
  const { chat, contactId, state, whisper, heldSinceMs, task } = contact;
  const isCall = task === undefined && chat === undefined;
  const isHeld = heldSinceMs !== undefined;
  const section = useRef<HTMLElement>(null);

  // Its buttons come and go with the state: the keyboard stays at the contact, and no button is pressed by chance.
  useEffect(() => {
    if (state !== 'connecting') section.current?.focus({ preventScroll: true });
  }, [state]);

  return (
    <section
      ref={section}
      tabIndex={-1}
      className={`contact card contact-${state}`}
      aria-labelledby="contact-title"
    >
      <header className="contact-head">
        <p className="contact-state" role="status">
          <span className="contact-lamp" aria-hidden="true" />
          {titleOfState(contact)}
        </p>
        <p className="digits soft">{clockText(nowMs - (heldSinceMs ?? contact.stateSinceMs))}</p>
      </header>
      <h1 id="contact-title" className="digits">
        {task?.name ??
          chat?.customer ??
          (contact.caller === undefined ? 'Number withheld' : shownNumber(contact.caller))}
      </h1>
      <p className="contact-queue">
        {contact.called !== undefined && (contact.called.isCallback ? 'Callback · ' : 'Outgoing call · ')}
        Queue <strong>{contact.queue}</strong>
        {contact.priority !== undefined && (
          <>
            {' '}
            · Priority <strong>{contact.priority}</strong>
          </>
        )}
      </p>
      {task?.description !== undefined && <p>{task.description}</p>}
      {task !== undefined && task.references.length > 0 && (
        <ul className="contact-references">
          {task.references.map(({ name, value }) => (
            <li key={name}>
              <span className="soft">{name}</span> {referenceText(value, nowMs)}
            </li>
          ))}
        </ul>
      )}
      {(state === 'connecting' || state === 'connected') && whisper !== undefined && (
        <p className="contact-whisper">
          <span className="soft small">Only you heard</span>
          {whisper}
        </p>
      )}
      <p className="contact-advice soft">{advised(contact)}</p>
      {chat !== undefined && (
        <ChatPanel key={contactId} contact={contact} chat={chat} enabled={enabled} say={say} />
      )}
      <div className="contact-actions">
        {state === 'ringing' && (
          <>
            <button
              type="button"
              className="button button-go"
              disabled={!enabled}
              onClick={() => say({ type: 'accept', contactId })}
            >
              <CallSign />
              Accept
            </button>
            <button
              type="button"
              className="button button-plain"
              disabled={!enabled}
              onClick={() => say({ type: 'reject', contactId })}
            >
              Reject
            </button>
          </>
        )}
        {state === 'connected' && isCall && (
          <button
            type="button"
            className="button button-plain"
            disabled={!enabled}
            onClick={() => say({ type: isHeld ? 'take-back' : 'hold', contactId })}
          >
            {isHeld ? 'Resume' : 'Hold'}
          </button>
        )}
        {(state === 'connecting' || state === 'connected' || state === 'paused') && (
          <button
            type="button"
            className="button button-stop"
            disabled={!enabled}
            onClick={() => say({ type: 'hang-up', contactId })}
          >
            {isCall && <HangUpSign />}
            {isCall ? 'Hang up' : task === undefined ? 'End chat' : 'End task'}
          </button>
        )}
        {(state === 'after-contact-work' || state === 'missed' || state === 'rejected') && (
          <button
            type="button"
            className="button button-go"
            disabled={!enabled}
            onClick={() => say({ type: 'clear', contactId })}
          >
            {state === 'after-contact-work' ? 'Done' : 'Clear contact'}
          </button>
        )}
      </div>
      {chat === undefined && (
        <TransferPanel contact={contact} quickConnects={quickConnects} enabled={enabled} say={say} />
      )}
      <Attributes attributes={contact.attributes} />
      <p className="contact-id soft small">Contact {contactId}</p>
    </section>
  );
}
