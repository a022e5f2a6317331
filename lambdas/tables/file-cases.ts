/** Cases of the orders team about files with orders: nobody is there to be told, so a person has to ask the sender. */

import type { Case } from '../domain/case.ts';
import type { OpeningHours } from '../domain/opening-hours.ts';
import { namedFile } from '../domain/order-file.ts';
import { digestOf } from './digest.ts';
import { type IntakeCaseTables, openIntakeCase } from './intake-cases.ts';

export const digestOfText = (text: string): string => digestOf(text).slice(0, 32);

/** The reference that the name of a file is; made from the name where a sender wrote something that is none. */
export function referenceOfFile(key: string): string {
  return namedFile(key).reference ?? digestOfText(key);
}

/** A file that is no order, and why. */
export interface OddFile {
  readonly key: string;
  /** Tells its cases apart: the same about the same file is one. */
  readonly what: string;
  readonly because: string;
  readonly content?: string;
}

/** Opens the case of a file, or finds it. */
export function openFileCase(
  tables: IntakeCaseTables,
  { key, what, because, content }: OddFile,
  hours: OpeningHours,
  now: Date,
  signal: AbortSignal,
): Promise<Case> {
  const wish = { contactId: `intake file ${referenceOfFile(key)} ${what}`, customerId: 'unknown' };
  return openIntakeCase(tables, wish, { from: `file ${key}`, because, content }, hours, now, signal);
}
