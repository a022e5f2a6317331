/** Writes customers as the demo world has them, those too of whom a demonstration has made one. */

import { partCustomer } from '../../lambdas/tables/customer-parting.ts';
import { type GivenCustomer, readCustomer, saveCustomer } from '../../lambdas/tables/customers.ts';
import type { Table } from '../../lambdas/tables/table.ts';
import { inTurn } from './in-turn.ts';

/** Who was merged comes last: until the other is as they were, their numbers belong to the other. */
export async function savePeople(table: Table, people: readonly GivenCustomer[]): Promise<void> {
  const merged: GivenCustomer[] = [];
  await inTurn(people, async (person) => {
    const found = await readCustomer(table, person.customerId);
    if (found?.kind === 'merged') merged.push(person);
    else await saveCustomer(table, { ...person, mergedFrom: [] });
  });
  await inTurn(merged, (person) => partCustomer(table, person));
}
