/** Everything that the tables hold of one customer, found by key: what an export gives and an erasure takes. */

import * as z from 'zod/mini';
import { dateAt } from '../domain/calendar.ts';
import { callbackTold } from '../domain/callback.ts';
import { customer } from '../domain/customer.ts';
import { nameWords } from '../domain/name-words.ts';
import { placeKey } from './appointment-book.ts';
import { appointmentKey } from './appointment-items.ts';
import { definition as appointments } from './appointments.ts';
import { definition as cases } from './cases.ts';
import { definition as contacts } from './contacts.ts';
import {
  callerPartition,
  customerPartition,
  emailKey,
  lastContactKey,
  nameKey,
  phoneKey,
  profileKey,
} from './customer-keys.ts';
import { shelfKeys } from './customer-shelves.ts';
import { definition as customers } from './customers.ts';
import type { TableDefinition, TableName } from './definition.ts';
import { definition as desk } from './desk.ts';
import { agentPartition, contactKey, FOLLOW_UP, sightKey } from './desk-keys.ts';
import { definition as feedback } from './feedback.ts';
import { definition as messages } from './messages.ts';
import { MIRROR } from './mirrored-cases.ts';
import { draftKey } from './order-drafts.ts';
import { definition as orders } from './orders.ts';
import { callbackItemKey } from './owed-calls.ts';
import { getItem, type Key, queryItems } from './requests.ts';
import { type Plain, readItem, type Table } from './table.ts';

/** Tables that hold something of a customer, and in which it can be found by the customer's id. */
export const REACHED = {
  customers,
  orders,
  cases,
  messages,
  contacts,
  desk,
  appointments,
  feedback,
} as const;
export type ReachedTable = keyof typeof REACHED;
export type PersonTables = Readonly<Record<ReachedTable, Table>>;

export interface PersonItem {
  readonly table: ReachedTable & TableName;
  readonly key: Key;
  readonly item: Plain;
}

/** A customer as a profile of any age has them. */
const profile = z.object({
  name: z.string(),
  phoneNumbers: z.array(z.string()),
  emails: z._default(z.array(z.string()), []),
  addresses: z._default(customer.shape.addresses, []),
  confirmed: customer.shape.confirmed,
  tier: customer.shape.tier,
  mergedFrom: z._default(z.array(z.string()), []),
});

/**
 * The items, those of the profile last.
 * @throws Error with one sentence where there is no such customer, or they were merged into another
 */
export async function* itemsOfPerson(tables: PersonTables, customerId: string): AsyncGenerator<PersonItem> {
  const own = await getItem(tables.customers, { Key: profileKey(customerId), ConsistentRead: true });
  if (own === undefined) throw new Error(`there is no customer '${customerId}'; name another one`);
  if ('mergedInto' in own)
    throw new Error(`customer '${customerId}' was merged into '${own['mergedInto']}'; name that one`);
  const known = readItem(profile, own, tables.customers);
  const { name, phoneNumbers, emails, mergedFrom } = known;
  const ids = [customerId, ...mergedFrom];
  for (const id of ids) {
    yield* ofIndex(tables, 'orders', id);
    const draft = await getItem(tables.orders, { Key: draftKey(id), ConsistentRead: true });
    if (draft !== undefined) yield { table: 'orders', key: draftKey(id), item: draft };
    yield* casesOf(tables, id);
    yield* ofIndex(tables, 'messages', id);
    yield* contactsAndDesk(tables, id);
    yield* appointmentOf(tables, id);
    yield* ofIndex(tables, 'feedback', id);
  }
  for (const number of phoneNumbers) yield* callTo(tables, number);
  for (const number of phoneNumbers) yield* lastCallOf(tables, number, ids);
  for (const key of [
    ...phoneNumbers.map(phoneKey),
    ...emails.map((email) => emailKey(email, customerId)),
    ...nameWords(name).map((word) => nameKey(word, customerId)),
    ...shelfKeys({ ...known, customerId }),
  ]) {
    const item = await getItem(tables.customers, { Key: key, ConsistentRead: true });
    if (item !== undefined && item['customerId'] === customerId) yield { table: 'customers', key, item };
  }
  for (const id of ids.toReversed()) yield* partitionOf(tables, id);
}

async function* ofIndex(
  tables: PersonTables,
  table: 'orders' | 'cases' | 'messages' | 'contacts' | 'feedback',
  customerId: string,
): AsyncGenerator<PersonItem> {
  for await (const item of pages(tables[table], {
    IndexName: 'by-customer',
    KeyConditionExpression: 'customerId = :id',
    ExpressionAttributeValues: { ':id': customerId },
  })) {
    const key = keyOf(REACHED[table], item);
    // An index may show less than there is, and something that has gone meanwhile.
    const whole = await getItem(tables[table], { Key: key, ConsistentRead: true });
    if (whole !== undefined && whole['customerId'] === customerId) yield { table, key, item: whole };
  }
}

/**
 * A case with its notes and links; the case itself comes last, because it leads to them. Its mirror is an id and says
 * nothing of anybody: it stays, so that the case is not opened in Amazon Connect Cases once more.
 */
async function* casesOf(tables: PersonTables, customerId: string): AsyncGenerator<PersonItem> {
  for await (const found of ofIndex(tables, 'cases', customerId)) {
    const { caseNumber } = found.item;
    for await (const item of pages(tables.cases, {
      KeyConditionExpression: 'caseNumber = :caseNumber',
      ExpressionAttributeValues: { ':caseNumber': caseNumber },
      ConsistentRead: true,
    }))
      if (item['sk'] !== found.key['sk'] && item['sk'] !== MIRROR)
        yield { table: 'cases', key: keyOf(cases, item), item };
    yield found;
  }
}

