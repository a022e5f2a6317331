/** Takes in orders from files that are dropped into the bucket. */

import * as z from 'zod/mini';
import { contentOf, fileEvent, namedFile } from '../domain/order-file.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { type EventRun, eventFunction } from '../runtime/event-function.ts';
import { Fault } from '../runtime/fault.ts';
import { readObject } from '../runtime/object-store.ts';
import { digestOfText, openFileCase, referenceOfFile } from '../tables/file-cases.ts';
import { takeInOnce } from '../tables/incoming-orders.ts';
import { takeInFiles } from './contract.ts';

const client = openDatabase(takeInFiles);
const tables = {
  orders: { client, name: tableName('orders') },
  customers: { client, name: tableName('customers') },
  cases: { client, name: tableName('cases') },
  messages: { client, name: tableName('messages') },
};
const hours = environmentValue(takeInFiles, 'OPENING_HOURS');
const { basisPoints } = environmentValue(takeInFiles, 'SALES_TAX');

export const handler = eventFunction(takeInFiles, {
  record: async () => {
    throw new Fault('take-in-files reads no contact records; the stack must not send it any');
  },
  event: async (detail, run) => {
    const event = z.safeParse(fileEvent, detail);
    if (!event.success) throw new Fault('the event names no object of a bucket; only S3 sends such');
    // Whatever fails here each of three times is a case: `refer-file` gets the event from Lambda.
    return await takeIn(event.data, run);
  },
});

/** Reads a file and takes its order in. Says in a word what came of it. */
async function takeIn(
  { bucket, object }: z.output<typeof fileEvent>,
  { signal, now }: EventRun,
): Promise<string> {
  const bytes = await readObject(bucket.name, object.key, takeInFiles.attemptTimeoutMs, signal);
  // Whoever dropped it has taken it away again, or its time in the bucket is over.
  if (bytes === undefined) return 'gone';
  const { format } = namedFile(object.key);
  const reference = referenceOfFile(object.key);
  const { content, isWhole } = contentOf(bytes);
  const incoming = { source: 'file', reference, format: isWhole ? format : 'text', content } as const;
  const terms = { hours, taxBasisPoints: basisPoints, nowMs: now().getTime() };
  const taken = await takeInOnce(tables, incoming, terms, signal);
  if (taken.kind !== 'other-content') return taken.isRepeated ? 'was taken in before' : taken.kind;
  const odd = {
    key: object.key,
    what: `again ${digestOfText(content)}`,
    because: 'another order came under this name before',
    content,
  };
  await openFileCase(tables, odd, hours, now(), signal);
  return 'has the name of another';
}
