/** Cases of callers whom nobody knew: whoever talks with them sees the case, and it is theirs once it is said who they are. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditOf } from '../../../lambdas/tables/audit.ts';
import { admitToCase } from '../../../lambdas/tables/case-admission.ts';
import { linkCase, readCaseFile } from '../../../lambdas/tables/case-changes.ts';
import { openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { keepDeskContact } from '../../../lambdas/tables/desk.ts';
import { nameCasesOfNobody } from '../../../lambdas/tables/nobodys-cases.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const NOW = new Date('2026-11-23T15:00:00Z');
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '08:00', end: '18:00' }],
  holidays: [],
};
/** In no department that has these cases. */
const agent = { agentId: 'a-1', username: 'sam', isSupervisor: false, departments: [] };
const visit = { agent, operation: 'linkCustomer', correlationId: 'c', now: () => NOW, signal };
let open: ServedTables;
beforeAll(async () => {
  open = await serveOurTables();
});
afterAll(() => open.served.close());

async function caseOpenedIn(contactId: string, customerId = 'unknown'): Promise<string> {
  const wish = { contactId, reason: 'order-intake', customerId, isVerified: false, phoneNumber: 'unknown' };
  return (await openCaseOnce(open.tables.cases, wish, hours, NOW, signal)).caseNumber;
}
async function hasContact(contactId: string, endedAt?: string, agentId = 'a-1'): Promise<void> {
  const connectedAt = '2026-11-23T14:00:00.000Z';
  const ended = endedAt === undefined ? {} : { endedAt };
  const kept = { agentId, contactId, initialContactId: contactId, channel: 'VOICE', connectedAt, ...ended };
  await keepDeskContact(open.tables.desk, { instanceId: 'i', ...kept }, undefined, signal);
}
const sees = (caseNumber: string) => admitToCase({ ...open.tables, minutesAfter: 30 }, visit, caseNumber);
const named = (contactId: string, customerId: string, initialContactId = contactId) =>
  nameCasesOfNobody(open.tables, visit, { contactId, initialContactId, customerId });
const file = async (caseNumber: string) => await readCaseFile(open.tables.cases, caseNumber, signal);

test('an agent on the very call in which a case of nobody was opened sees it, and by that contact', async () => {
  const caseNumber = await caseOpenedIn('call-1');
  await expect(sees(caseNumber)).rejects.toMatchObject({ status: 403 });
  await hasContact('call-1');
  expect(await sees(caseNumber)).toMatchObject({ caseNumber });
  expect(await auditOf(open.tables.audit, { customerId: 'unknown' }, 5, signal)).toContainEqual(
    expect.objectContaining({ allowed: true, via: 'contact', contactId: 'call-1' }),
  );
});

test('so does one on a later call in which it came up, and nobody whose call was another one or is long over', async () => {
  const caseNumber = await caseOpenedIn('call-2');
  await hasContact('call-2-over', '2026-11-23T14:20:00.000Z');
  await linkCase(open.tables.cases, caseNumber, { contactId: 'call-2-over' }, NOW, signal);
  await hasContact('call-of-robin', undefined, 'a-2');
  await linkCase(open.tables.cases, caseNumber, { contactId: 'call-of-robin' }, NOW, signal);
  await hasContact('call-3');
  await expect(sees(caseNumber)).rejects.toMatchObject({ status: 403 });
  await linkCase(open.tables.cases, caseNumber, { contactId: 'call-3' }, NOW, signal);
  expect(await sees(caseNumber)).toMatchObject({ caseNumber });
});

test('a case of nobody is that of whom the agent says it was, once, with its note and in the audit', async () => {
  const caseNumber = await caseOpenedIn('call-4');
  await Promise.all(Array.from({ length: 5 }, () => named('call-4', 'c-1001')));
  await named('call-4', 'c-1002');
  const after = await file(caseNumber);
  expect(after?.case).toMatchObject({ customerId: 'c-1001', version: 2 });
  expect(after?.notes).toMatchObject([
    { by: { role: 'agent', id: 'sam' }, contactId: 'call-4', visibility: 'internal' },
  ]);
  expect(await auditOf(open.tables.audit, { customerId: 'c-1001' }, 9, signal)).toMatchObject([
    { operation: `linkCustomer/cases/${caseNumber}`, allowed: true, contactId: 'call-4', caseNumber },
  ]);
  expect(await auditOf(open.tables.audit, { customerId: 'c-1002' }, 9, signal)).toEqual([]);
});

test('all that were opened in the call are, before a transfer too', async () => {
  const numbers = [await caseOpenedIn('call-5'), await caseOpenedIn('call-6')];
  await named('call-6', 'c-1003', 'call-5');
  for (const caseNumber of numbers)
    expect((await file(caseNumber))?.case).toMatchObject({ customerId: 'c-1003' });
});

test('a case of somebody else stays theirs, and one that only came up in the call is another caller’s', async () => {
  const theirs = await caseOpenedIn('call-7', 'c-1004');
  const another = await caseOpenedIn('call-8');
  await linkCase(open.tables.cases, another, { contactId: 'call-7' }, NOW, signal);
  await named('call-7', 'c-1001');
  expect((await file(theirs))?.case).toMatchObject({ customerId: 'c-1004', version: 1 });
  expect((await file(another))?.case).toMatchObject({ customerId: 'unknown', version: 1 });
});
