/** Keeps what a company needs to know of each contact, sees to what it leaves to be done, and knows who may come back. */

import { contactOfEvent, contactOfRecord } from '../domain/contact-record.ts';
import { endedCallback } from '../domain/ended-callback.ts';
import type { KeptContact } from '../domain/kept-contact.ts';
import { lastContactOf } from '../domain/last-contact.ts';
import { unsettledChangeOf } from '../domain/unsettled-change.ts';
import { openDatabase } from '../runtime/database.ts';
import { environmentValue, tableName } from '../runtime/environment.ts';
import { eventFunction } from '../runtime/event-function.ts';
import { endCallback } from '../tables/callbacks.ts';
import { nameCustomerOfContact } from '../tables/contact-ends.ts';
import { keepContact } from '../tables/contacts.ts';
import { keepLastContact } from '../tables/last-contacts.ts';
import { findDeskContact } from '../tables/sights.ts';
import { keepUnsettledChange } from '../tables/unsettled-changes.ts';
import { keepContactRecord } from './contract.ts';
import { seeToLeftOver } from './left-over.ts';

const client = openDatabase(keepContactRecord);
const contacts = { client, name: tableName('contacts') };
const cases = { client, name: tableName('cases') };
const orders = { client, name: tableName('orders') };
const messages = { client, name: tableName('messages') };
const customers = { client, name: tableName('customers') };
const desk = { client, name: tableName('desk') };
const hours = environmentValue(keepContactRecord, 'OPENING_HOURS');
const keptDays = environmentValue(keepContactRecord, 'CONTACTS_KEPT_DAYS');

export const handler = eventFunction(keepContactRecord, {
  async record(record, { signal, now }) {
    const contact = contactOfRecord(record);
    const kept = await keepContact(contacts, contact, keptDays, signal);
    await nameWhomAgentSays(contact, signal);
    // Also for a record that is known: the invocation before may have ended between the two.
    const change = unsettledChangeOf(record);
    if (change !== undefined) await keepUnsettledChange(orders, change, now().getTime(), signal);
    const callback = endedCallback(record);
    if (callback !== undefined) await endCallback(messages, callback, now().getTime(), signal);
    const leftOver = await seeToLeftOver({ cases, messages, contacts }, record, hours, now(), signal);
    const last = lastContactOf(record);
    if (last !== undefined) {
      const caseNumber = leftOver?.caseNumber ?? last.contact.caseNumber;
      const lastContact = { ...last.contact, ...(caseNumber === undefined ? {} : { caseNumber }) };
      await keepLastContact(customers, last.phoneNumber, lastContact, signal);
    }
    return leftOver === undefined ? kept : `${kept}, ${leftOver.done}`;
  },
  event: async (detail, { signal }) => await keepContact(contacts, contactOfEvent(detail), keptDays, signal),
});

/** The agent may have said during the call whom they speak with; who says it later finds the contact kept. */
async function nameWhomAgentSays(
  { contactId, agentId }: Pick<KeptContact, 'contactId' | 'agentId'>,
  signal: AbortSignal,
): Promise<void> {
  if (agentId === undefined) return;
  const held = await findDeskContact(desk, agentId, contactId, signal);
  if (held?.customerId !== undefined && held.saidToBe.length > 0)
    await nameCustomerOfContact(contacts, contactId, held.customerId, signal);
}
