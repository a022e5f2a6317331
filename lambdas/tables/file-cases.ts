/** Cases of the orders team about files with orders: nobody is there to be told, so a person has to ask the sender. */

import { createHash } from 'node:crypto';
import type { Case } from '../domain/case.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { namedFile } from '../domain/order-file.ts';
import { openCaseOnce } from './cases.ts';
import type { Table } from './table.ts';

export const digestOfText = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

/** The reference that the name of a file is; made from the name where a sender wrote something that is none. */
export function referenceOfFile(key: string): string {
  return namedFile(key).reference ?? digestOfText(key);
}

/** Opens the case of a file, or finds it: the same words about the same file are one. */
export function openFileCase(
  cases: Table,
  { key, what }: { readonly key: string; readonly what: string },
  hours: OpeningHours,
  now: Date,
  signal: AbortSignal,
): Promise<Case> {
  const wish = {
    contactId: `intake file ${referenceOfFile(key)} ${what}`,
    reason: 'order-intake',
    customerId: 'unknown',
    isVerified: false,
    phoneNumber: 'unknown',
  };
  return openCaseOnce(cases, wish, hours, now, signal);
}
