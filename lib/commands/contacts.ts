/** A customer's contacts as the table of contacts keeps them. */
import { contactsOf } from '../../lambdas/tables/contacts.ts';
import { clientOf, type Target, tableOf } from './target.ts';

/** The latest first. */
export async function* contactsOfCustomer(target: Target, customerId: string): AsyncGenerator<object> {
  const client = clientOf(target);
  try {
    const table = { client, name: tableOf(target, 'ContactsTable') };
    yield* contactsOf(table, customerId, new AbortController().signal);
  } finally {
    client.destroy();
  }
}
