/** What the examples of requests name, and nothing else makes: so that of every function some requests can be done. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { caseKey } from '../../lambdas/tables/case-keys.ts';
import { saveCustomer } from '../../lambdas/tables/customers.ts';
import { keepFollowUp } from '../../lambdas/tables/follow-ups.ts';
import { EXAMPLES, type Example } from '../api/examples.ts';
import type { ServedTables } from '../lambdas/tables/served-tables.ts';

const ALWAYS_CLOSED = { timeZone: 'UTC', days: [], holidays: [] };

/** The customer who is merged, the case that is worked on, and what each agent promised on the contact for tomorrow. */
export async function makeWhatExamplesName(
  { documents, tables }: ServedTables,
  contactId: string,
  agentIds: readonly string[],
): Promise<void> {
  const { signal } = new AbortController();
  const nowMs = Date.now();
  const openedAt = new Date(nowMs).toISOString();
  const dueAt = new Date(nowMs + 86_400_000).toISOString();
  const { from } = exampleOf('mergeCustomers').body ?? {};
  await saveCustomer(tables.customers, { customerId: String(from), name: 'Noor', phoneNumbers: [] });
  const { caseNumber = '' } = exampleOf('changeCase').parameters;
  const Item = {
    ...caseKey(caseNumber),
    version: 1,
    status: 'open',
    type: 'delivery',
    severity: 'normal',
    department: 'shipping',
    reason: 'desk-delivery',
    customerId: 'c-1003',
    contactId,
    openedAt,
    changedAt: openedAt,
    promisedAt: dueAt,
    phoneNumber: 'unknown',
  };
  await documents.send(new PutCommand({ TableName: tables.cases.name, Item }));
  const { followUpId = '' } = exampleOf('cancelFollowUp').parameters;
  for (const agentId of agentIds) {
    const agent = { agentId, username: agentId };
    const followUp = { followUpId, contactId, kind: 'task', dueAt } as const;
    await keepFollowUp(tables, { agent, followUp }, ALWAYS_CLOSED, nowMs, signal);
  }
}

function exampleOf(operation: string): Example {
  const [example] = EXAMPLES[operation] ?? [];
  if (example === undefined) throw new Error(`test/api/examples.ts has no example of ${operation}`);
  return example;
}
