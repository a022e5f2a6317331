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

export interface Case {
  readonly operator: string;
  readonly operand: string;
  readonly to: string;
}

/** Parameters are typed by the block itself, so that a misspelt one does not compile. */
export function renderAction<F extends Fields>(
  block: BlockDeclaration<F>,
  identifier: string,
  { parameters, next, errors = {}, conditions = [] }: ActionTerms<F>,
): FlowAction {
  const Parameters: Record<string, Json> = {};
  const given: Readonly<Record<string, unknown>> = parameters;
  for (const name in given) {
    const value = given[name];
    if (typeof value === 'string') Parameters[name] = value;
    else if (value !== undefined) Parameters[name] = onWire(value, block.parameters.fields[name]?.shape);
  }
  return {
    Identifier: identifier,
    Type: block.type,
    Parameters,
    Transitions: transitionsOf(next, errors, conditions),
  };
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
  const Conditions = conditions.map(conditionOf);
  return Errors.length === 0 ? { NextAction, Conditions } : { NextAction, Errors, Conditions };
}

const conditionOf = ({ operator, operand, to }: Case): NonNullable<Transitions['Conditions']>[number] => ({
  NextAction: to,
  Condition: { Operator: operator, Operands: [operand] },
});

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