/**
 * The call that we owe a number, or the last that we did: nobody is told of one whose task is gone. What was
 * booked before we knew whose number it is names nobody.
 */
async function* callTo({ messages: table }: PersonTables, number: string): AsyncGenerator<PersonItem> {
  const key = callbackItemKey(number);
  const item = await getItem(table, { Key: key, ConsistentRead: true });
  if (item === undefined) return;
  const taskId = String(item['taskId']);
  for (const messageId of [taskId, callbackTold(taskId)]) {
    const message = await getItem(table, { Key: { messageId }, ConsistentRead: true });
    if (message !== undefined && message['customerId'] === undefined)
      yield { table: 'messages', key: { messageId }, item: message };
  }
  yield { table: 'messages', key, item };
}

/**
 * The last contact of a number: of the customer under any of their ids, or of a call in which nobody knew yet whose
 * number it is. Versions before this one kept it for three days under a hash of the number.
 */
async function* lastCallOf(
  { customers: table }: PersonTables,
  number: string,
  ids: readonly string[],
): AsyncGenerator<PersonItem> {
  for (const key of [
    lastContactKey(number),
    { pk: callerPartition(number), sk: lastContactKey(number).sk },
  ]) {
    const item = await getItem(table, { Key: key, ConsistentRead: true });
    const { customerId } = item ?? {};
    if (item !== undefined && (customerId === undefined || ids.includes(String(customerId))))
      yield { table: 'customers', key, item };
  }
}

const DAY_MS = 24 * 60 * 60_000;

/**
 * An appointment after its place, which is free again once it is gone. Places lie by the day where the customer comes
 * to, which is at most one away from that of UTC.
 */
async function* appointmentOf(
  { appointments: table }: PersonTables,
  customerId: string,
): AsyncGenerator<PersonItem> {
  const key = appointmentKey(customerId);
  const item = await getItem(table, { Key: key, ConsistentRead: true });
  if (item === undefined) return;
  const { startsAt, place, bookedFor = customerId } = item;
  const atMs = Date.parse(String(startsAt));
  for (const days of [-1, 0, 1]) {
    const date = dateAt(atMs + days * DAY_MS);
    const at = placeKey({ atMs, date }, Number(place));
    const taken = await getItem(table, { Key: at, ConsistentRead: true });
    if (taken !== undefined && taken['customerId'] === bookedFor)
      yield { table: 'appointments', key: at, item: taken };
  }
  yield { table: 'appointments', key, item };
}

/** Contacts, each after what is on the desk of the agent who had it and what was said of it: it leads there. */
async function* contactsAndDesk(tables: PersonTables, customerId: string): AsyncGenerator<PersonItem> {
  const agents = new Set<string>();
  for await (const found of ofIndex(tables, 'contacts', customerId)) {
    const { contactId, agentId } = found.item;
    if (typeof agentId === 'string') {
      yield* ofDesk(tables, contactKey(agentId, String(contactId)));
      if (!agents.has(agentId)) {
        yield* ofDesk(tables, sightKey(agentId, customerId));
        yield* promisedTo(tables, agentId, customerId);
      }
      agents.add(agentId);
    }
    yield* saidOf(tables, String(contactId));
    yield found;
  }
}

/** What was said in a contact of theirs, but for what its agent has noted as that of a customer: that is found by them. */
async function* saidOf({ feedback: table }: PersonTables, contactId: string): AsyncGenerator<PersonItem> {
  for await (const item of pages(table, {
    KeyConditionExpression: 'contactId = :contactId',
    ExpressionAttributeValues: { ':contactId': contactId },
    ConsistentRead: true,
  }))
    if (item['customerId'] === undefined) yield { table: 'feedback', key: keyOf(feedback, item), item };
}

async function* promisedTo(
  { desk: table }: PersonTables,
  agentId: string,
  customerId: string,
): AsyncGenerator<PersonItem> {
  for await (const item of pages(table, {
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begin)',
    ExpressionAttributeValues: { ':pk': agentPartition(agentId), ':begin': FOLLOW_UP },
  }))
    if (item['customerId'] === customerId) yield { table: 'desk', key: keyOf(desk, item), item };
}

async function* ofDesk({ desk: table }: PersonTables, key: Key): AsyncGenerator<PersonItem> {
  const item = await getItem(table, { Key: key, ConsistentRead: true });
  if (item !== undefined) yield { table: 'desk', key, item };
}

/** The profile comes last: it says what else there is. */
async function* partitionOf({ customers: table }: PersonTables, id: string): AsyncGenerator<PersonItem> {
  let own: PersonItem | undefined;
  for await (const item of pages(table, {
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': customerPartition(id) },
    ConsistentRead: true,
  })) {
    const found: PersonItem = { table: 'customers', key: keyOf(customers, item), item };
    if (item['sk'] === 'PROFILE') own = found;
    else yield found;
  }
  if (own !== undefined) yield own;
}

async function* pages(
  table: Table,
  request: Omit<Parameters<typeof queryItems>[1], 'ExclusiveStartKey'>,
): AsyncGenerator<Plain> {
  let from: Plain | undefined;
  do {
    const { items, next } = await queryItems(table, {
      ...request,
      ...(from === undefined ? {} : { ExclusiveStartKey: from }),
    });
    yield* items;
    from = next;
  } while (from !== undefined);
}

function keyOf({ partitionKey, sortKey }: TableDefinition, item: Plain): Key {
  const names = [partitionKey.name, ...(sortKey === undefined ? [] : [sortKey.name])];
  return Object.fromEntries(names.map((name) => [name, String(item[name])]));
}
