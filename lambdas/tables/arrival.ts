/** What has to be known as a call comes in, in one round trip: who calls, in which language, what about the last time, and what is announced. */

import type { Announcement } from '../domain/announcement.ts';
import type { LastContact } from '../domain/last-contact.ts';
import { ANNOUNCEMENTS_KEY, announcementsOf } from './announcements.ts';
import { type Caller, callerOf } from './caller-language.ts';
import { phoneKey } from './customer-keys.ts';
import { lastContactIn, lastContactKey } from './last-contacts.ts';
import { getItems } from './requests.ts';
import type { Table } from './table.ts';

export interface Arrival {
  /** Undefined for somebody whom we do not know. */
  readonly caller: Caller | undefined;
  /** In which they wanted a person, not long ago. */
  readonly last: LastContact | undefined;
  readonly announcements: readonly Announcement[];
}

/** @param number E.164; undefined where it is withheld */
export async function readArrival(
  table: Table,
  number: string | undefined,
  signal: AbortSignal,
): Promise<Arrival> {
  const caller = number === undefined ? undefined : phoneKey(number);
  const last = number === undefined ? undefined : lastContactKey(number);
  const items = await getItems(
    table,
    {
      Keys: [ANNOUNCEMENTS_KEY, caller, last].filter((key) => key !== undefined),
      ProjectionExpression:
        'pk, customerId, #language, announcements, contactId, endedAt, team, agentId, caseNumber',
      ExpressionAttributeNames: { '#language': 'language' },
    },
    signal,
  );
  const itemOf = (key: { readonly pk: string }) => items.find(({ pk }) => pk === key.pk);
  const found = caller === undefined ? undefined : itemOf(caller);
  return {
    caller: found === undefined ? undefined : callerOf(found, table),
    last: lastContactIn(last === undefined ? undefined : itemOf(last)),
    announcements: announcementsOf(itemOf(ANNOUNCEMENTS_KEY)),
  };
}
