/** What people at the desktop and functions on a schedule do to cases, on a centre on the virtual clock. */

import type { CaseChange } from '../../../lambdas/domain/case-change-asked.ts';
import type { Actor } from '../../../lambdas/domain/case-work.ts';
import { changeCase } from '../../../lambdas/tables/case-changes.ts';
import { saveCustomer } from '../../../lambdas/tables/customers.ts';
import { tellingOf } from '../../../lambdas/tables/message-writes.ts';
import type { ContactCentre, Item } from '../../kit/centre.ts';
import { hasCase, type Owner, owner } from './people.ts';

const MINUTE_MS = 60_000;
const { signal } = new AbortController();
const hours = {
  timeZone: 'UTC',
  days: [{ day: 'MONDAY' as const, start: '00:00', end: '24:00' }],
  holidays: [],
};
const lee: Actor = { role: 'supervisor', id: 'lee' };
let run = 0;

export function deskOf(centre: () => ContactCentre) {
  /** One change after the other, from the version that was seen. */
  const change = async ({ caseNumber }: Owner, from: number, ...changes: CaseChange[]): Promise<void> => {
    for (const [index, wanted] of changes.entries()) {
      const done = await changeCase(
        centre().table('CasesTable'),
        { caseNumber, seenVersion: from + index, change: wanted, by: lee },
        hours,
        new Date(centre().cloud.centre.nowMs()),
        signal,
        tellingOf(centre().table('MessagesTable')),
      );
      if (done.kind !== 'changed') throw new Error(`the change was ${done.kind}`);
    }
  };
  /** Somebody with a profile, and a case about a delivery. */
  const customer = async (channel?: 'call' | 'sms' | 'email', language?: 'el' | 'hu'): Promise<Owner> => {
    const one = await hasCase(centre(), owner());
    await saveCustomer(centre().table('CustomersTable'), {
      customerId: one.customerId,
      name: 'Somebody Invented',
      phoneNumbers: [one.from],
      emails: [`${one.customerId}@example.com`],
      preferences: {
        ...(channel === undefined ? {} : { channel }),
        ...(language === undefined ? {} : { language }),
      },
    });
    return one;
  };
  const messagesOf = async ({ caseNumber }: Owner): Promise<readonly Item[]> =>
    (await centre().items('MessagesTable')).filter((item) => item['caseNumber'] === caseNumber);
  /** As its schedule does, which would run every few minutes of a virtual day. */
  const runs = async (name: string): Promise<void> => {
    run += 1;
    const chance = { nowMs: centre().cloud.centre.nowMs(), seed: `run ${run}` };
    const { functions } = centre().cloud;
    const result = await functions.invokeAsOwner(centre().functionName(name), '{}', chance);
    if (result.kind !== 'returned') throw new Error(`${name} failed: ${JSON.stringify(result)}`);
  };
  return {
    change,
    customer,
    messagesOf,
    runs,
    /** The names of the tasks about a case, sent or to be sent. */
    tasksOf: async (one: Owner): Promise<readonly unknown[]> =>
      (await messagesOf(one)).flatMap(({ body }) => {
        const { kind, name } = Object(body);
        return kind === 'task' ? [name] : [];
      }),
    sentTo: (to: string) =>
      centre()
        .cloud.outbox.messages()
        .filter((message) => message.to === to),
    /** Time passes, and then the schedules run. */
    passes: async (minutes = 1): Promise<void> => {
      await centre().passes(minutes * MINUTE_MS);
      await runs('raise-overdue');
      await runs('deliver-messages');
      // Tasks find their way.
      await centre().passes(MINUTE_MS);
    },
  };
}
