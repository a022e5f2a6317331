/** Customers in the table: changed over what was seen, found by key, merged once, with nothing lost. */

import { GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Customer, NOTHING_KNOWN } from '../../../lambdas/domain/customer.ts';
import { type CustomerChange, changeCustomer } from '../../../lambdas/domain/customer-change.ts';
import { findCaller } from '../../../lambdas/tables/caller-language.ts';
import { changesOf, createCustomer, writeCustomer } from '../../../lambdas/tables/customer-changes.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { addNote, consentsOf, notesOf, recordConsent } from '../../../lambdas/tables/customer-records.ts';
import { alikeCustomers } from '../../../lambdas/tables/customer-reports.ts';
import { findCustomerIdsByEmail, findCustomerIdsByName } from '../../../lambdas/tables/customer-search.ts';
import { shelfKeys } from '../../../lambdas/tables/customer-shelves.ts';
import { readCustomer, saveCustomer } from '../../../lambdas/tables/customers.ts';
import type { Table } from '../../../lambdas/tables/table.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const at = '2026-11-22T06:00:00.000Z';
const note = { by: 'agent/sam', why: 'asked on the telephone', contactId: 'contact-1', at };
let open: ServedTables;
let table: Table;
beforeAll(async () => {
  open = await serveOurTables();
  table = open.tables.customers;
});
afterAll(() => open.served.close());

const read = async (customerId: string): Promise<Customer> => {
  const found = await readCustomer(table, customerId, signal);
  if (found?.kind !== 'customer') throw new Error(`there is no customer '${customerId}'`);
  return found.customer;
};
const change = async (seen: Customer, what: CustomerChange) => {
  const changed = changeCustomer(seen, what);
  if (changed.outcome !== 'changed') throw new Error('nothing would change');
  return await writeCustomer(table, seen, changed.customer, note, signal);
};

describe('a change', () => {
  test('is written with its history, and found by what is new and not by what is gone', async () => {
    await saveCustomer(table, { customerId: 'c-a', name: 'Agnes Ori', phoneNumbers: ['+12025550101'] });
    const seen = await read('c-a');
    expect(await change(seen, { kind: 'rename', name: 'Ágnes Kovács' })).toBe('written');
    expect(await change(await read('c-a'), { kind: 'add-email', email: 'Agnes@Example.hu' })).toBe('written');
    expect(await findCustomerIdsByName(table, 'kov', signal)).toEqual(['c-a']);
    expect(await findCustomerIdsByName(table, 'AGNES kova', signal)).toEqual(['c-a']);
    expect(await findCustomerIdsByName(table, 'ori', signal)).toEqual([]);
    expect(await findCustomerIdsByEmail(table, 'AGNES@example.HU', signal)).toEqual(['c-a']);
    const [latest, first] = await changesOf(table, 'c-a', 5, signal);
    expect(latest).toEqual({
      ...note,
      version: 3,
      before: { emails: [] },
      after: { emails: ['Agnes@Example.hu'] },
    });
    expect(first).toMatchObject({ before: { name: 'Agnes Ori' }, after: { name: 'Ágnes Kovács' } });
  });
  test('over what somebody else has changed is not written: of ten at once one is', async () => {
    await saveCustomer(table, { customerId: 'c-b', name: 'Bela', phoneNumbers: [] });
    const seen = await read('c-b');
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, (_none, index) => change(seen, { kind: 'rename', name: `Bela ${index}` })),
    );
    expect(outcomes.filter((outcome) => outcome === 'written')).toHaveLength(1);
    expect(outcomes.filter((outcome) => outcome === 'changed-meanwhile')).toHaveLength(9);
    expect((await read('c-b')).version).toBe(2);
    expect(await changesOf(table, 'c-b', 20, signal)).toHaveLength(1);
  });
  test("to another customer's number is told, and nothing of it is kept", async () => {
    await saveCustomer(table, { customerId: 'c-c', name: 'Cleo', phoneNumbers: ['+12025550103'] });
    await saveCustomer(table, { customerId: 'c-d', name: 'Dario', phoneNumbers: ['+12025550104'] });
    const seen = await read('c-d');
    expect(await change(seen, { kind: 'add-number', number: '+12025550103' })).toBe('number-taken');
    expect((await findCaller(table, '+12025550103', signal))?.customerId).toBe('c-c');
    expect(await read('c-d')).toEqual(seen);
  });
  test('of a profile from before there were versions is the first', async () => {
    const { documents } = open;
    const Item = { pk: 'CUSTOMER#old', sk: 'PROFILE', customerId: 'old', name: 'Olga', phoneNumbers: [] };
    await documents.send(new PutCommand({ TableName: table.name, Item }));
    expect(await change(await read('old'), { kind: 'add-number', number: '+12025550105' })).toBe('written');
    expect(await read('old')).toMatchObject({ version: 1, emails: [], phoneNumbers: ['+12025550105'] });
  });
});

