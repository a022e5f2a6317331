/** JSON numbers in the parameters of steps, where a declared number belongs: on the wire it is a text. */
import type { Json } from '../../language/flow.ts';
import { isList, isObject } from '../../language/json.ts';
import type { FlowUnderCheck, StepUnderCheck } from './flow-under-check.ts';
import { refusedAt } from './shape-at.ts';

export interface NumberValue {
  readonly step: StepUnderCheck;
  /** With the action in front. */
  readonly path: string;
  readonly value: number;
  /** Whether the service has been seen to take it when a flow is created. */
  readonly tolerated: boolean;
}

/** LoopCount and InputTimeLimitSeconds were tried on live instances; of others nobody has told. */
const TOLERATED = /\.(?:LoopCount|InputTimeLimitSeconds)$/;

export function numberValues(flow: FlowUnderCheck): readonly NumberValue[] {
  return flow.steps.flatMap((step) => {
    const found: NumberValue[] = [];
    walk(step.action.Parameters, `${step.place}.Parameters`, (path, value) => {
      if (refusedAt(flow, path)?.shape.kind !== 'number') return;
      found.push({ step, path, value, tolerated: TOLERATED.test(path) });
    });
    return found;
  });
}

function walk(value: Json, path: string, visit: (path: string, value: number) => void): void {
  if (typeof value === 'number') visit(path, value);
  else if (isList(value)) for (const [index, item] of value.entries()) walk(item, `${path}[${index}]`, visit);
  else if (isObject(value))
    for (const [key, entry] of Object.entries(value)) walk(entry, `${path}.${key}`, visit);
}
