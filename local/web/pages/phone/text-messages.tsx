/** Text messages that came to this telephone: what the centre sends goes no further than this machine. */
import { type ReactNode, useEffect, useState } from 'react';
import { type ShownMessage, sentMessages } from '../../messages-shown.ts';
import { readTelephoneNumber } from '../../telephone-number.ts';
import { read } from '../connection/read.ts';
import { timeText } from '../look/time.ts';

const LOOKS_EVERY_MS = 2_000;
const SHOWN_MAX = 3;

interface TextMessagesProps {
  /** Of this telephone, as it was written. */
  readonly number: string;
}

export function TextMessages({ number: written }: TextMessagesProps): ReactNode {
  const given = readTelephoneNumber(written);
  const number = given.kind === 'number' ? given.e164 : undefined;
  const [messages, setMessages] = useState<readonly ShownMessage[]>([]);

  useEffect(() => {
    setMessages([]);
    if (number === undefined) return;
    let isOver = false;
    const look = async (): Promise<void> => {
      const { value } = await read(`/messages.json?to=${encodeURIComponent(number)}`, sentMessages);
      // The telephone says itself that the centre does not answer.
      if (!isOver && value !== undefined) setMessages(value.messages.slice(0, SHOWN_MAX));
    };
    void look();
    const looking = setInterval(() => void look(), LOOKS_EVERY_MS);
    return () => {
      isOver = true;
      clearInterval(looking);
    };
  }, [number]);

  if (messages.length === 0) return null;
  return (
    <section className="messages" aria-labelledby="messages-title">
      <h3 id="messages-title">Text messages</h3>
      <ol aria-live="polite">
        {messages.map(({ id, atMs, text }) => (
          <li key={id}>
            <span className="soft small digits">{timeText(atMs)}</span>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
