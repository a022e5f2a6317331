/** Settles one change of an order: its customer is told that it was made, or a case says that it was not. */

import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { isUnresolved } from '../domain/case-states.ts';
import type { WorkedCase } from '../domain/case-work.ts';
import { changeIntent } from '../domain/change-intent.ts';
import { changeMadeMessage } from '../domain/order-news.ts';
import { findingWords } from '../domain/unsettled-change.ts';
import { linkCase, readCase } from '../tables/case-changes.ts';
import { caseNumbersOf } from '../tables/case-links.ts';
import { addNote } from '../tables/case-notes.ts';
import { resolveUntaken } from '../tables/case-resolving.ts';
import { openCaseOnce } from '../tables/cases.ts';
import { findPhoneNumber } from '../tables/customers.ts';
import { messageWrite } from '../tables/message-writes.ts';
import { changeByIntent } from '../tables/order-changes.ts';
import { type Order, readOrder } from '../tables/orders.ts';
import { partOrderNumberOf } from '../tables/spare-parts.ts';
import type { Surroundings } from '../tables/surroundings.ts';
import { type Write, writeTogether } from '../tables/transaction.ts';
import { type KeptChange, settledWrite } from '../tables/unsettled-changes.ts';
import { settleChanges } from './contract.ts';

/** Why a case of such a change is open, as flows and desktop know it. */
const UNCONFIRMED = 'change-unconfirmed';

/** A call that waited for a person in vain has such a case already, which is to know of the change too. */
const UNANSWERED = 'not-answered';

export type Settled = 'made' | 'case' | 'gone';

/**
 * Wherever it stops, the next run goes on: case and note have keys of their own, and the change stays in the index until
 * its last write, which carries the message.
 */
export async function settleChange(change: KeptChange, around: Surroundings): Promise<Settled> {
  const { orders, messages, now, signal } = around;
  const order = await readOrder(orders, change.orderNumber, signal);
  if (order === undefined) return await end(change, 'gone', [], around);
  if (!(await isMade(change, order, around))) {
    const known = await knownCases(change, around);
    const cases = known.length > 0 ? known : [await openCase(change, order, around)];
    for (const each of cases) await noteIn(each, change, false, around);
    return await end(change, 'case', [], around);
  }
  for (const each of await knownCases(change, around)) await tell(each, change, around);
  const message = changeMadeMessage(change, order, now().getTime());
  return await end(change, 'made', message === undefined ? [] : [messageWrite(messages, message)], around);
}

async function isMade(
  { wish, orderNumber }: KeptChange,
  order: Order,
  { orders, signal }: Surroundings,
): Promise<boolean> {
  if (wish.kind === 'change')
    return changeByIntent(order, changeIntent(wish.version, wish.change)) !== undefined;
  return (await readOrder(orders, partOrderNumberOf(orderNumber, wish.sku), signal)) !== undefined;
}

/**
 * The cases that know of the change already: the calls have left them, or somebody has opened one for the order; first
 * those that are about nothing else.
 */
async function knownCases(
  { contactIds, orderNumber }: KeptChange,
  { cases, signal }: Surroundings,
): Promise<readonly WorkedCase[]> {
  const numbers = new Set(await caseNumbersOf(cases, { orderNumber }, signal));
  const ofCalls = new Set<string>();
  for (const contactId of contactIds)
    for (const caseNumber of await caseNumbersOf(cases, { contactId }, signal)) ofCalls.add(caseNumber);
  const found: WorkedCase[] = [];
  for (const caseNumber of new Set([...numbers, ...ofCalls])) {
    const one = await readCase(cases, caseNumber, signal);
    const isOpen = one !== undefined && isUnresolved(one.status);
    if (isOpen && (one.reason === UNCONFIRMED || (one.reason === UNANSWERED && ofCalls.has(caseNumber))))
      found.push(one);
  }
  const own = found.filter(({ reason }) => reason === UNCONFIRMED);
  return own.length > 0 ? own : found;
}

async function openCase(
  { contactIds: [contactId] }: KeptChange,
  { customerId }: Order,
  { cases, customers, hours, now, signal }: Surroundings,
): Promise<{ readonly caseNumber: string }> {
  const wish = {
    contactId,
    customerId,
    reason: UNCONFIRMED,
    // Nobody else gets to where an order is changed.
    isVerified: true,
    phoneNumber: (await findPhoneNumber(customers, customerId, signal)) ?? 'unknown',
  };
  return await openCaseOnce(cases, wish, hours, now(), signal);
}

/** A case that was opened for this very change is resolved; one that is about something else too gets a note. */
async function tell(found: WorkedCase, change: KeptChange, around: Surroundings): Promise<void> {
  const { cases, hours, now, signal } = around;
  const { orderNumber, contactIds } = change;
  const resolved = {
    caseNumber: found.caseNumber,
    details: { orderNumber, finding: 'placed' },
    words: findingWords(change, contactIds, true),
    by: settleChanges.name,
  } as const;
  const isItsOwn = found.reason === UNCONFIRMED && contactIds.includes(found.contactId);
  if (isItsOwn && (await resolveUntaken(cases, resolved, hours, now, signal))) return;
  await noteIn(found, change, true, around);
}

async function noteIn(
  { caseNumber }: { readonly caseNumber: string },
  change: KeptChange,
  made: boolean,
  { cases, now, signal }: Surroundings,
): Promise<void> {
  const { orderNumber, contactIds } = change;
  await linkCase(cases, caseNumber, { orderNumber }, now(), signal);
  const by = { role: 'system', id: settleChanges.name } as const;
  const note = {
    // Whenever it is written again, it is the same note.
    atMs: change.keptAtMs,
    by,
    contactId: contactIds[0],
    visibility: 'internal',
    about: 'note',
    words: findingWords(change, contactIds, made),
  } as const;
  await addNote(cases, { caseNumber, note, mark: `${settleChanges.name}-${orderNumber}` }, signal);
}

async function end(
  change: KeptChange,
  as: Settled,
  beside: readonly Write[],
  { orders, signal }: Surroundings,
): Promise<Settled> {
  try {
    await writeTogether(orders.client, [settledWrite(orders, change, as), ...beside], signal);
  } catch (error) {
    // Somebody else has settled it at this moment, or its customer has that message.
    if (!(error instanceof TransactionCanceledException)) throw error;
    const codes = (error.CancellationReasons ?? []).map(({ Code }) => Code ?? 'None');
    if (!codes.includes('ConditionalCheckFailed')) throw error;
    if (codes[0] === 'None') await writeTogether(orders.client, [settledWrite(orders, change, as)], signal);
  }
  return as;
}
