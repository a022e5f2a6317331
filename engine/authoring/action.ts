/** Renders one action in the form that Connect's console writes. */
import type { BlockDeclaration } from '../blocks/block.ts';
import type { FlowAction, Json, Transitions } from '../language/flow.ts';
import type { Fields, Shape, ValuesOf } from '../language/parameters.ts';

export interface ActionTerms<F extends Fields> {
  readonly parameters: ValuesOf<F>;
  /** Left out where the action only branches: it then mirrors the branch that the console mirrors. */
  readonly next?: string;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conditions?: readonly Case[];
}

/** One condition as it stands on the wire. */
export type Case = NonNullable<Transitions['Conditions']>[number];

export const when = (operator: string, operand: string, to: string): Case => ({
  NextAction: to,
  Condition: { Operator: operator, Operands: [operand] },
});

/** The branch for whatever goes wrong; null writes none, where the block can do without. */
export const onAnyError = (to: string | null): Readonly<Record<string, string>> =>
  to === null ? {} : { NoMatchingError: to };

/** Parameters are typed by the block itself, so that a misspelt one does not compile. */
export function renderAction<F extends Fields>(
  block: BlockDeclaration<F>,
  identifier: string,
  { parameters, next, errors = {}, conditions = [] }: ActionTerms<F>,
): FlowAction {
  return {
    Identifier: identifier,
    Type: block.type,
    Parameters: parametersOf(block, parameters),
    Transitions: transitionsOf(next, errors, conditions),
  };
}

/** Most are texts alone and stay as they are: to write them anew would cost as much as all else of an action. */
function parametersOf<F extends Fields>(
  block: BlockDeclaration<F>,
  given: Readonly<Record<string, unknown>>,
): FlowAction['Parameters'] {
  if (areTexts(given)) return given;
  const written: Record<string, Json> = {};
  for (const name in given) {
    const value = given[name];
    if (typeof value === 'string') written[name] = value;
    else if (value !== undefined)
      written[name] = textsIn(value) ?? onWire(value, block.parameters.fields[name]?.shape);
  }
  return written;
}

function areTexts(given: Readonly<Record<string, unknown>>): given is Readonly<Record<string, string>> {
  for (const name in given) if (typeof given[name] !== 'string') return false;
  return true;
}

/** A copy of an object of texts alone, undefined for all else. */
function textsIn(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const copy: Readonly<Record<string, unknown>> = { ...value };
  return areTexts(copy) ? copy : undefined;
}

/** Lists that are empty mean absent, and some actions are refused with them. */
function transitionsOf(
  next: string | undefined,
  errors: Readonly<Record<string, string>>,
  conditions: readonly Case[],
): Transitions {
  const NextAction = next ?? errors['NoMatchingCondition'] ?? errors['NoMatchingError'];
  if (NextAction === undefined) return {};
  const Errors: { readonly NextAction: string; readonly ErrorType: string }[] = [];
  for (const ErrorType in errors) {
    const to = errors[ErrorType];
    if (to !== undefined) Errors.push({ NextAction: to, ErrorType });
  }
  if (conditions.length === 0) return Errors.length === 0 ? { NextAction } : { NextAction, Errors };
  return Errors.length === 0
    ? { NextAction, Conditions: conditions }
    : { NextAction, Errors, Conditions: conditions };
}

/**
 * Every scalar of an action's parameters is a string on the wire; only numbers need to become one, and not inside a
 * parameter that is JSON of its own.
 */
export function onWire(value: unknown, shape?: Shape): Json {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return value;
  if (typeof value === 'number') return shape?.kind === 'json' ? value : String(value);
  if (Array.isArray(value))
    return value.map((item) => onWire(item, shape?.kind === 'list' ? shape.item : inside(shape)));
  if (typeof value === 'object') {
    const written: Record<string, Json> = {};
    for (const [key, entry] of Object.entries(value)) {
      if (entry === undefined) continue;
      const json = typeof entry === 'string' ? entry : onWire(entry, memberShape(shape, key));
      // Assigned, a key `__proto__` would be no key but the prototype.
      if (key === '__proto__') Object.defineProperty(written, key, { value: json, enumerable: true });
      else written[key] = json;
    }
    return written;
  }
  throw new Error(`a parameter cannot be a ${typeof value}`);
}

/** JSON stays JSON inside itself. */
const inside = (shape: Shape | undefined): Shape | undefined => (shape?.kind === 'json' ? shape : undefined);

function memberShape(shape: Shape | undefined, key: string): Shape | undefined {
  if (shape?.kind === 'map') return shape.value;
  if (shape?.kind === 'object')
    return Object.hasOwn(shape.fields, key) ? shape.fields[key]?.shape : undefined;
  return inside(shape);
}
