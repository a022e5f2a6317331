/** One contact: its record, what was said, the way it took, and what flow and functions logged. */
import './contact-page.css';
import { type ReactNode, useEffect } from 'react';
import { useWatch } from '../connection/use-watch.ts';
import { clockText } from '../look/duration.ts';
import { dayText, timeText } from '../look/time.ts';
import { Top } from '../look/top.tsx';
import { useNow } from '../look/use-now.ts';
import { CallMap } from '../map/call-map.tsx';
import { CallTable } from '../map/call-table.tsx';
import type { Walk } from '../map/walk.ts';
import { ContactTranscript } from './contact-transcript.tsx';
import { FlowLog, FunctionLog, Path } from './logs.tsx';

export function ContactPage({ contactId }: { readonly contactId: string }): ReactNode {
  const { link, walk, unknown, aheadMs } = useWatch(contactId);
  const caller = walk?.progress.contact.caller;
  useEffect(() => {
    document.title = `${caller ?? 'Contact'} · Callwright`;
  }, [caller]);

  return (
    <>
      <Top here={undefined} />
      <main className="one">
        {link === 'lost' && (
          <p className="notice notice-wrong" role="alert">
            The contact centre does not answer. Start it with npm start: this page finds it again by itself.
          </p>
        )}
        {unknown !== undefined && walk === undefined && (
          <section className="one-unknown">
            <h1>No such contact</h1>
            <p className="soft">{unknown}</p>
            <p>
              <a href="/">Recent contacts</a>
            </p>
          </section>
        )}
        {walk !== undefined && <Contact walk={walk} aheadMs={aheadMs} />}
      </main>
    </>
  );
}

function Contact({ walk, aheadMs }: { readonly walk: Walk; readonly aheadMs: number }): ReactNode {
  const { contact, attributes, leftOut } = walk.progress;
  return (
    <>
      <header className="one-head">
        <p>
          <a href="/">Recent contacts</a>
        </p>
        <h1 className="digits">{contact.caller}</h1>
        <p className="soft" role="status">
          {contact.phase === 'Ended' ? (contact.end ?? contact.phase) : contact.phase}
        </p>
      </header>
      {leftOut > 0 && (
        <p className="notice">
          The first {leftOut} moments of this contact are left out: there are too many.
        </p>
      )}
      <div className="one-grid">
        <div className="one-column">
          <Record walk={walk} aheadMs={aheadMs} />
          <section className="card part" aria-labelledby="said-title">
            <h2 id="said-title">Transcript</h2>
            <ContactTranscript walk={walk} />
          </section>
        </div>
        <CallMap key={contact.contactId} walk={walk} otherwise={undefined} />
      </div>
      <div className="one-parts">
        <section className="card part" aria-labelledby="path-title">
          <h2 id="path-title">Path</h2>
          <Path walk={walk} />
        </section>
        <section className="card part" aria-labelledby="calls-title">
          <h2 id="calls-title">Function calls</h2>
          {walk.calls.length === 0 ? (
            <p className="soft">No function was asked.</p>
          ) : (
            <CallTable calls={walk.calls} startedAtMs={walk.startedAtMs} />
          )}
        </section>
        <section className="card part" aria-labelledby="attributes-title">
          <h2 id="attributes-title">Contact attributes</h2>
          <Facts texts={attributes} otherwise="The flow has set none." />
        </section>
        <section className="card part" aria-labelledby="functions-title">
          <h2 id="functions-title">Function logs</h2>
          <FunctionLog walk={walk} />
        </section>
        <section className="card part part-wide" aria-labelledby="log-title">
          <h2 id="log-title">Flow log</h2>
          <FlowLog walk={walk} />
        </section>
      </div>
    </>
  );
}

function Record({ walk, aheadMs }: { readonly walk: Walk; readonly aheadMs: number }): ReactNode {
  const { contact, recorded, connectedAtMs } = walk.progress;
  const nowMs = useNow(contact.going) + aheadMs;
  const facts: Record<string, string> = {
    Began: `${dayText(contact.startedAtMs)}, ${timeText(contact.startedAtMs)}`,
    Length: clockText((contact.endedAtMs ?? nowMs) - contact.startedAtMs),
    ...(contact.queue === undefined ? {} : { Queue: contact.queue }),
    ...(contact.agent === undefined ? {} : { Agent: contact.agent }),
    ...(connectedAtMs === undefined ? {} : { 'With an agent since': timeText(connectedAtMs) }),
    ...(contact.endedAtMs === undefined ? {} : { Ended: timeText(contact.endedAtMs) }),
    Recorded: recorded.length === 0 ? 'nobody' : recorded.join(', ').toLowerCase(),
    Contact: contact.contactId,
  };
  return (
    <section className="card part" aria-labelledby="record-title">
      <h2 id="record-title">Record</h2>
      <Facts texts={facts} otherwise="" />
    </section>
  );
}

function Facts({
  texts,
  otherwise,
}: {
  readonly texts: Readonly<Record<string, string>>;
  readonly otherwise: string;
}): ReactNode {
  const entries = Object.entries(texts);
  if (entries.length === 0) return <p className="soft">{otherwise}</p>;
  return (
    <dl className="facts">
      {entries.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="digits">{value === '' ? <span className="soft">empty</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
