/** The door to a customer: who works on a case of theirs is let in, and everybody who asks is written down. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEPARTMENTS } from '../../../lambdas/domain/case-types.ts';
import { MERGED_MAX } from '../../../lambdas/domain/customer.ts';
import { admit } from '../../../lambdas/tables/admission.ts';
import { auditOf } from '../../../lambdas/tables/audit.ts';
import { newestCases } from '../../../lambdas/tables/case-lists.ts';
import { openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { readCustomer, saveCustomer } from '../../../lambdas/tables/customers.ts';
import { keepDeskContact } from '../../../lambdas/tables/desk.ts';
import { putItem } from '../../../lambdas/tables/requests.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const NOW = new Date('2026-11-23T15:00:00Z');
const AN_HOUR_AGO = '2026-11-23T14:00:00.000Z';
const now = () => NOW;
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
};
/** Sees the cases of all departments. */
const agent = { agentId: 'a-1', username: 'sam', isSupervisor: false, departments: [...DEPARTMENTS] };
const visit = { agent, operation: 'readCase', correlationId: 'c', now, signal };
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());

async function caseOf(customerId: string): Promise<string> {
  const wish = { contactId: `call-${customerId}`, reason: 'order-intake', customerId, isVerified: false };
  const { caseNumber } = await openCaseOnce(
    open.tables.cases,
    { ...wish, phoneNumber: 'unknown' },
    hours,
    NOW,
    signal,
  );
  return caseNumber;
}
const enters = (customerId: string) => admit({ ...open.tables, minutesAfter: 30 }, visit, customerId);
const written = async (customerId: string) => await auditOf(open.tables.audit, { customerId }, 5, signal);

test('whoever works on a case of a customer is let in to them, by that case, and to nobody else', async () => {
  const caseNumber = await caseOf('c-1001');
  await enters('c-1001');
  expect(await written('c-1001')).toMatchObject([{ allowed: true, via: 'case', caseNumber }]);
  await expect(enters('c-1002')).rejects.toMatchObject({ status: 403 });
  expect(await written('c-1002')).toMatchObject([{ allowed: false }]);
});

test('the case of a caller whom nobody knows lets in to no other whom nobody knows', async () => {
  await caseOf('unknown');
  await expect(enters('unknown')).rejects.toMatchObject({ status: 403 });
  expect(await written('unknown')).toMatchObject([{ allowed: false }]);
});

/** Somebody who was known under other ids, each leading to the one after it unless a merge is not through yet. */
async function merged(...ids: readonly [string, ...string[]]): Promise<void> {
  const stays = ids.at(-1) ?? ids[0];
  await saveCustomer(open.tables.customers, { customerId: stays, name: 'Ida', phoneNumbers: [] });
  const profile = { pk: `CUSTOMER#${stays}`, sk: 'PROFILE' };
  const found = await readCustomer(open.tables.customers, stays, signal);
  if (found?.kind !== 'customer') throw new Error('the customer was not saved');
  const earlier = ids.slice(0, -1);
  const Item = { ...profile, ...found.customer, mergedFrom: earlier };
  await putItem(open.tables.customers, { Item });
  for (const [index, id] of earlier.entries()) {
    const gone = { pk: `CUSTOMER#${id}`, sk: 'PROFILE', customerId: id, version: 2, phoneNumbers: [] };
    await putItem(open.tables.customers, { Item: { ...gone, mergedInto: ids[index + 1] ?? stays } });
  }
}
const hasContact = (customerId: string, contactId: string) =>
  keepDeskContact(
    open.tables.desk,
    {
      agentId: 'a-1',
      contactId,
      initialContactId: contactId,
      channel: 'VOICE',
      instanceId: 'i-1',
      connectedAt: AN_HOUR_AGO,
    },
    customerId,
    signal,
  );

