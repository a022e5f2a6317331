/** Keeps what a company needs to know of each contact, and opens a case for a call that nobody answered. */

import { contactOfEvent, contactOfRecord } from '../domain/kept-contact.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { eventFunction } from '../runtime/event-function.ts';
import { keepContact } from '../tables/contacts.ts';
import { keepContactRecord } from './contract.ts';
import { seeToLeftOver } from './left-over.ts';

const client = openDatabase(keepContactRecord);
const contacts = { client, name: tableName('contacts') };
const cases = { client, name: tableName('cases') };
const hours = environmentValue(keepContactRecord, 'OPENING_HOURS');
const keptDays = environmentValue(keepContactRecord, 'CONTACTS_KEPT_DAYS');

export const handler = eventFunction(keepContactRecord, {
  async record(record, { signal }) {
    const kept = await keepContact(contacts, contactOfRecord(record), keptDays, signal);
    // Also for a record that is known: the invocation before may have ended between the two.
    const done = await seeToLeftOver(cases, record, hours, new Date(), signal);
    return done === undefined ? kept : `${kept}, ${done}`;
  },
  event: async (detail, { signal }) => await keepContact(contacts, contactOfEvent(detail), keptDays, signal),
});
