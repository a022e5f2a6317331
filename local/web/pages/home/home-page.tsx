/** The way in: to the telephone, to the agents' page, and what runs. */
import type { ReactNode } from 'react';
import { scheduleText } from '../../next-run.ts';
import type { RunningStack } from '../../running-stack.ts';
import { shownNumber } from '../../telephone-number.ts';
import { useFlows } from '../connection/use-flows.ts';
import { useStack } from '../connection/use-stack.ts';
import { useWatch } from '../connection/use-watch.ts';
import { CallSign } from '../look/icons.tsx';
import { Top } from '../look/top.tsx';
import { useNow } from '../look/use-now.ts';
import { ContactList } from './contact-list.tsx';

export function HomePage(): ReactNode {
  const { stack, failure } = useStack();
  const { contacts, aheadMs, link } = useWatch(undefined);
  const nowMs = useNow(contacts.some(({ going }) => going)) + aheadMs;

  return (
    <>
      <Top here="/" />
      <main className="home">
        <h1>Your contact centre is running on this machine</h1>
        <p className="home-lead soft">
          It runs exactly what a deployment would create in your AWS account. Open the telephone in one window
          and the agent in another, and call yourself.
        </p>
        <div className="ways">
          <a className="way card" href="/phone">
            <CallSign />
            <strong>Telephone</strong>
            <span className="soft">
              Dial{' '}
              {stack?.numbers[0] === undefined ? (
                'the centre'
              ) : (
                <span className="digits">{shownNumber(stack.numbers[0])}</span>
              )}
            </span>
          </a>
          <a className="way card" href="/agent">
            <svg viewBox="0 0 24 24" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
              <path d="M4.5 14v-2a7.5 7.5 0 0 1 15 0v2" />
              <path
                d="M4.5 13h3v6h-1.5a1.5 1.5 0 0 1-1.5-1.5V13Zm15 0h-3v6h1.5a1.5 1.5 0 0 0 1.5-1.5V13Z"
                fill="currentColor"
                strokeLinejoin="round"
              />
            </svg>
            <strong>Agent</strong>
            <span className="soft">
              {stack === undefined || stack.agents.length === 0
                ? 'Take calls'
                : `Sign in as ${stack.agents.map(({ name }) => name).join(' or ')}`}
            </span>
          </a>
        </div>
        <div role="alert">{failure !== undefined && <p className="notice notice-wrong">{failure}</p>}</div>
        <section className="recent" aria-labelledby="recent-title">
          <h2 id="recent-title">Recent contacts</h2>
          {link === 'lost' && (
            <p className="notice notice-wrong">The contact centre does not answer: this list stands still.</p>
          )}
          {link !== 'opening' && <ContactList contacts={contacts} nowMs={nowMs} />}
        </section>
        {stack !== undefined && <WhatRuns stack={stack} nowMs={nowMs} />}
      </main>
    </>
  );
}

function WhatRuns({ stack, nowMs }: { readonly stack: RunningStack; readonly nowMs: number }): ReactNode {
  const { value: flows } = useFlows();
  const passive = Object.entries(stack.passive).sort(([a], [b]) => (a < b ? -1 : 1));
  const lines = stack.numbers.map((number) => {
    const flow = flows?.find(({ answers }) => answers.includes(number));
    return { number, flow: flow?.name };
  });
  return (
    <section className="runs" aria-labelledby="runs-title">
      <h2 id="runs-title">What runs</h2>
      <dl>
        <Fact name="Stack">
          {stack.stackName}, {stack.region}, account {stack.accountId}
        </Fact>
        <Fact name="Numbers">
          <List
            of={lines.map(({ number, flow }) => (
              <>
                <span className="digits">{shownNumber(number)}</span>
                {flow !== undefined && (
                  <>
                    {' '}
                    <span className="soft">answered by</span> <FlowLink name={flow} />
                  </>
                )}
              </>
            ))}
          />
        </Fact>
        <Fact name="Flows">
          <List of={flows?.map(({ name }) => <FlowLink key={name} name={name} />) ?? []} />
        </Fact>
        <Fact name="Queues">
          <List of={stack.queues} />
        </Fact>
        <Fact name="Agents">
          <List of={stack.agents.map(({ name, username }) => `${name} (${username})`)} />
        </Fact>
        <Fact name="Functions">
          <List of={stack.functions} />
        </Fact>
        <Fact name="Schedules">
          <List
            of={stack.schedules.map(({ name, functionName, trouble, ...schedule }) => (
              <>
                {functionName} <span className="soft">{scheduleText(schedule, nowMs)}</span>
                {trouble !== undefined && (
                  <p key={name} className="notice notice-wrong">
                    {trouble}
                  </p>
                )}
              </>
            ))}
          />
        </Fact>
        <Fact name="Tables">
          <List of={stack.tables} />
        </Fact>
        <Fact name="AWS endpoint">{stack.endpointUrl}</Fact>
        <Fact name="Without behaviour">
          <details>
            <summary>
              {passive.reduce((sum, [, count]) => sum + count, 0)} resources have a name and attributes here,
              and do nothing
            </summary>
            <List of={passive.map(([type, count]) => `${count} × ${type}`)} />
          </details>
        </Fact>
      </dl>
    </section>
  );
}

const FlowLink = ({ name }: { readonly name: string }): ReactNode => (
  <a href={`/flows/${encodeURIComponent(name)}`}>{name}</a>
);

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The things themselves never change while the page is open: their place is their name. */
const List = ({ of }: { readonly of: readonly ReactNode[] }): ReactNode =>
  of.length === 0 ? (
    'none'
  ) : (
    <ul className="runs-list">
      {[...of.entries()].map(([place, thing]) => (
        <li key={place}>{thing}</li>
      ))}
    </ul>
  );
