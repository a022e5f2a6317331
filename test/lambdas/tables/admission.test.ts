/** The door to a customer: who works on a case of theirs is let in, and everybody who asks is written down. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { DEPARTMENTS } from '../../../lambdas/domain/case-types.ts';
import { admit } from '../../../lambdas/tables/admission.ts';
import { auditOf } from '../../../lambdas/tables/audit.ts';
import { openCaseOnce } from '../../../lambdas/tables/cases.ts';
import { type ServedTables, serveOurTables } from './served-tables.ts';

const { signal } = new AbortController();
const NOW = new Date('2026-11-23T15:00:00Z');
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
const enters = (customerId: string) => admit({ ...open.tables, minutesAfter: 30 }, visit, [customerId]);
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