test('somebody new is made a customer once, however often the same contact asks', async () => {
  const given = { name: 'Emre Yıldız', phoneNumbers: ['+12025550107'] };
  const first = await createCustomer(table, given, note, signal);
  const again = await createCustomer(table, given, note, signal);
  expect([first.outcome, again.outcome]).toEqual(['created', 'known']);
  expect(await findCustomerIdsByName(table, 'yildiz', signal)).toHaveLength(1);
  expect(await createCustomer(table, given, { ...note, contactId: 'contact-2' }, signal)).toEqual({
    outcome: 'number-taken',
  });
});

test('a note is written once, whatever comes again, and about nobody who is not there', async () => {
  await saveCustomer(table, { customerId: 'c-n', name: 'Nils', phoneNumbers: [] });
  const one = { noteId: 'n-1', at, by: 'agent/sam', text: 'Prefers mornings.' };
  expect(await addNote(table, 'c-n', one, signal)).toBe('written');
  expect(await addNote(table, 'c-n', { ...one, at: '2026-11-22T06:00:01.000Z' }, signal)).toBe('known');
  expect(await addNote(table, 'nobody', one, signal)).toBe('no-customer');
  expect(await notesOf(table, { customerId: 'c-n', mergedFrom: [] }, 10, signal)).toEqual([one]);
});

