/** Function calls with their times and what came of them. */
import type { ReactNode } from 'react';
import { clockText } from '../look/duration.ts';
import type { FunctionCall } from './walk.ts';

export function CallTable({
  calls,
  startedAtMs,
}: {
  readonly calls: readonly FunctionCall[];
  readonly startedAtMs: number;
}): ReactNode {
  return (
    <ol className="calls">
      {calls.map((call) => (
        <li key={`${call.startedAtMs} ${call.attempt} ${call.function}`} className="call">
          <p>
            <strong>{call.function}</strong>
            {call.attempt > 1 && <span className="soft"> attempt {call.attempt}</span>}
          </p>
          <p className="soft small digits">
            at {clockText(call.startedAtMs - startedAtMs)},{' '}
            {call.endedAtMs === undefined
              ? 'running'
              : `${(call.endedAtMs - call.startedAtMs).toLocaleString('en')} ms, ${call.outcome ?? ''}`}
            {call.because === undefined ? '' : `: ${call.because}`}
          </p>
          <Texts title="Given" texts={call.parameters} />
          {call.endedAtMs !== undefined && call.returned !== undefined && (
            <Texts title="Answered" texts={call.returned} />
          )}
        </li>
      ))}
    </ol>
  );
}

function Texts({
  title,
  texts,
}: {
  readonly title: string;
  readonly texts: Readonly<Record<string, string>> | undefined;
}): ReactNode {
  if (texts === undefined) return <p className="soft small">{title}: hidden</p>;
  const entries = Object.entries(texts);
  return (
    <p className="small call-texts">
      <span className="soft">{title} </span>
      {entries.length === 0
        ? 'nothing'
        : entries.map(([name, value]) => `${name}: ${value === '' ? '—' : value}`).join(', ')}
    </p>
  );
}
