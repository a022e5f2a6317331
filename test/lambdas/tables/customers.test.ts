import { createHook } from 'node:async_hooks';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findCaller } from '../../../lambdas/tables/caller-language.ts';
import {
  attemptsOf,
  countAttempt,
  findPin,
  giveAttemptBack,
  setPin,
} from '../../../lambdas/tables/customer-pins.ts';
import { saveCustomer } from '../../../lambdas/tables/customers.ts';
import { type HashedPin, hashPin, isPin } from '../../../lambdas/tables/pin-hash.ts';
import type { Table } from '../../../lambdas/tables/table.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const now = new Date('2026-11-22T06:00:00Z');
const { signal } = new AbortController();
let open: ServedTables;
let customers: Table;
beforeAll(async () => {
  open = await serveOurTables();
  customers = open.tables.customers;
});
afterAll(() => open.served.close());

const find = async (number: string) => (await findCaller(customers, number, signal))?.customerId;
const save = (customerId: string, ...phoneNumbers: string[]) =>
  saveCustomer(customers, { customerId, name: 'Imani Whitlock', phoneNumbers });

describe('a customer', () => {
  test('is found by each of their numbers', async () => {
    await save('two', '+12025550111', '+12025550112');
    expect(await find('+12025550111')).toBe('two');
    expect(await find('+12025550112')).toBe('two');
    expect(await find('+12025550113')).toBeUndefined();
  });
  test('may be saved again, and a number that is no longer theirs is free', async () => {
    await save('moved', '+12025550121', '+12025550122');
    await save('moved', '+12025550122', '+12025550123');
    expect(await find('+12025550121')).toBeUndefined();
    expect(await find('+12025550123')).toBe('moved');
    await save('next', '+12025550121');
    expect(await find('+12025550121')).toBe('next');
  });
  test("cannot have another customer's number, and nothing of them is kept", async () => {
    await save('owner', '+12025550131');
    await expect(save('thief', '+12025550132', '+12025550131')).rejects.toThrow(
      "customer 'thief' was not saved: one of the numbers belongs to another customer",
    );
    expect(await find('+12025550131')).toBe('owner');
    expect(await find('+12025550132')).toBeUndefined();
  });
  test.each([
    ['unknown', '+12025550141'],
    ['Ada', '+12025550141'],
    ['fine', '2025550141'],
  ])('%s with %s is refused', async (customerId, number) => {
    await expect(save(customerId, number)).rejects.toThrow();
    expect(await find('+12025550141')).toBeUndefined();
  });
  test('saved twice at once ends as one of the two, with the numbers of that one', async () => {
    await Promise.allSettled([save('race', '+12025550151'), save('race', '+12025550152')]);
    const found = [await find('+12025550151'), await find('+12025550152')];
    expect(found.filter((id) => id === 'race')).toHaveLength(1);
  });
});

describe('a PIN', () => {
  const stored = (customerId: string) => findPin(customers, customerId, signal);

  test('is kept as a salted hash that no other PIN matches', async () => {
    await save('pinned', '+12025550161');
    await setPin(customers, 'pinned', '4711', now);
    const hashed = await stored('pinned');
    expect(JSON.stringify(hashed)).not.toContain('4711');
    expect(await isPin('4711', hashed)).toBe(true);
    expect(await isPin('4712', hashed)).toBe(false);
    await setPin(customers, 'pinned', '4711', now);
    expect((await stored('pinned'))?.salt).not.toBe(hashed?.salt);
  });
  test('of nobody matches nothing', async () => {
    expect(await stored('unknown')).toBeUndefined();
    expect(await isPin('4711', undefined)).toBe(false);
    expect(await isPin('', undefined)).toBe(false);
  });
  test('that is kept with less work takes whoever tries it all the work of one that nobody has', async () => {
    let digests = 0;
    const counting = createHook({
      init: (_id, type) => {
        if (type === 'SCRYPTREQUEST') digests += 1;
      },
    }).enable();
    const cheap = await hashPin('4711', 4);
    const digestsOf = async (kept: HashedPin | undefined): Promise<number> => {
      digests = 0;
      await isPin('4712', kept);
      return digests;
    };
    // The full work beside its own, which is a thousandth of it.
    expect(await digestsOf(cheap)).toBe(2);
    expect(await digestsOf(await hashPin('4711'))).toBe(1);
    expect(await digestsOf(undefined)).toBe(1);
    counting.disable();
    expect([await isPin('4711', cheap), await isPin('4712', cheap)]).toEqual([true, false]);
  });
  test('is not given to a customer who does not exist', async () => {
    await expect(setPin(customers, 'nobody', '4711', now)).rejects.toThrow("there is no customer 'nobody'");
    expect(await stored('nobody')).toBeUndefined();
  });
  test('that is guessed first is refused, and the old one stays', async () => {
    await expect(setPin(customers, 'pinned', '1234', now)).rejects.toThrow(
      "the PIN of customer 'pinned' must not repeat one digit or count up or down",
    );
    expect(await isPin('4711', await stored('pinned'))).toBe(true);
  });
});

describe('attempts', () => {
  const count = (customerId: string, at = now) =>
    countAttempt(customers, attemptsOf(customerId, '+12025550111', at), signal);
  const times = async (attempts: number, attempt: () => Promise<boolean>) =>
    (await Promise.all(Array.from({ length: attempts }, attempt))).filter((isAllowed) => isAllowed).length;

  test('of a hundred at once five are allowed, for a customer and for nobody alike', async () => {
    expect(await times(100, () => count('raced'))).toBe(5);
    expect(await times(100, () => count('unknown'))).toBe(5);
    expect(await count('raced')).toBe(false);
  });
  test('start again on the next day of UTC, and not before', async () => {
    expect(await times(5, () => count('daily'))).toBe(5);
    expect(await count('daily', new Date('2026-11-22T23:59:59.999Z'))).toBe(false);
    expect(await count('daily', new Date('2026-11-23T00:00:00Z'))).toBe(true);
  });
  test('given back can be used again, and never more than were taken', async () => {
    const attempts = attemptsOf('given', undefined, now);
    await giveAttemptBack(customers, attempts, signal);
    expect(await times(5, () => count('given'))).toBe(5);
    await giveAttemptBack(customers, attempts, signal);
    expect(await times(3, () => count('given'))).toBe(1);
  });
  test('are cleared by a new PIN', async () => {
    await save('locked', '+12025550171');
    await times(6, () => count('locked'));
    await setPin(customers, 'locked', '4711', now);
    expect(await count('locked')).toBe(true);
  });
  test('expire by themselves', async () => {
    await count('swept');
    const { pk, sk } = attemptsOf('swept', undefined, now);
    const kept = () => open.documents.send(new GetCommand({ TableName: customers.name, Key: { pk, sk } }));
    expect((await kept()).Item).toBeDefined();
    await open.served.db.sweepExpired(Date.parse('2026-11-25T00:00:00Z'));
    expect((await kept()).Item).toBeUndefined();
  });
});
