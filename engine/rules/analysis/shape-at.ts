/** Which declared shape a refused value should have had, and the value itself. */
import type { Json } from '../../language/flow.ts';
import { isList, isObject } from '../../language/json.ts';
import type { ObjectShape, Shape } from '../../language/parameters.ts';
import type { FlowUnderCheck } from './flow-under-check.ts';

export interface Refused {
  readonly shape: Shape;
  readonly value: Json | undefined;
}

/** @param path such as `Actions[3].Parameters.Tags.colour`; undefined where no parameter of a known block is meant. */
export function refusedAt(flow: FlowUnderCheck, path: string): Refused | undefined {
  const match = /^Actions\[(\d+)\]\.Parameters\.?(.*)$/.exec(path);
  const step = flow.steps[Number(match?.[1])];
  if (match === null || step?.block === undefined) return undefined;
  return walk(step.block.parameters, step.action.Parameters, match[2] ?? '');
}

function walk(shape: Shape, value: Json | undefined, rest: string): Refused | undefined {
  if (rest === '') return { shape, value };
  if (shape.kind === 'list') {
    const match = /^\[(\d+)\]\.?(.*)$/.exec(rest);
    if (match === null) return undefined;
    return walk(shape.item, isList(value) ? value[Number(match[1])] : undefined, match[2] ?? '');
  }
  // Names may hold dots, so the longest name that is there is taken.
  const name = namesOf(shape, value).find(
    (each) => rest === each || rest.startsWith(`${each}.`) || rest.startsWith(`${each}[`),
  );
  if (name === undefined) return undefined;
  const inner =
    shape.kind === 'map' ? shape.value : shape.kind === 'object' ? fieldOf(shape, name) : undefined;
  const further = rest.slice(name.length).replace(/^\./, '');
  return inner === undefined ? undefined : walk(inner, isObject(value) ? value[name] : undefined, further);
}

const fieldOf = (shape: ObjectShape, name: string): Shape | undefined =>
  Object.hasOwn(shape.fields, name) ? shape.fields[name]?.shape : undefined;

function namesOf(shape: Shape, value: Json | undefined): readonly string[] {
  const given = isObject(value) ? Object.keys(value) : [];
  const names = shape.kind === 'object' ? [...given, ...Object.keys(shape.fields)] : given;
  return names.toSorted((one, other) => other.length - one.length);
}