test.each([['m-1'], ['m-2'], ['m-3']])(
  'a contact under %s lets in to the customer as merged, by whatever id',
  async (had) => {
    const at = (id: string) => `${had}-of-${id}`;
    const ids = ['m-1', 'm-2', 'm-3'].map(at) as [string, ...string[]];
    await merged(...ids);
    for (const asked of ids) await expect(enters(asked)).rejects.toMatchObject({ status: 403 });
    await hasContact(at(had), `call-${had}`);
    for (const asked of ids) {
      const all = await enters(asked);
      expect(all[0]).toBe(at('m-3'));
      expect([...all].sort()).toEqual(ids);
    }
    const [last] = await written(at('m-3'));
    expect(last).toMatchObject({ allowed: true, via: 'contact', contactId: `call-${had}` });
  },
);

test.each([['w-1'], ['w-2']])('a case under %s lets in to the customer as merged', async (had) => {
  const ids = [`${had}-of-w-1`, `${had}-of-w-2`] as const;
  await merged(...ids);
  for (const asked of ids) await expect(enters(asked)).rejects.toMatchObject({ status: 403 });
  const caseNumber = await caseOf(`${had}-of-${had}`);
  for (const asked of ids) await enters(asked);
  expect(await written(ids[1])).toContainEqual(
    expect.objectContaining({ allowed: true, via: 'case', caseNumber }),
  );
});

test('whoever was merged as often as anybody may be is let in to by the oldest id and by a case under it', async () => {
  const often = Array.from({ length: MERGED_MAX + 1 }, (_none, index) => `often-${index}`);
  const ids = ['often-first', ...often.slice(1)] as const;
  await merged(...ids);
  for (const asked of ['often-first', ids.at(-1) ?? ''])
    await expect(enters(asked)).rejects.toMatchObject({ status: 403 });
  await caseOf('often-first');
  for (const asked of ['often-first', ids.at(-1) ?? ''])
    expect(await enters(asked)).toHaveLength(MERGED_MAX + 1);
});

test('a contact that ended too long ago lets in under no id, and one with somebody else not either', async () => {
  await merged('gone-1', 'gone-2');
  await merged('other-1', 'other-2');
  await hasContact('other-1', 'call-other');
  const contact = {
    agentId: 'a-1',
    contactId: 'call-gone',
    initialContactId: 'call-gone',
    channel: 'VOICE',
    instanceId: 'i-1',
  };
  const ended = { ...contact, connectedAt: AN_HOUR_AGO, endedAt: '2026-11-23T14:20:00.000Z' };
  await keepDeskContact(open.tables.desk, ended, 'gone-1', signal);
  for (const asked of ['gone-1', 'gone-2'])
    await expect(enters(asked)).rejects.toMatchObject({ status: 403 });
  expect(await enters('other-2')).toEqual(['other-2', 'other-1']);
});

test('merges that lead back to themselves are a fault, and let nobody in', async () => {
  for (const [id, into] of [
    ['loop-1', 'loop-2'],
    ['loop-2', 'loop-1'],
  ]) {
    const gone = { pk: `CUSTOMER#${id}`, sk: 'PROFILE', customerId: id, version: 2, phoneNumbers: [] };
    await putItem(open.tables.customers, { Item: { ...gone, mergedInto: into } });
  }
  await expect(enters('loop-1')).rejects.toThrow('merged into themselves');
});

test('cases under all ids are one list, the newest first, each once and no more than are asked for', async () => {
  const { cases } = open.tables;
  const numbers = [await caseOf('l-1'), await caseOf('l-2')];
  const found = await newestCases(cases, ['l-2', 'l-1', 'l-0'], 5, signal);
  expect(found.map(({ caseNumber }) => caseNumber).sort()).toEqual(numbers.sort());
  expect(await newestCases(cases, ['l-2', 'l-1'], 1, signal)).toHaveLength(1);
  expect(await newestCases(cases, ['l-2', 'l-2'], 5, signal)).toHaveLength(1);
});
