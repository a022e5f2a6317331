/** Resolves the intrinsic functions in a value of the template. */
import { type Intrinsic, noValue, type Scope } from './intrinsics/call.ts';
import { logicIntrinsics } from './intrinsics/logic.ts';
import { referenceIntrinsics } from './intrinsics/references.ts';
import { textIntrinsics } from './intrinsics/texts.ts';
import { didYouMean, type Place, shown, within, wrongAt } from './template-error.ts';

const intrinsics: ReadonlyMap<string, Intrinsic> = new Map(
  Object.entries({ ...referenceIntrinsics, ...textIntrinsics, ...logicIntrinsics }),
);

/** Functions that need AWS itself, or another kind of template. */
const refused: Readonly<Record<string, string>> = {
  'Fn::Transform': 'runs a macro in AWS',
  'Fn::ValueOf': 'asks AWS about a parameter value',
  'Fn::ValueOfAll': 'asks AWS about parameter values',
};

/**
 * The value with every intrinsic function replaced by what it gives.
 * @throws TemplateError naming the place of an unknown function, a dangling reference or a wrong argument
 */
export function resolveValue(value: unknown, at: Place, scope: Scope): unknown {
  const resolved = resolvePart(value, at, scope);
  return resolved === noValue ? undefined : resolved;
}

/** The intrinsic function that an object of the template calls, or undefined where it is plain data. */
export function intrinsicIn(
  value: Readonly<Record<string, unknown>>,
  at: Place,
  section: Scope['section'],
): { readonly name: string; readonly argument: unknown; readonly intrinsic: Intrinsic } | undefined {
  const keys = Object.keys(value);
  const name = keys.find((key) => key.startsWith('Fn::') || (keys.length === 1 && isBareName(key, section)));
  if (name === undefined) return undefined;
  if (keys.length > 1) {
    throw wrongAt(
      at,
      `${name} stands beside ${keys.filter((key) => key !== name).join(', ')}; it must stand alone`,
    );
  }
  const reason = name.startsWith('Fn::ForEach') ? 'makes several resources of one' : refused[name];
  if (reason !== undefined) throw wrongAt(at, `${name} ${reason} and cannot run locally`);
  const intrinsic = intrinsics.get(name);
  if (intrinsic !== undefined) return { name, argument: value[name], intrinsic };
  throw wrongAt(
    at,
    `${name} is not an intrinsic function: ${shown(value)}.${didYouMean(name, intrinsics.keys())}`,
  );
}

function isBareName(key: string, section: Scope['section']): boolean {
  return key === 'Ref' || (key === 'Condition' && section !== 'resources');
}

function resolvePart(value: unknown, at: Place, scope: Scope): unknown {
  if (Array.isArray(value)) {
    return value
      .map((entry, index) => resolvePart(entry, within(at, index), scope))
      .filter((entry) => entry !== noValue);
  }
  if (typeof value !== 'object' || value === null) return value;
  const record: Readonly<Record<string, unknown>> = { ...value };
  const call = intrinsicIn(record, at, scope.section);
  if (call !== undefined) {
    const inside = within(at, call.name);
    return call.intrinsic(call.argument, {
      name: call.name,
      at: inside,
      scope,
      resolve: (part, ...keys) => resolvePart(part, keys.reduce(within, inside), scope),
    });
  }
  return Object.fromEntries(
    Object.entries(record)
      .map(([key, entry]) => [key, resolvePart(entry, within(at, key), scope)] as const)
      .filter(([, entry]) => entry !== noValue),
  );
}
