/**
 * Decides condition and filter expressions that dynalite has parsed. dynalite itself takes two equal maps or lists for
 * different, a missing attribute for equal to another missing one, and any two sets for in order.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
 */
import rules from 'dynalite/db/index.js';
import { sameValue } from '../changes.ts';
import { type AttributeValue, type Fields, type Item, isFields } from '../shapes.ts';

/** Whether the item, empty where there is none, meets the parsed expression. */
export function isMet(expression: unknown, item: Item): boolean {
  if (!isFields(expression)) throw new TypeError('An expression is missing where dynalite parsed one.');
  const type = String(expression['type']);
  const parts: readonly unknown[] = Array.isArray(expression['args']) ? expression['args'] : [];
  if (type === 'and') return parts.every((part) => isMet(part, item));
  if (type === 'or') return parts.some((part) => isMet(part, item));
  if (type === 'not') return !isMet(parts[0], item);
  const [first, ...others] = parts.map((part) => operand(part, item));
  return type === 'function'
    ? holds(String(expression['name']), first, others[0])
    : compares(type, first, others);
}

function compares(
  operator: string,
  value: AttributeValue | undefined,
  others: readonly (AttributeValue | undefined)[],
): boolean {
  const [other, upper] = others;
  switch (operator) {
    case '=':
      return value !== undefined && sameValue(value, other);
    case '<>':
      return value === undefined || !sameValue(value, other);
    case 'in':
      return value !== undefined && others.some((candidate) => sameValue(value, candidate));
    case 'between':
      return isInOrder(value, other, (order) => order >= 0) && isInOrder(value, upper, (order) => order <= 0);
    case '<':
      return isInOrder(value, other, (order) => order < 0);
    case '<=':
      return isInOrder(value, other, (order) => order <= 0);
    case '>':
      return isInOrder(value, other, (order) => order > 0);
    case '>=':
      return isInOrder(value, other, (order) => order >= 0);
    default:
      throw new TypeError(`dynalite parsed an operator that is unknown here: ${operator}`);
  }
}

function holds(
  name: string,
  value: AttributeValue | undefined,
  argument: AttributeValue | undefined,
): boolean {
  switch (name) {
    case 'attribute_exists':
      return value !== undefined;
    case 'attribute_not_exists':
      return value === undefined;
    case 'attribute_type':
      return value !== undefined && typeOf(value) === argument?.['S'];
    case 'begins_with': {
      const [whole, start] = [bytesOf(value), bytesOf(argument)];
      if (!whole || !start || typeOf(value) !== typeOf(argument)) return false;
      return whole.subarray(0, start.length).equals(start);
    }
    case 'contains':
      return contains(value, argument);
    default:
      throw new TypeError(`dynalite parsed a function that is unknown here: ${name}`);
  }
}

/** A text in a text, bytes in bytes, a member in a set, an element in a list. */
function contains(value: AttributeValue | undefined, part: AttributeValue | undefined): boolean {
  const type = typeOf(value);
  const partType = typeOf(part);
  if (value === undefined || part === undefined || type === undefined || partType === undefined) return false;
  const members: unknown = value[type];
  if (Array.isArray(members))
    return type === 'L'
      ? members.some((element) => sameValue(element, part))
      : type === `${partType}S` && members.includes(part[partType]);
  const [whole, wanted] = [bytesOf(value), bytesOf(part)];
  return type === partType && whole !== undefined && wanted !== undefined && whole.includes(wanted);
}

/** Only texts, numbers and bytes have an order, each among their own. */
function isInOrder(
  value: AttributeValue | undefined,
  other: AttributeValue | undefined,
  accepts: (order: number) => boolean,
): boolean {
  const [left, right] = [sortable(value), sortable(other)];
  return (
    left !== undefined &&
    right !== undefined &&
    typeOf(value) === typeOf(other) &&
    accepts(Buffer.compare(left, right))
  );
}

function sortable(value: AttributeValue | undefined): Buffer | undefined {
  const number = value?.['N'];
  return typeof number === 'string' ? Buffer.from(rules.toRangeStr(number, 'N')) : bytesOf(value);
}

function bytesOf(value: AttributeValue | undefined): Buffer | undefined {
  const text = value?.['S'];
  if (typeof text === 'string') return Buffer.from(text);
  const bytes = value?.['B'];
  return typeof bytes === 'string' ? Buffer.from(bytes, 'base64') : undefined;
}

/** A path into the item, a value of the request, or the size of what is at a path. */
function operand(part: unknown, item: Item): AttributeValue | undefined {
  if (Array.isArray(part)) return rules.mapPath(part, item) ?? undefined;
  if (!isFields(part)) return undefined;
  if (part['type'] !== 'function') return part;
  const [measured]: readonly unknown[] = Array.isArray(part['args']) ? part['args'] : [];
  const size = sizeOf(operand(measured, item));
  return size === undefined ? undefined : { N: String(size) };
}

function sizeOf(value: AttributeValue | undefined): number | undefined {
  const type = typeOf(value);
  const content: unknown = type === undefined ? undefined : value?.[type];
  if (type === 'S' && typeof content === 'string') return content.length;
  if (type === 'B') return bytesOf(value)?.length;
  if (Array.isArray(content)) return content.length;
  return type === 'M' && isFields(content) ? Object.keys(content).length : undefined;
}

/** The type of a value; dynalite's parser may leave a note of its own beside it. */
function typeOf(value: Fields | undefined): string | undefined {
  return value === undefined ? undefined : Object.keys(value)[0];
}
