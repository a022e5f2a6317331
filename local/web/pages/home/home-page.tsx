/** The way in: to the telephone, to the agents' page, and what runs. */
import type { ReactNode } from 'react';
import type { RunningStack } from '../../running-stack.ts';
import { shownNumber } from '../../telephone-number.ts';
import { useStack } from '../connection/use-stack.ts';
import { CallSign } from '../look/icons.tsx';
import { Top } from '../look/top.tsx';

export function HomePage(): ReactNode {
  const { stack, failure } = useStack();

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
        {stack !== undefined && <WhatRuns stack={stack} />}
      </main>
    </>
  );
}

function WhatRuns({ stack }: { readonly stack: RunningStack }): ReactNode {
  const passive = Object.values(stack.passive).reduce((sum, count) => sum + count, 0);
  return (
    <section className="runs" aria-labelledby="runs-title">
      <h2 id="runs-title">What runs</h2>
      <dl>
        <Fact name="Stack" value={`${stack.stackName}, ${stack.region}, account ${stack.accountId}`} />
        <Fact name="Numbers" value={stack.numbers.map(shownNumber).join(', ')} />
        <Fact name="Queues" value={stack.queues.join(', ')} />
        <Fact name="Functions" value={stack.functions.join(', ')} />
        <Fact name="Tables" value={stack.tables.join(', ')} />
        <Fact name="AWS endpoint" value={stack.endpointUrl} />
        <Fact
          name="Without behaviour"
          value={`${passive} resources (${Object.entries(stack.passive)
            .map(([type, count]) => `${count} × ${type.replace('AWS::', '')}`)
            .join(', ')})`}
        />
      </dl>
    </section>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value === '' ? 'none' : value}</dd>
    </div>
  );
}
