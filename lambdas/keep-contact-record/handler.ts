/** Keeps what a company needs to know of each contact. */

import { contactOfEvent, contactOfRecord } from '../domain/kept-contact.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { eventFunction } from '../runtime/event-function.ts';
import { keepContact } from '../tables/contacts.ts';
import { keepContactRecord } from './contract.ts';

const contacts = { client: openDatabase(keepContactRecord), name: tableName('contacts') };
const keptDays = environmentValue(keepContactRecord, 'CONTACTS_KEPT_DAYS');

export const handler = eventFunction(keepContactRecord, {
  record: async (record, { signal }) =>
    await keepContact(contacts, contactOfRecord(record), keptDays, signal),
  event: async (detail, { signal }) => await keepContact(contacts, contactOfEvent(detail), keptDays, signal),
});
