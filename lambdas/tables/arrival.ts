/** What has to be known as a call comes in, in one round trip: who calls, in which language, what about the last time, and what is announced. */

import type { Announcement } from '../domain/announcement.ts';
import type { LastContact } from '../domain/last-contact.ts';
import { ANNOUNCEMENTS_KEY, announcementsOf } from './announcements.ts';
import { type Caller, callerOf } from './caller-language.ts';
import { lastContactKey, phoneKey } from './customer-keys.ts';
import { lastContactIn } from './last-contacts.ts';
import { getItems } from './requests.ts';
import type { Plain, Table } from './table.ts';

export interface Arrival {
  /** Undefined for somebody whom we do not know. */
  readonly caller: Caller | undefined;
  /** In which they wanted a person, not long ago. */
  readonly last: LastContact | undefined;
  readonly announcements: readonly Announcement[];
}

/** What of their items is read. */
const WANTED = {
  ProjectionExpression:
    'sk, customerId, #language, tier, announcements, contactId, endedAt, team, agentId, caseNumber, severity',
  ExpressionAttributeNames: { '#language': 'language' },
};

/** @param number E.164; undefined where it is withheld */
export async function readArrival(
  table: Table,
  number: string | undefined,
  signal: AbortSignal,
): Promise<Arrival> {
  const keys = number === undefined ? [] : [phoneKey(number), lastContactKey(number)];
  const items = await getItems(table, [ANNOUNCEMENTS_KEY, ...keys], WANTED, signal);
  const [phone, last] = keys.map(({ sk }) => itemOf(items, sk));
  return {
    caller: phone === undefined ? undefined : callerOf(phone, table),
    last: lastContactIn(last),
    announcements: announcementsOf(itemOf(items, ANNOUNCEMENTS_KEY.sk)),
  };
}

const itemOf = (items: readonly Plain[], wanted: string) => items.find(({ sk }) => sk === wanted);
