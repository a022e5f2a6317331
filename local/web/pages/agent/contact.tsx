/** The contact at this desk: who calls, about what, and what the agent can do now. */
import { type ReactNode, useEffect, useRef } from 'react';
import type { AgentContact, AgentSays, AgentState } from '../../protocol.ts';
import { shownNumber } from '../../telephone-number.ts';
import { clockText } from '../look/duration.ts';
import { CallSign, HangUpSign } from '../look/icons.tsx';
import { TransferPanel } from './transfer.tsx';

interface ContactProps {
  readonly contact: AgentContact;
  readonly quickConnects: AgentState['quickConnects'];
  readonly nowMs: number;
  readonly enabled: boolean;
  readonly say: (message: AgentSays) => void;
}

const TITLES: Readonly<Record<AgentContact['state'], string>> = {
  ringing: 'Ringing',
  connecting: 'Connecting',
  connected: 'In a call',
  'after-contact-work': 'After contact work',
  missed: 'Missed',
  rejected: 'Rejected',
  paused: 'Paused',
};

const HELD_ADVICE = 'The caller hears music and cannot hear you.';

export function Contact({ contact, quickConnects, nowMs, enabled, say }: ContactProps): ReactNode {
  const { contactId, state, whisper, heldSinceMs, task } = contact;
  const isHeld = heldSinceMs !== undefined;
  // Where the flows lie is their own matter; it tells an agent nothing.
  const attributes = Object.entries(contact.attributes)
    .filter(([, value]) => !value.startsWith('arn:'))
    .sort(([a], [b]) => a.localeCompare(b));
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
          {isHeld ? 'On hold' : task !== undefined && state === 'connected' ? 'At a task' : TITLES[state]}
        </p>
        <p className="digits soft">{clockText(nowMs - (heldSinceMs ?? contact.stateSinceMs))}</p>
      </header>
      <h1 id="contact-title" className="digits">
        {task?.name ?? (contact.caller === undefined ? 'Number withheld' : shownNumber(contact.caller))}
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
              <span className="soft">{name}</span> {value}
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
      <p className="contact-advice soft">
        {isHeld
          ? HELD_ADVICE
          : task === undefined
            ? (callAdvice(contact) ?? advice(state))
            : taskAdvice(state)}
      </p>
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
        {state === 'connected' && task === undefined && (
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
            {task === undefined && <HangUpSign />}
            {task === undefined ? 'Hang up' : 'End task'}
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
      <TransferPanel contact={contact} quickConnects={quickConnects} enabled={enabled} say={say} />
      <h2>Contact attributes</h2>
      {attributes.length === 0 ? (
        <p className="soft">The flow has set none.</p>
      ) : (
        <table className="attributes">
          <thead className="hidden">
            <tr>
              <th scope="col">Attribute</th>
              <th scope="col">Value</th>
            </tr>
          </thead>
          <tbody>
            {attributes.map(([name, value]) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{value === '' ? <span className="soft">empty</span> : value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="contact-id soft small">Contact {contactId}</p>
    </section>
  );
}

function taskAdvice(state: AgentContact['state']): string {
  switch (state) {
    case 'ringing':
      return 'Somebody has to see to this.';
    case 'connecting':
    case 'connected':
      return 'End the task when it is done. A call may come beside it.';
    case 'after-contact-work':
      return 'The task is done. Finish your notes; no contact comes until you are.';
    case 'paused':
      return 'The task is paused; other tasks may come meanwhile.';
    case 'missed':
    case 'rejected':
      return 'The task waits for somebody else. Clear it to get the next contact.';
  }
}

/** Of a call to a customer who is not on the line yet. */
function callAdvice({ called, state }: AgentContact): string | undefined {
  if (called === undefined || called.isAnswered) return undefined;
  if (state === 'ringing') return 'Nobody is on the line: when you accept, the customer is called.';
  return state === 'connecting' ? 'The customer’s telephone rings.' : undefined;
}

function advice(state: AgentContact['state']): string {
  switch (state) {
    case 'ringing':
      return 'The caller waits in the queue.';
    case 'connecting':
      return 'The caller joins in a moment.';
    case 'connected':
      return 'You are joined to the caller. This page carries no sound between you.';
    case 'after-contact-work':
      return 'The call is over. Finish your notes; no contact comes until you are done.';
    case 'paused':
      return 'Only tasks are paused.';
    case 'missed':
      return 'You did not answer in time. No contact comes until you clear this one.';
    case 'rejected':
      return 'You rejected this contact; another agent may take it. Clear it to get the next one.';
  }
}
