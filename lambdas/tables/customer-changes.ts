/** What people change of a customer: written together with the history of it, over what they have seen or not at all. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { type Customer, customer, NOTHING_KNOWN } from '../domain/customer.ts';
import { differences } from '../domain/customer-change.ts';
import { changeKey, customerPartition } from './customer-keys.ts';
import { numberWritesOf, profileWrites } from './customer-writes.ts';
import { readCustomer } from './customers.ts';
import { digestOf } from './digest.ts';
import { queryItems } from './requests.ts';
import { readItem, type Table } from './table.ts';
import { type Write, writeTogether } from './transaction.ts';

/** Who changed something, why, in which contact, and when. */
export interface ChangeNote {
  /** E.g. `agent/<id>`, `system/<function>`. */
  readonly by: string;
  readonly why: string;
  readonly contactId?: string;
  /** ISO 8601 in UTC. */
  readonly at: string;
}

export type Written =
  | 'written'
  /** Somebody else was quicker, whatever they changed: look again. */
  | 'changed-meanwhile'
  /** A number is that of another customer. */
  | 'number-taken';

const fields = z.partial(customer);

const changeItem = z.object({
  version: z.int(),
  at: z.iso.datetime(),
  by: z.string(),
  why: z.string(),
  contactId: z.optional(z.string()),
  before: fields,
  after: fields,
});

/** One line of a customer's history. */
export type KeptChange = z.output<typeof changeItem>;

/** Writes the next version of a customer, and what was changed. */
export async function writeCustomer(
  { client, name: TableName }: Table,
  before: Customer,
  after: Customer,
  note: ChangeNote,
  signal: AbortSignal,
): Promise<Written> {
  const writes = [
    ...profileWrites({ TableName, before, after }),
    changeWrite(TableName, after, note, differences(before, after)),
  ];
  return await attempt(numberWritesOf(before, after), () => writeTogether(client, writes, signal));
}

/**
 * Makes a customer of somebody whom we do not know. The id follows from the contact and the name, so that the same
 * request made again finds the customer that is there already.
 */
export async function createCustomer(
  table: Table,
  given: Pick<Customer, 'name' | 'phoneNumbers'>,
  { contactId, ...note }: ChangeNote & { readonly contactId: string },
  signal: AbortSignal,
): Promise<
  | { readonly outcome: 'created' | 'known'; readonly customer: Customer }
  | { readonly outcome: 'number-taken' }
> {
  const { client, name: TableName } = table;
  const digest = digestOf(`${contactId}\n${given.name}`);
  const created: Customer = {
    ...NOTHING_KNOWN,
    ...given,
    customerId: `c-${digest.slice(0, 16)}`,
    version: 1,
  };
  const written = await attempt(numberWritesOf(undefined, created), () =>
    writeTogether(
      client,
      [
        ...profileWrites({ TableName, before: undefined, after: created }),
        changeWrite(
          TableName,
          created,
          { ...note, contactId },
          {
            before: {},
            after: { name: created.name, phoneNumbers: created.phoneNumbers },
          },
        ),
      ],
      signal,
    ),
  );
  if (written === 'written') return { outcome: 'created', customer: created };
  const found = await readCustomer(table, created.customerId, signal);
  if (found?.kind === 'customer') return { outcome: 'known', customer: found.customer };
  return { outcome: 'number-taken' };
}

/** The latest changes of a customer, at most so many. */
export async function changesOf(
  table: Table,
  customerId: string,
  limit: number,
  signal: AbortSignal,
): Promise<readonly KeptChange[]> {
  const { items } = await queryItems(
    table,
    {
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :change)',
      ExpressionAttributeValues: { ':pk': customerPartition(customerId), ':change': 'CHANGE#' },
      ScanIndexForward: false,
      Limit: limit,
    },
    signal,
  );
  return items.map((item) => readItem(changeItem, item, table));
}

/** The history takes a version once. */
export function changeWrite(
  TableName: string,
  { customerId, version }: Pick<Customer, 'customerId' | 'version'>,
  note: ChangeNote,
  fieldsChanged: { readonly before: object; readonly after: object },
): Write {
  return {
    Put: {
      TableName,
      Item: { ...changeKey(customerId, version), version, ...note, ...fieldsChanged },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  };
}

/** @param numbers how many writes after the first are about numbers */
export async function attempt(numbers: number, write: () => Promise<void>): Promise<Written> {
  try {
    await write();
    return 'written';
  } catch (error) {
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = error.CancellationReasons?.map(({ Code }) => Code) ?? [];
    const failed = (code: string | undefined) => code === 'ConditionalCheckFailed';
    if (failed(codes[0]) || codes.includes('TransactionConflict')) return 'changed-meanwhile';
    if (codes.slice(1, 1 + numbers).some(failed)) return 'number-taken';
    if (codes.some(failed)) return 'changed-meanwhile';
    throw error;
  }
}
