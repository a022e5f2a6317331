/** What a caller has confirmed to change about an order, as one text: which order, as it stood when it was read back, and what. */

import { ORDER_LINES_MAX, VERSION_MAX } from './order-record.ts';

export type ChangeKind = 'cancel' | 'return' | 'withdraw' | 'exchange';

/** `quantity` sets the pieces of one line, which is counted from 1; none takes it out. */
export type PhoneChange =
  | { readonly kind: ChangeKind }
  | { readonly kind: 'quantity'; readonly line: number; readonly quantity: number };

const KINDS: readonly ChangeKind[] = ['cancel', 'return', 'withdraw', 'exchange'];

export function changeText(change: PhoneChange): string {
  return change.kind === 'quantity' ? `quantity.${change.line}.${change.quantity}` : change.kind;
}

/** The change that a text stands for; nothing where it stands for none. */
export function readChange(text: string): PhoneChange | undefined {
  const kind = KINDS.find((each) => each === text);
  if (kind !== undefined) return { kind };
  const [, line, quantity] = /^quantity\.([1-9]\d?)\.(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  if (line === undefined || Number(line) > ORDER_LINES_MAX) return undefined;
  return { kind: 'quantity', line: Number(line), quantity: Number(quantity) };
}

/** The version of an order as it goes through a flow. */
export function readVersion(text: string): number | undefined {
  const version = /^[1-9]\d?$/.test(text) ? Number(text) : 0;
  return version >= 1 && version <= VERSION_MAX ? version : undefined;
}

/**
 * Names one confirmed change for ever: the same change of the order as it stood then is the same wish, whichever call or
 * retry carries it, and after any change of the order it is another.
 */
export function changeIntent(version: number, change: PhoneChange): string {
  return `${version}.${changeText(change)}`;
}