/** The shelves on which a customer stands, as the table has them. */
const shelvesOf = async (customerId: string): Promise<string[]> => {
  const { Items = [] } = await open.documents.send(new ScanCommand({ TableName: table.name }));
  const shelved = Items.filter(({ pk }) => /^(?:ALIKE|CONFIRMED)#/.test(pk));
  return shelved
    .filter((item) => item['customerId'] === customerId)
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .sort();
};
const due = (customer: Customer): string[] =>
  shelfKeys(customer)
    .map(({ pk, sk }) => `${pk} ${sk}`)
    .sort();

test('reports find a customer as they are now, and nobody who was merged away', async () => {
  const home = { addressId: 'home', lines: ['1 Quay'], city: 'C', postcode: '1011', country: 'HU' };
  const numbers = Array.from({ length: 20 }, (_none, index) => `+3612345${String(index).padStart(3, '0')}`);
  await saveCustomer(table, {
    customerId: 'c-s1',
    name: 'Sára Tóth',
    phoneNumbers: numbers,
    emails: Array.from({ length: 10 }, (_none, index) => `sara${index}@example.com`),
    addresses: Array.from({ length: 20 }, (_none, index) => ({
      ...home,
      addressId: `a-${index}`,
      postcode: `10${index}`,
    })),
  });
  expect(await shelvesOf('c-s1')).toEqual(due(await read('c-s1')));
  await saveCustomer(table, {
    customerId: 'c-s2',
    name: 'Toth Sara',
    phoneNumbers: [],
    addresses: [{ ...home, postcode: '100' }],
  });
  const groups = async () =>
    (await alikeCustomers(table, { from: 0, enough: 1_000 }, () => true, signal)).groups;
  expect(await groups()).toEqual([{ because: 'name-and-postcode', customerIds: ['c-s1', 'c-s2'] }]);
  const steps: readonly CustomerChange[] = [
    { kind: 'rename', name: 'Sára Szabó' },
    { kind: 'confirm', what: ['addresses'], on: '2026-11-22' },
    { kind: 'remove-address', addressId: 'home' },
  ];
  for (const step of steps) {
    expect(await change(await read('c-s2'), step)).toBe('written');
    expect(await shelvesOf('c-s2')).toEqual(due(await read('c-s2')));
  }
  expect(await groups()).toEqual([]);
  const merge = { into: 'c-s1', from: 'c-s2', note };
  expect(
    await mergeInto(
      table,
      { rows: [], appointments: open.tables.appointments, orders: open.tables.orders },
      merge,
      () => true,
      signal,
    ),
  ).toMatchObject({ outcome: 'merged' });
  expect(await shelvesOf('c-s2')).toEqual([]);
  expect(await shelvesOf('c-s1')).toEqual(due(await read('c-s1')));
});

describe('a merge', () => {
  const rows = () => [
    { table: open.tables.orders, keyNames: ['pk'] },
    { table: open.tables.cases, keyNames: ['caseNumber', 'sk'] },
  ];
  const merge = (hasTime = () => true) =>
    mergeInto(
      table,
      { rows: rows(), appointments: open.tables.appointments, orders: open.tables.orders },
      { into: 'c-stays', from: 'c-goes', note },
      hasTime,
      signal,
    );
  const order = { pk: 'ORDER#7001', customerId: 'c-goes', placedAt: at };

  test('makes one of two at one moment, and the rest follows when it is asked again', async () => {
    const base = { ...NOTHING_KNOWN, name: 'Greta Moss' };
    await saveCustomer(table, { customerId: 'c-stays', name: base.name, phoneNumbers: ['+12025550141'] });
    await saveCustomer(table, {
      customerId: 'c-goes',
      name: 'G. Moss',
      phoneNumbers: ['+12025550142'],
      emails: ['greta@example.com'],
    });
    const TableName = open.tables.orders.name;
    await open.documents.send(new PutCommand({ TableName, Item: order }));
    await addNote(table, 'c-goes', { noteId: 'n-9', at, by: 'agent/sam', text: 'Has two accounts.' }, signal);
    const consent = {
      purpose: 'marketing',
      given: false,
      textVersion: '3',
      channel: 'call',
      at,
      by: 'agent/sam',
    };
    await recordConsent(table, 'c-goes', consent, signal);

    expect(await merge(() => false)).toEqual({ outcome: 'moving', customerId: 'c-stays' });
    expect((await findCaller(table, '+12025550142', signal))?.customerId).toBe('c-stays');
    expect(await readCustomer(table, 'c-goes', signal)).toEqual({ kind: 'merged', into: 'c-stays' });
    expect(await findCustomerIdsByName(table, 'moss', signal)).toEqual(['c-stays']);
    expect(await findCustomerIdsByEmail(table, 'greta@example.com', signal)).toEqual(['c-stays']);
    expect((await read('c-stays')).mergedFrom).toEqual(['c-goes']);
    const since = { ...consent, given: true, at: '2026-11-23T10:00:00.000Z' };
    await recordConsent(table, 'c-stays', since, signal);
    const afterwards = { noteId: 'n-8', at: since.at, by: 'agent/sam', text: 'One account now.' };
    await addNote(table, 'c-stays', afterwards, signal);
    /** What is written of both is there from the merge on, whether it has followed or not, each once. */
    const isWhole = async () => {
      const stays = await read('c-stays');
      expect(await consentsOf(table, stays, signal)).toEqual([since, consent]);
      expect((await notesOf(table, stays, 5, signal)).map(({ noteId }) => noteId)).toEqual(['n-8', 'n-9']);
      expect((await notesOf(table, stays, 1, signal)).map(({ noteId }) => noteId)).toEqual(['n-8']);
    };
    await isWhole();
    const { Item: left } = await open.documents.send(
      new GetCommand({
        TableName: table.name,
        Key: { pk: 'CUSTOMER#c-goes', sk: `CONSENT#marketing#${at}` },
      }),
    );

    expect(await merge()).toEqual({ outcome: 'merged', customerId: 'c-stays' });
    expect(await merge()).toEqual({ outcome: 'merged', customerId: 'c-stays' });
    const moved = await open.documents.send(new GetCommand({ TableName, Key: { pk: order.pk } }));
    expect(moved.Item).toEqual({ ...order, customerId: 'c-stays' });
    await isWhole();
    // As somebody finds it who looks while it moves.
    await open.documents.send(new PutCommand({ TableName: table.name, Item: left }));
    await isWhole();
    expect(await addNote(table, 'c-goes', { noteId: 'n-10', at, by: 'x', text: 'late' }, signal)).toBe(
      'no-customer',
    );
    expect(await changesOf(table, 'c-goes', 1, signal)).toMatchObject([{ before: { name: 'G. Moss' } }]);
    await expect(saveCustomer(table, { customerId: 'c-goes', name: 'G', phoneNumbers: [] })).rejects.toThrow(
      "customer 'c-goes' was merged into 'c-stays'",
    );
  });
  test('of ten at once is made once, and the others are told or find it made', async () => {
    await saveCustomer(table, { customerId: 'c-p', name: 'Pia', phoneNumbers: ['+12025550151'] });
    await saveCustomer(table, { customerId: 'c-q', name: 'Pia', phoneNumbers: ['+12025550152'] });
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () =>
        mergeInto(
          table,
          { rows: rows(), appointments: open.tables.appointments, orders: open.tables.orders },
          { into: 'c-p', from: 'c-q', note },
          () => true,
          signal,
        ),
      ),
    );
    expect(outcomes.some(({ outcome }) => outcome === 'merged')).toBe(true);
    expect(await changesOf(table, 'c-p', 20, signal)).toHaveLength(1);
    expect((await read('c-p')).phoneNumbers).toEqual(['+12025550151', '+12025550152']);
  });
  test('into nobody, of nobody, or into two is refused', async () => {
    const tried = (into: string, from: string) =>
      mergeInto(
        table,
        { rows: [], appointments: open.tables.appointments, orders: open.tables.orders },
        { into, from, note },
        () => true,
        signal,
      );
    expect(await tried('nobody', 'c-p')).toEqual({ outcome: 'no-customer', customerId: 'nobody' });
    expect(await tried('c-p', 'nobody')).toEqual({ outcome: 'no-customer', customerId: 'nobody' });
    expect(await tried('c-a', 'c-q')).toMatchObject({ outcome: 'refused' });
  });
});
