/** Everything about one step, beside the map: what it says and sets, what it asked, where it leads. */
import type { ReactNode } from 'react';
import { inWords, type ShownFlow, type ShownStep } from '../../flow-shown.ts';
import { clockText } from '../look/duration.ts';
import { CallTable } from './call-table.tsx';
import { StepSign } from './step-sign.tsx';
import type { Walk } from './walk.ts';

interface StepPanelProps {
  readonly flow: ShownFlow;
  readonly step: ShownStep;
  readonly walk: Walk | undefined;
  readonly isCurrent: boolean;
  readonly ended: boolean;
  /** Nobody has chosen the step: where there is little room, the picture has it. */
  readonly automatic: boolean;
  readonly choose: (step: string | undefined) => void;
  readonly openFlow: (name: string) => void;
}

export function StepPanel({
  flow,
  step,
  walk,
  isCurrent,
  ended,
  automatic,
  choose,
  openFlow,
}: StepPanelProps): ReactNode {
  const visits = walk?.visits.filter((visit) => visit.flow === flow.name && visit.step === step.id) ?? [];
  const last = visits.at(-1);
  const orders = new Set(visits.map(({ order }) => order));
  const calls =
    walk?.calls.filter(({ visit }) => (visit === undefined ? isCurrent : orders.has(visit))) ?? [];
  const attributes = Object.entries(walk?.progress.attributes ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
  const answered = step.sign === 'calls' ? calls : [];

  return (
    <aside className={automatic ? 'panel panel-automatic' : 'panel'} aria-labelledby="panel-title">
      <header className="panel-head">
        <StepSign kind={step.sign} />
        <div>
          <h3 id="panel-title">{step.title}</h3>
          <p className="soft small">{step.block}</p>
        </div>
        <button type="button" className="panel-close" onClick={() => choose(undefined)}>
          <span className="hidden">Close the panel</span>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <p className="small">{step.purpose}</p>
      {(isCurrent || last !== undefined) && (
        <p className="panel-visit small">
          {isCurrent && <strong>{ended ? 'The call ended here. ' : 'The call is here. '}</strong>}
          {last !== undefined && walk !== undefined && (
            <>
              {visits.length > 1 ? `Passed ${visits.length} times, last` : 'Passed'} at{' '}
              {clockText(last.atMs - walk.startedAtMs)}
              {last.branch === 'NextAction' ? '' : `, by ${last.branch}`}
              {last.because === undefined ? '.' : `: ${last.because}`}
            </>
          )}
        </p>
      )}
      {answered.length > 0 && walk !== undefined && (
        <>
          <h4>Function calls</h4>
          <CallTable calls={answered} startedAtMs={walk.startedAtMs} />
        </>
      )}
      {step.parameters.length > 0 && (
        <>
          <h4>Parameters</h4>
          <dl className="facts">
            {step.parameters.map(({ name, value }) => {
              const resolved = resolvedOf(name, last?.parameters);
              return (
                <div key={name}>
                  <dt>{nameInWords(name)}</dt>
                  <dd>
                    {resolved ?? value}
                    {resolved !== undefined && resolved !== value && value.includes('$.') && (
                      <span className="soft small"> from {value}</span>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
      {step.leadsTo !== undefined && (
        <button type="button" className="panel-link" onClick={() => openFlow(step.leadsTo ?? '')}>
          Open {step.leadsTo}
        </button>
      )}
      {step.branches.length > 0 && (
        <>
          <h4>Leads to</h4>
          <ul className="branches">
            {step.branches.map(({ kind, label, to }) => (
              <li key={`${kind} ${label} ${to}`} className={`branch branch-${kind}`}>
                <button type="button" onClick={() => choose(to)}>
                  <span>{label === '' ? 'then' : label}</span>
                  <span>{flow.steps.find(({ id }) => id === to)?.title ?? to}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {walk !== undefined && (
        <>
          <h4>Contact attributes now</h4>
          {attributes.length === 0 ? (
            <p className="soft small">None is set.</p>
          ) : (
            <dl className="facts">
              {attributes.map(([name, value]) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value === '' ? <span className="soft">empty</span> : value}</dd>
                </div>
              ))}
            </dl>
          )}
        </>
      )}
    </aside>
  );
}

/** Connect's names are made of words; an author's attribute stays as it is. */
const nameInWords = (name: string): string =>
  name
    .split(' › ')
    .map((part) => (/^[A-Z][a-z]+[A-Z]/.test(part) ? inWords(part) : part))
    .join(' › ');

/** The log names an attribute alone, the document with its path. */
function resolvedOf(name: string, logged: Readonly<Record<string, string>> | undefined): string | undefined {
  if (logged === undefined) return undefined;
  const last = name.split(' › ').at(-1) ?? name;
  return logged[name] ?? logged[last];
}
