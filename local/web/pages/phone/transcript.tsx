/** The call as text: what was said, pressed, and what happened. */
import { type ReactNode, useEffect, useRef } from 'react';
import { clockText } from '../look/duration.ts';
import type { CallState, Entry } from './call-state.ts';

interface TranscriptProps {
  readonly state: CallState;
  /** Shown below what was said. */
  readonly children?: ReactNode;
}

const SPEAKERS: Readonly<Record<Entry['kind'], string>> = {
  heard: 'Contact centre',
  pressed: 'You pressed',
  said: 'You said',
  event: '',
};

export function Transcript({ state, children }: TranscriptProps): ReactNode {
  const end = useRef<HTMLDivElement>(null);
  const { entries } = state;

  useEffect(() => {
    if (entries.length > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [entries]);

  return (
    <section className="transcript card" aria-labelledby="transcript-title">
      <h2 id="transcript-title">Transcript</h2>
      <div className="transcript-scroll" role="log" aria-live="polite" aria-labelledby="transcript-title">
        {entries.length > 0 && (
          <ol>
            {entries.map((entry) => (
              <li key={entry.id} className={`said said-${entry.kind}`}>
                <span className="said-time digits" aria-hidden="true">
                  {clockText(entry.afterMs)}
                </span>
                <div>
                  {SPEAKERS[entry.kind] !== '' && <span className="said-by">{SPEAKERS[entry.kind]}</span>}
                  <p>{entry.text}</p>
                </div>
              </li>
            ))}
          </ol>
        )}
        <div ref={end} />
      </div>
      <div className="transcript-rest">
        {entries.length === 0 && (
          <p className="soft">
            Everything that you hear is also written here, with the keys that you press. A PIN appears as
            dots.
          </p>
        )}
        {children}
      </div>
    </section>
  );
}
