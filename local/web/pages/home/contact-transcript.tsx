/** What was said and pressed, with times. */
import type { ReactNode } from 'react';
import { clockText } from '../look/duration.ts';
import type { Walk } from '../map/walk.ts';
import { saidOf } from './said.ts';

const SPEAKERS = { heard: 'Contact centre', whispered: 'To the agent', pressed: 'Caller pressed', event: '' };

export function ContactTranscript({ walk }: { readonly walk: Walk }): ReactNode {
  return (
    <ol className="part-scroll">
      {saidOf(walk.moments).map(({ atMs, kind, text, place }) => (
        <li key={place} className={`said said-${kind}`}>
          <span className="said-time digits">{clockText(atMs - walk.startedAtMs)}</span>
          <div>
            {SPEAKERS[kind] !== '' && <span className="said-by">{SPEAKERS[kind]}</span>}
            <p>{text}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
