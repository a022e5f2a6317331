/** One flow to look at: the map or the list, and the panel of a step. */
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ShownFlow } from '../../flow-shown.ts';
import { type CoveredFlow, takenLines, waysTaken } from './covered-flow.ts';
import { FlowCanvas } from './flow-canvas.tsx';
import { wayThrough } from './map-state.ts';
import { StepList } from './step-list.tsx';
import { StepPanel } from './step-panel.tsx';
import type { Walk } from './walk.ts';

interface FlowViewProps {
  readonly flow: ShownFlow;
  readonly walk?: Walk | undefined;
  /** What calls have taken of the flow, where that is to be seen. */
  readonly coverage?: CoveredFlow | undefined;
  /** The step that runs now. */
  readonly current?: string | undefined;
  /** The contact is over: `current` is where it ended. */
  readonly ended?: boolean;
  readonly follow?: boolean;
  readonly moved?: () => void;
  readonly openFlow: (name: string) => void;
}

const ignore = (): void => undefined;

export function FlowView({
  flow,
  walk,
  coverage,
  current,
  ended = false,
  follow = false,
  moved = ignore,
  openFlow,
}: FlowViewProps): ReactNode {
  const [as, setAs] = useState<'map' | 'list'>('map');
  const [chosen, setChosen] = useState<{ readonly flow: string; readonly step: string }>();
  const selected = chosen?.flow === flow.name ? chosen.step : undefined;
  // While a call is followed and nothing is chosen, the panel tells about the step that runs.
  const [closed, setClosed] = useState(false);
  const automatic = selected === undefined && follow && !closed;
  const choose = useCallback(
    (step: string | undefined) => {
      setChosen(step === undefined ? undefined : { flow: flow.name, step });
      setClosed(step === undefined);
    },
    [flow],
  );
  const { passed } = useMemo(() => wayThrough(flow.name, walk), [flow, walk]);
  const taken = useMemo(() => (coverage === undefined ? undefined : takenLines(coverage)), [coverage]);
  const step = flow.steps.find(({ id }) => id === (automatic ? current : selected));

  return (
    <div className="view">
      <div className="view-as">
        <fieldset className="either">
          <legend className="hidden">Show the flow as</legend>
          {(['map', 'list'] as const).map((kind) => (
            <label key={kind}>
              <input type="radio" name="view-as" checked={as === kind} onChange={() => setAs(kind)} />
              <span>{kind === 'map' ? 'Map' : 'List'}</span>
            </label>
          ))}
        </fieldset>
        <p className="soft small">
          {flow.kind}, {flow.steps.length} steps
          {coverage !== undefined && `, ${waysTaken(coverage)}`}
        </p>
      </div>
      <div className={step === undefined ? 'view-body' : 'view-body view-open'}>
        {as === 'map' ? (
          <FlowCanvas
            flow={flow}
            walk={walk}
            taken={taken}
            current={current}
            ended={ended}
            selected={selected}
            follow={follow}
            moved={moved}
            choose={choose}
          />
        ) : (
          <StepList flow={flow} current={current} passed={passed} choose={choose} />
        )}
        {step !== undefined && (
          <StepPanel
            automatic={automatic}
            flow={flow}
            step={step}
            walk={walk}
            isCurrent={step.id === current}
            ended={ended}
            choose={choose}
            openFlow={openFlow}
          />
        )}
      </div>
    </div>
  );
}
