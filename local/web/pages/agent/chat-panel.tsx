/** What was written in a chat, and the agent's answer. */
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { AgentContact, AgentSays } from '../../protocol.ts';

interface ChatPanelProps {
  readonly contact: AgentContact;
  readonly chat: NonNullable<AgentContact['chat']>;
  readonly enabled: boolean;
  readonly say: (message: AgentSays) => void;
}

const MESSAGE_MAX = 1_024;
const WRITERS = { customer: undefined, agent: 'You', centre: 'Centre' } as const;

export function ChatPanel({ contact, chat, enabled, say }: ChatPanelProps): ReactNode {
  const { contactId, state } = contact;
  const [text, setText] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const count = chat.lines.length;

  useEffect(() => {
    if (count > 0) list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);

  const send = (event: FormEvent): void => {
    event.preventDefault();
    const message = text.trim();
    if (message === '') return;
    say({ type: 'write', contactId, text: message });
    setText('');
  };

  return (
    <>
      <ol ref={list} className="chat-lines" aria-label="Messages" aria-live="polite">
        {chat.lines.map(({ id, from, text: words }) => (
          <li key={id} className={`chat-line chat-${from ?? 'event'}`}>
            {from !== undefined && <span className="soft small">{WRITERS[from] ?? chat.customer}</span>}
            {words}
          </li>
        ))}
      </ol>
      {chat.isCustomerIdle && <p className="soft small">{chat.customer} has written nothing for a while.</p>}
      {state === 'connected' && (
        <form className="chat-form" onSubmit={send}>
          <label className="hidden" htmlFor={`answer-${contactId}`}>
            Your message
          </label>
          <input
            id={`answer-${contactId}`}
            value={text}
            maxLength={MESSAGE_MAX}
            autoComplete="off"
            placeholder="Write a message"
            disabled={!enabled}
            onChange={(event) => setText(event.target.value)}
          />
          <button type="submit" className="button button-go" disabled={!enabled || text.trim() === ''}>
            Send
          </button>
        </form>
      )}
    </>
  );
}
