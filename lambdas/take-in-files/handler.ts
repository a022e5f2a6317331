/** Takes in orders from files that are dropped into the bucket. */

import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { contentOf, fileEvent, namedFile } from '../domain/order-file.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { eventFunction } from '../runtime/event-function.ts';
import { Fault } from '../runtime/fault.ts';
import { logFault } from '../runtime/log.ts';
import { readObject } from '../runtime/object-store.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { takeInOnce } from '../tables/incoming-orders.ts';
import { takeInFiles } from './contract.ts';

const client = openDatabase(takeInFiles);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  cases: { client, name: tableName('cases') },
};
const hours = environmentValue(takeInFiles, 'OPENING_HOURS');
const { basisPoints } = environmentValue(takeInFiles, 'SALES_TAX');

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

/**
 * Lambda runs what failed again after one and after two minutes, and then no more (dg/invocation-async-error-handling):
 * a fault from here on is the last, and a person gets the file.
 */
const LAST_TRY_MS = 150_000;

/** A case of the orders team; the same one for the same words. */
const wishOf = (contactId: string) => ({
  contactId,
  reason: 'order-intake',
  customerId: 'unknown',
  isVerified: false,
  phoneNumber: 'unknown',
});

export const handler = eventFunction(takeInFiles, {
  record: async () => {
    throw new Fault('take-in-files reads no contact records; the stack must not send it any');
  },
  event: async (detail, { signal, atMs }) => {
    const event = z.safeParse(fileEvent, detail);
    if (!event.success) throw new Fault('the event names no object of a bucket; only S3 sends such');
    try {
      return await takeIn(event.data, signal);
    } catch (fault) {
      const nowMs = Date.now();
      // Its time is over: nothing can be written any more.
      if (signal.aborted || atMs === undefined || nowMs - atMs < LAST_TRY_MS) throw fault;
      logFault({ function: takeInFiles.name, contactId: undefined, durationMs: 0 }, fault);
      const { reference = digest(event.data.object.key) } = namedFile(event.data.object.key);
      await openCaseOnce(
        tables.cases,
        wishOf(`intake file ${reference} failed`),
        hours,
        new Date(nowMs),
        signal,
      );
      return 'could not be taken in, and is a case';
    }
  },
});

/** Reads a file and takes its order in. Says in a word what came of it. */
async function takeIn({ bucket, object }: z.output<typeof fileEvent>, signal: AbortSignal): Promise<string> {
  const bytes = await readObject(bucket.name, object.key, takeInFiles.attemptTimeoutMs, signal);
  // Whoever dropped it has taken it away again, or its time in the bucket is over.
  if (bytes === undefined) return 'gone';
  const { reference = digest(object.key), format } = namedFile(object.key);
  const { content, isWhole } = contentOf(bytes);
  const incoming = { source: 'file', reference, format: isWhole ? format : 'text', content } as const;
  const now = new Date();
  const terms = { hours, taxBasisPoints: basisPoints, nowMs: now.getTime() };
  const taken = await takeInOnce(tables, incoming, terms, signal);
  if (taken.kind !== 'other-content') return taken.isRepeated ? 'was taken in before' : taken.kind;
  // Nobody is there to be told that the name is taken: a person has to ask the sender.
  const wish = wishOf(`intake file ${reference} again ${digest(content)}`);
  await openCaseOnce(tables.cases, wish, hours, now, signal);
  return 'has the name of another';
}
