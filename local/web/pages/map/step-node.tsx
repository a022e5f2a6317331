/** One step on the map: a button with the author's name for it and what it does. */
import { type Node as FlowNode, Handle, type NodeProps, Position } from '@xyflow/react';
import { memo, type ReactNode, useContext, useEffect, useRef } from 'react';
import type { ShownStep } from '../../flow-shown.ts';
import { MapContext } from './map-state.ts';
import { StepSign } from './step-sign.tsx';

export type StepNodeType = FlowNode<{ readonly step: ShownStep; readonly isStart: boolean }, 'step'>;

export const StepNode = memo(function StepNode({ data }: NodeProps<StepNodeType>): ReactNode {
  const { step, isStart } = data;
  const { current, ended, selected, focused, passed, arrived, choose } = useContext(MapContext);
  const times = passed.get(step.id) ?? 0;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current !== null) arrived(step.id, button.current);
  }, [arrived, step.id]);
  const classes = [
    'step',
    step.id === current && (ended ? 'step-ended' : 'step-current'),
    step.id === selected && 'step-selected',
    times > 0 && 'step-passed',
  ];
  return (
    <>
      {/* React Flow draws lines only between handles. */}
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <button
        ref={button}
        type="button"
        className={classes.filter((name) => name !== false).join(' ')}
        data-step={step.id}
        tabIndex={step.id === focused ? 0 : -1}
        aria-label={labelOf(step, { isStart, isCurrent: step.id === current, ended, times })}
        aria-current={step.id === current && !ended ? 'step' : undefined}
        onClick={() => choose(step.id)}
      >
        <span className="step-head">
          <StepSign kind={step.sign} />
          <span className="step-title">{step.title}</span>
          {times > 1 && <span className="step-times digits">×{times}</span>}
          {isStart && <span className="step-start">Start</span>}
        </span>
        <span className="step-summary">{step.summary === '' ? step.block : step.summary}</span>
      </button>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </>
  );
});

interface Circumstances {
  readonly isStart: boolean;
  readonly isCurrent: boolean;
  readonly ended: boolean;
  readonly times: number;
}

function labelOf(
  { title, block, summary, leadsTo }: ShownStep,
  { isStart, isCurrent, ended, times }: Circumstances,
): string {
  const parts = [`${title}: ${block}.`, summary];
  if (leadsTo !== undefined) parts.push(`Leads to ${leadsTo}.`);
  if (isStart) parts.push('First step.');
  if (isCurrent) parts.push(ended ? 'The call ended here.' : 'The call is here.');
  else if (times > 0) parts.push(`Passed ${times === 1 ? 'once' : `${times} times`}.`);
  return parts.filter((part) => part !== '').join(' ');
}
