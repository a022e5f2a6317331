/** Item changes as DynamoDB Streams would tell them: what was, what is, and whether the service itself did it. */
import { type Item, isFields } from './shapes.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_streams_Record.html */
export interface ItemChange {
  readonly tableName: string;
  readonly eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  readonly keys: Item;
  readonly oldImage?: Item;
  readonly newImage?: Item;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** Present where time to live deleted the item. */
  readonly userIdentity?: { readonly type: 'Service'; readonly principalId: 'dynamodb.amazonaws.com' };
}

const unordered = new Set(['SS', 'NS', 'BS']);

/**
 * Whether two attribute values or items are the same to DynamoDB: sets have no order, and a number is its value
 * (the store keeps numbers in one spelling, so that equal numbers have equal text).
 */
export function sameValue(a: unknown, b: unknown, type?: string): boolean {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    if (a.length !== b.length) return false;
    if (type !== undefined && unordered.has(type)) {
      const members = new Set(b);
      return a.every((member) => members.has(member));
    }
    return a.every((element, index) => sameValue(element, b[index]));
  }
  if (!isFields(a) || !isFields(b)) return false;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => Object.hasOwn(b, name) && sameValue(a[name], b[name], name));
}

/** The change from one image to the other, or nothing where nothing changed: a stream tells no such write. */
export function changeBetween(
  tableName: string,
  keys: Item,
  before: Item | undefined,
  after: Item | undefined,
  atMs: number,
): ItemChange | undefined {
  if (before === undefined && after === undefined) return undefined;
  if (before === undefined && after !== undefined)
    return { tableName, eventName: 'INSERT', keys, newImage: after, atMs };
  if (before !== undefined && after === undefined)
    return { tableName, eventName: 'REMOVE', keys, oldImage: before, atMs };
  if (before === undefined || after === undefined || sameValue(before, after)) return undefined;
  return { tableName, eventName: 'MODIFY', keys, oldImage: before, newImage: after, atMs };
}
