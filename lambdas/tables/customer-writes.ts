/** The writes that make a customer what they are from now on: the profile, and all by which it is found. */

import type { Customer } from '../domain/customer.ts';
import { mailbox } from '../domain/customer.ts';
import { nameWords } from '../domain/name-words.ts';
import { emailKey, nameKey, phoneKey, profileKey } from './customer-keys.ts';
import { shelfKeys } from './customer-shelves.ts';
import type { Key } from './requests.ts';
import type { Write } from './transaction.ts';

/** What a number, mailbox or word leads to, before and after. */
export interface ProfileChange {
  readonly TableName: string;
  readonly before: Customer | undefined;
  readonly after: Customer;
  /** Whose numbers may become theirs, besides nobody's: a merge takes over those of another. */
  readonly owners?: readonly string[];
}

/**
 * At most 101 writes where all that somebody may have is replaced, the profile first: it must be as it was seen, and then the numbers, which must belong to nobody
 * else. What other functions keep beside a number stays.
 */
export function profileWrites({ TableName, before, after, owners = [] }: ProfileChange): readonly Write[] {
  const { customerId } = after;
  const gone = lost(before, after);
  return [
    { Put: { TableName, Item: { ...profileKey(customerId), ...after }, ...asSeen(before) } },
    ...after.phoneNumbers.map((number) =>
      numberWrite(TableName, number, customerId, [customerId, ...owners], {
        language: languageToKeep(before, after),
        tier: after.tier,
      }),
    ),
    ...gone.phoneNumbers.map((number) => ({
      Delete: { TableName, Key: phoneKey(number), ...belongsTo([customerId]) },
    })),
    ...after.emails.map((email) => ({
      Put: { TableName, Item: { ...emailKey(email, customerId), customerId } },
    })),
    ...gone.emails.map((email) => ({ Delete: { TableName, Key: emailKey(email, customerId) } })),
    ...nameWords(after.name).map((word, _index, words) => ({
      Put: { TableName, Item: { ...nameKey(word, customerId), customerId, words: [...words] } },
    })),
    ...gone.words.map((word) => ({ Delete: { TableName, Key: nameKey(word, customerId) } })),
    ...shelfWrites(TableName, before, after),
  ];
}

/** Only what differs: a customer stands on as many as a dozen shelves. */
function shelfWrites(TableName: string, before: Customer | undefined, after: Customer): readonly Write[] {
  const { customerId } = after;
  const stood = before === undefined ? [] : shelfKeys(before);
  const stands = shelfKeys(after);
  const isIn = (keys: readonly Key[], key: Key) =>
    keys.some(({ pk, sk }) => pk === key['pk'] && sk === key['sk']);
  return [
    ...stands
      .filter((key) => before?.version === 0 || !isIn(stood, key))
      .map((key) => ({ Put: { TableName, Item: { ...key, customerId } } })),
    ...stood.filter((key) => !isIn(stands, key)).map((key) => ({ Delete: { TableName, Key: key } })),
  ];
}

/** How many of the first writes of {@link profileWrites} say whose a number is. */
export const numberWritesOf = (before: Customer | undefined, after: Customer): number =>
  after.phoneNumbers.length + lost(before, after).phoneNumbers.length;

/** The profile is as it was seen; profiles of earlier days have no version. */
export function asSeen(before: Customer | undefined) {
  if (before === undefined) return { ConditionExpression: 'attribute_not_exists(pk)' };
  if (before.version === 0)
    return { ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(version)' };
  return {
    ConditionExpression: 'version = :seen AND attribute_not_exists(mergedInto)',
    ExpressionAttributeValues: { ':seen': before.version },
  };
}

function lost(before: Customer | undefined, after: Customer) {
  const kept = new Set(after.emails.map(mailbox));
  const words = nameWords(after.name);
  return {
    phoneNumbers: before?.phoneNumbers.filter((number) => !after.phoneNumbers.includes(number)) ?? [],
    emails: before?.emails.filter((email) => !kept.has(mailbox(email))) ?? [],
    words: before === undefined ? [] : nameWords(before.name).filter((word) => !words.includes(word)),
  };
}

/** The language that a caller chose by themselves is kept, until somebody writes another one into the profile. */
function languageToKeep(before: Customer | undefined, after: Customer): string | undefined {
  const { language } = after.preferences;
  return language === before?.preferences.language ? undefined : language;
}

/** What is read with a number stands beside it, so that who calls is one read. */
function numberWrite(
  TableName: string,
  number: string,
  customerId: string,
  owners: readonly string[],
  beside: Readonly<Record<string, string | undefined>>,
): Write {
  const owned = belongsTo(owners);
  const kept = Object.entries(beside).filter(([, value]) => value !== undefined);
  const set = [
    'phoneNumber = :number',
    'customerId = :customerId',
    ...kept.map(([name]) => `#${name} = :${name}`),
  ];
  return {
    Update: {
      TableName,
      Key: phoneKey(number),
      UpdateExpression: `SET ${set.join(', ')}`,
      ...owned,
      ...(kept.length === 0
        ? {}
        : { ExpressionAttributeNames: Object.fromEntries(kept.map(([name]) => [`#${name}`, name])) }),
      ExpressionAttributeValues: {
        ...owned.ExpressionAttributeValues,
        ':number': number,
        ':customerId': customerId,
        ...Object.fromEntries(kept.map(([name, value]) => [`:${name}`, value])),
      },
    },
  };
}

function belongsTo(owners: readonly string[]) {
  const names = owners.map((_owner, index) => `:owner${index}`);
  return {
    ConditionExpression: `attribute_not_exists(pk) OR customerId IN (${names.join(', ')})`,
    ExpressionAttributeValues: Object.fromEntries(owners.map((owner, index) => [names[index] ?? '', owner])),
  };
}
