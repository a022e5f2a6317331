/** Customers with as much as anybody may have: what is written of them at one moment fits into one transaction. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ADDRESSES_MAX,
  EMAILS_MAX,
  MERGED_MAX,
  PHONE_NUMBERS_MAX,
} from '../../../lambdas/domain/customer.ts';
import { mergeInto } from '../../../lambdas/tables/customer-merging.ts';
import { type GivenCustomer, readCustomer, saveCustomer } from '../../../lambdas/tables/customers.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const at = '2026-11-22T06:00:00.000Z';
let open: ServedTables;
/** Writes of each transaction since the test began. */
const transactions: number[] = [];
beforeAll(async () => {
  open = await serveOurTables();
  open.tables.customers.client.middlewareStack.add(
    (next) => async (request) => {
      const items: unknown = Reflect.get(request.input, 'TransactItems');
      if (Array.isArray(items)) transactions.push(items.length);
      return await next(request);
    },
    { step: 'initialize' },
  );
});
afterAll(() => open.served.close());

/** Nobody else has anything of theirs. */
function full(customerId: string, who: number): GivenCustomer {
  const each = <Item>(count: number, item: (index: number) => Item): Item[] =>
    Array.from({ length: count }, (_, index) => item(index));
  return {
    customerId,
    name: each(8, (index) => `Name${who}x${index}`).join(' '),
    phoneNumbers: each(PHONE_NUMBERS_MAX, (index) => `+1202555${who}${String(index).padStart(3, '0')}`),
    emails: each(EMAILS_MAX, (index) => `${who}-${index}@example.com`),
    addresses: each(ADDRESSES_MAX, (index) => ({
      addressId: `a-${index}`,
      lines: [`${index} Quay`],
      city: 'Larkfield',
      postcode: `${who}000${index}`,
      country: 'US',
    })),
  };
}

const counted = async <Result>(work: () => Promise<Result>): Promise<readonly [Result, number]> => {
  transactions.length = 0;
  return [await work(), Math.max(...transactions)];
};

test('the fullest two who may be merged are one in one transaction of 90 writes, in both directions', async () => {
  const { customers, appointments } = open.tables;
  const merge = (from: string, into: string) =>
    counted(() =>
      mergeInto(
        customers,
        { rows: [], appointments, orders: open.tables.orders },
        { from, into, note: { by: 'agent/sam', why: 'one person', at } },
        () => true,
        signal,
      ),
    );
  const saved = async (who: number, has: Partial<GivenCustomer>) => {
    const customerId = `full-${who}`;
    const confirmed = { phoneNumbers: '2026-01-01', emails: '2026-01-01', addresses: '2026-01-01' };
    const earlier = Array.from({ length: who === 1 ? MERGED_MAX - 1 : 0 }, (_, index) => `earlier-${index}`);
    await saveCustomer(customers, { ...full(customerId, who), ...has });
    const found = await readCustomer(customers, customerId, signal);
    if (found?.kind !== 'customer') throw new Error('the customer was not saved');
    const Item = {
      pk: `CUSTOMER#${customerId}`,
      sk: 'PROFILE',
      ...found.customer,
      mergedFrom: earlier,
      confirmed: who % 2 === 0 ? { ...confirmed, addresses: '2026-02-02' } : confirmed,
    };
    await open.documents.send(new PutCommand({ TableName: customers.name, Item }));
    const appointment = { state: 'booked', place: 1, version: 4, startsAt: '2026-12-01T09:00:00.000Z' };
    if (who % 2 === 1) {
      const own = { pk: `CUSTOMER#${customerId}`, sk: 'APPOINTMENT', ...appointment, bookedAt: at };
      await open.documents.send(new PutCommand({ TableName: appointments.name, Item: own }));
    }
  };
  // One has nearly all that both may have together, and the other one address without a postcode.
  const bare = {
    phoneNumbers: [],
    emails: [],
    addresses: [{ addressId: 'only', lines: ['1 Pier'], city: 'Larkfield', country: 'US' }],
  };
  const { addresses = [] } = full('', 1);
  await saved(1, { addresses: addresses.slice(1) });
  await saved(2, bare);
  expect(await merge('full-1', 'full-2')).toEqual([{ outcome: 'merged', customerId: 'full-2' }, 90]);
  await saved(3, { addresses: (full('', 3).addresses ?? []).slice(1) });
  await saved(4, bare);
  const [there, writes] = await merge('full-4', 'full-3');
  expect(there).toMatchObject({ outcome: 'merged' });
  expect(writes).toBeLessThanOrEqual(90);
});

test('who would have everything replaced at once is told so in one sentence, and is as they were', async () => {
  const { customers } = open.tables;
  await saveCustomer(customers, full('full-5', 5));
  const before = await readCustomer(customers, 'full-5', signal);
  const [, writes] = await counted(async () => {
    await expect(saveCustomer(customers, full('full-5', 6))).rejects.toThrow(
      "customer 'full-5' was not saved: 101 things of theirs would change at once, and 100 can; take numbers or e-mail addresses away first, and save them again",
    );
  });
  expect(writes).toBe(-Infinity);
  expect(await readCustomer(customers, 'full-5', signal)).toEqual(before);
  await saveCustomer(customers, { ...full('full-5', 6), emails: full('', 5).emails ?? [] });
});
