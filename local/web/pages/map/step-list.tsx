/** The flow as a list of its steps: the same as the map, for whoever reads rather than looks. */
import type { ReactNode } from 'react';
import type { ShownFlow } from '../../flow-shown.ts';
import type { MapState } from './map-state.ts';
import { StepSign } from './step-sign.tsx';

interface StepListProps {
  readonly flow: ShownFlow;
  readonly current: string | undefined;
  readonly passed: MapState['passed'];
  readonly choose: (step: string) => void;
}

export function StepList({ flow, current, passed, choose }: StepListProps): ReactNode {
  const titles = new Map(flow.steps.map(({ id, title }) => [id, title]));
  return (
    <ol className="steps" aria-label={`Steps of ${flow.name}`}>
      {flow.steps.map((step) => {
        const times = passed.get(step.id) ?? 0;
        return (
          <li key={step.id} className={step.id === current ? 'steps-current' : undefined}>
            <button
              type="button"
              aria-current={step.id === current ? 'step' : undefined}
              onClick={() => choose(step.id)}
            >
              <span className="step-head">
                <StepSign kind={step.sign} />
                <span className="step-title">{step.title}</span>
                {times > 0 && (
                  <span className="step-times digits">passed {times === 1 ? 'once' : `${times} times`}</span>
                )}
              </span>
              <span className="small">{step.summary === '' ? step.block : step.summary}</span>
              <span className="soft small">
                {step.branches
                  .filter(({ kind }) => kind !== 'error')
                  .map(({ label, to }) => `${label === '' ? 'then' : label} → ${titles.get(to) ?? to}`)
                  .join('; ')}
                {step.leadsTo === undefined ? '' : ` leads to ${step.leadsTo}`}
              </span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
