/** The path of a contact and its two logs, as lists to be read from top to bottom. */
import type { ReactNode } from 'react';
import type { ShownMoment } from '../../contact-shown.ts';
import { clockText } from '../look/duration.ts';
import { timeText } from '../look/time.ts';
import type { Walk } from '../map/walk.ts';

export function Path({ walk }: { readonly walk: Walk }): ReactNode {
  const { visits, startedAtMs } = walk;
  if (visits.length === 0) return <p className="soft">No step has been left yet.</p>;
  return (
    <ol className="path part-scroll">
      {visits.map(({ order, flow, step, atMs, branch, because }, index) => (
        <li key={order}>
          {visits[index - 1]?.flow !== flow && (
            <a className="path-flow" href={`/flows/${encodeURIComponent(flow)}`}>
              {flow}
            </a>
          )}
          <span className="path-order digits">{order}</span>
          <span>
            {step}
            {branch !== 'NextAction' && <span className="soft"> by {branch}</span>}
            {because !== undefined && <span className="soft">: {because}</span>}
          </span>
          <span className="soft small digits">{clockText(atMs - startedAtMs)}</span>
        </li>
      ))}
    </ol>
  );
}

export function FunctionLog({ walk: { lines } }: { readonly walk: Walk }): ReactNode {
  if (lines.length === 0) return <p className="soft">No function has written to its log.</p>;
  return (
    <ol className="log part-scroll">
      {[...lines.entries()].map(([place, { atMs, function: name, text }]) => (
        <li key={place}>
          <span className="soft small digits">{timeText(atMs)}</span> <strong>{name}</strong>
          <pre>{text}</pre>
        </li>
      ))}
    </ol>
  );
}

type LogEntry = Extract<ShownMoment, { kind: 'log' }>;

export function FlowLog({ walk }: { readonly walk: Walk }): ReactNode {
  const entries = walk.moments.flatMap((moment, place) =>
    moment.kind === 'log' ? [{ ...moment, place }] : [],
  );
  if (entries.length === 0) return <p className="soft">The flow log is off, or nothing is in it yet.</p>;
  return (
    <ol className="log part-scroll">
      {entries.map((entry) => (
        <li key={entry.place}>
          <span className="soft small digits">{timeText(entry.atMs)}</span> <strong>{entry.step}</strong>{' '}
          <span className="soft">
            {entry.block}, {entry.flow}
          </span>
          {entry.results !== undefined && <span> → {entry.results}</span>}
          <p className="small">{detailsOf(entry)}</p>
        </li>
      ))}
    </ol>
  );
}

function detailsOf({ parameters, returned }: LogEntry): string {
  const texts = (of: Readonly<Record<string, string>>): string =>
    Object.entries(of)
      .map(([name, value]) => `${name}: ${value === '' ? '—' : value}`)
      .join(', ');
  return returned === undefined ? texts(parameters) : `${texts(parameters)} ⇒ ${texts(returned)}`;
}
