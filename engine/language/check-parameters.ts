/** Whether the parameters of an action have the shape that its block declares. */
import type { Json } from './flow.ts';
import { isList, isObject, type JsonObject } from './json.ts';
import { canName, looksLikeReference, parseReference, referencesIn } from './jsonpath.ts';
import type { Dynamic, FieldGroup, ObjectShape, Shape } from './parameters.ts';
import {
  atLeastOne,
  emptyEntry,
  invalidName,
  invalidValue,
  missingProperty,
  onlyOne,
  type Refusal,
} from './refusal.ts';

/** @param path of the object inside the action, e.g. `Parameters`. */
export function checkObject(value: JsonObject, shape: ObjectShape, path: string): Refusal[] {
  const fields = new Map(Object.entries(shape.fields));
  const given = Object.keys(value);
  const wrong = given.flatMap((name) => {
    const field = fields.get(name);
    const inside = `${path}.${name}`;
    if (field === undefined) return shape.open === true ? [] : [invalidName(inside)];
    return checkValue(value[name] ?? null, field.shape, inside);
  });
  const missing = [...fields].flatMap(([name, field]) =>
    field.required && !Object.hasOwn(value, name) ? [missingProperty(`${path}.${name}`)] : [],
  );
  return [...wrong, ...missing, ...shape.groups.flatMap((group) => checkGroup(given, group, path))];
}

function checkGroup(given: readonly string[], group: FieldGroup, path: string): Refusal[] {
  const present = group.names.filter((name) => given.includes(name));
  if (present.length === 0) return group.rule === 'at-most-one' ? [] : [atLeastOne(group.names, path)];
  return present.length > 1 && group.rule !== 'at-least-one' ? [onlyOne(present, path)] : [];
}

function checkValue(value: Json, shape: Shape, path: string): Refusal[] {
  switch (shape.kind) {
    case 'json':
      return [];
    case 'object':
      return isObject(value) ? checkObject(value, shape, path) : [invalidValue(path)];
    case 'list': {
      if (!isList(value) || !within(value.length, shape.minItems, shape.maxItems))
        return [invalidValue(path)];
      return value.flatMap((item, index) => checkValue(item, shape.item, `${path}[${index}]`));
    }
    case 'map': {
      if (!isObject(value)) return [invalidValue(path)];
      const entries = Object.entries(value);
      if (!within(entries.length, shape.minEntries, shape.maxEntries)) return [invalidValue(path)];
      return entries.flatMap(([key, entry]) =>
        entry === '' ? [emptyEntry(path)] : checkValue(entry, shape.value, `${path}.${key}`),
      );
    }
    case 'text':
    case 'number':
    case 'choice':
      return isScalar(value, shape) ? [] : [invalidValue(path)];
  }
}

type ScalarShape = Extract<Shape, { readonly dynamic: Dynamic }>;

/**
 * An empty text is never a legal value. A number may be a JSON number, which the service takes (it was tried with
 * LoopCount and InputTimeLimitSeconds); a boolean may not.
 */
function isScalar(value: Json, shape: ScalarShape): boolean {
  if (typeof value === 'number') return shape.kind === 'number' && isStatic(String(value), shape);
  if (typeof value !== 'string' || value === '') return false;
  const dynamic = isDynamic(value, shape.dynamic);
  return dynamic === 'static' ? isStatic(value, shape) : dynamic === 'allowed';
}

/** devguide/flow-language-actions-parameter-restrictions */
function isDynamic(value: string, dynamic: Dynamic): 'static' | 'allowed' | 'refused' {
  if (dynamic === 'text') return referencesIn(value).length > 0 ? 'allowed' : 'static';
  const whole = parseReference(value);
  if (whole !== undefined) return dynamic === 'reference' && canName(whole) ? 'allowed' : 'refused';
  return looksLikeReference(value) ? 'refused' : 'static';
}

function isStatic(value: string, shape: ScalarShape): boolean {
  switch (shape.kind) {
    case 'number':
      return /^-?\d+$/.test(value) && within(Number(value), shape.min, shape.max);
    case 'choice':
      return shape.choices.includes(value);
    case 'text':
      return (
        within(value.length, undefined, shape.maxLength) &&
        (shape.pattern === undefined || shape.pattern.test(value))
      );
  }
}

const within = (value: number, min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY): boolean =>
  value >= min && value <= max;
