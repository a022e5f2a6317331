/** Every flow of the running instance, to be looked at without a call. */
import '../map/map.css';
import './flows.css';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { named } from '../../addresses.ts';
import { typeInWords } from '../../flow-shown.ts';
import { shownNumber } from '../../telephone-number.ts';
import { useCoverage } from '../connection/use-coverage.ts';
import { useFlows } from '../connection/use-flows.ts';
import { Top } from '../look/top.tsx';
import { FlowView } from '../map/flow-view.tsx';
import { useFlow } from '../map/use-flow.ts';

/** @param first the flow that the address names; the list is shown without one */
export function FlowsPage({ first }: { readonly first: string | undefined }): ReactNode {
  const { value: flows, failure } = useFlows();
  const [name, setName] = useState(first);
  const { value: flow, failure: flowFailure } = useFlow(name);

  const open = useCallback((wanted: string) => {
    setName(wanted);
    history.pushState(undefined, '', `/flows/${encodeURIComponent(wanted)}`);
  }, []);
  useEffect(() => {
    const back = (): void => {
      setName(named(location.pathname.split('/')[2]));
    };
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    document.title = `${name ?? 'Flows'} · Callwright`;
  }, [name]);

  // Whoever comes by a deep link sees in the list, too, where they are.
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (flows !== undefined && name !== undefined) current.current?.scrollIntoView({ block: 'nearest' });
  }, [flows, name]);

  const shown = flow?.name === name ? flow : undefined;
  const [counts, setCounts] = useState(false);
  const coverage = useCoverage(counts ? name : undefined);
  return (
    <>
      <Top here="/flows" />
      <main className={name === undefined ? 'flows' : 'flows flows-open'}>
        <nav className="flows-list" aria-label="Flows">
          <h1>Flows</h1>
          {failure !== undefined && (
            <p className="notice notice-wrong" role="alert">
              {failure}
            </p>
          )}
          <ul>
            {flows?.map(({ name: of, type, steps, answers }) => (
              <li key={of}>
                <a
                  ref={of === name ? current : undefined}
                  href={`/flows/${encodeURIComponent(of)}`}
                  aria-current={of === name ? 'page' : undefined}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    open(of);
                  }}
                >
                  <strong>{of}</strong>
                  <span className="soft small">
                    {typeInWords(type)}, {steps} steps
                  </span>
                  {answers.length > 0 && (
                    <span className="flows-answers small digits">
                      Answers {answers.map(shownNumber).join(', ')}
                    </span>
                  )}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {name === undefined ? (
          <p className="flows-hint soft">
            These are the flows of the running instance, read from the very documents that run. Choose one to
            see it.
          </p>
        ) : (
          <section className="map card" aria-labelledby="map-title">
            <header className="map-head">
              <h2 id="map-title">{name}</h2>
              <label className="flows-counts small">
                <input type="checkbox" checked={counts} onChange={() => setCounts(!counts)} />
                Show what calls have taken
              </label>
              <a className="flows-all" href="/flows">
                All flows
              </a>
            </header>
            {flowFailure !== undefined && <p className="notice notice-wrong">{flowFailure}</p>}
            {shown !== undefined && (
              <FlowView key={shown.name} flow={shown} coverage={coverage} openFlow={open} />
            )}
          </section>
        )}
      </main>
    </>
  );
}
