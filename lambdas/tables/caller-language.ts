/** Who calls from a number, and the language in which they want to be spoken to: in the item of the number. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type Language, readLanguage } from '../domain/language.ts';
import { readTier, type Tier } from '../domain/tier.ts';
import { phoneKey } from './customer-keys.ts';
import { getItem, updateItem } from './requests.ts';
import { type Plain, type Table, WrongItem } from './table.ts';

export interface Caller {
  readonly customerId: string;
  /** Undefined until they have chosen one, or where it is no longer spoken. */
  readonly language: Language | undefined;
  readonly tier: Tier;
}

/** The customer whom a number (E.164) belongs to, and the language chosen at it: one read, of nothing but these. */
export async function findCaller(
  table: Table,
  number: string,
  signal: AbortSignal,
): Promise<Caller | undefined> {
  const item = await getItem(
    table,
    {
      Key: phoneKey(number),
      ProjectionExpression: 'customerId, #language, tier',
      ExpressionAttributeNames: { '#language': 'language' },
    },
    signal,
  );
  return item === undefined ? undefined : callerOf(item, table);
}

/** Whose an item of a number is. Throws, as `readItem` does, where it does not say so. */
export function callerOf({ customerId, language, tier }: Plain, { name }: Table): Caller {
  if (typeof customerId !== 'string') throw new WrongItem(name, 'customerId');
  return { customerId, language: readLanguage(language), tier: readTier(tier) };
}

/** Keeps a language with a number, in one write. @returns false where the number is not (or no longer) the customer's */
export async function keepLanguage(
  table: Table,
  number: string,
  customerId: string,
  language: Language,
  signal: AbortSignal,
): Promise<boolean> {
  try {
    await updateItem(
      table,
      {
        Key: phoneKey(number),
        UpdateExpression: 'SET #language = :language',
        ConditionExpression: 'customerId = :customerId',
        ExpressionAttributeNames: { '#language': 'language' },
        ExpressionAttributeValues: { ':language': language, ':customerId': customerId },
      },
      signal,
    );
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
