/** A bank that is none, for machines without one: it knows a dozen test cards, keeps its book in a table, and moves nothing. */

import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import * as z from 'zod/mini';
import { DECLINE_REASONS, type DeclineReason } from '../domain/payment.ts';
import {
  type Charge,
  type Charged,
  type Dispute,
  type PaymentProvider,
  ProviderSilent,
} from '../domain/payment-provider.ts';
import { getItem, putItem, queryItems } from '../tables/requests.ts';
import { type Plain, readItem, type Table } from '../tables/table.ts';

type Conduct =
  | 'approves'
  | DeclineReason
  /** Charges, and loses its first answer. */
  | 'answers-late'
  /** Never answers, and never charges. */
  | 'never-answers'
  /** Approves, and its customer wants the money back. */
  | 'approves-then-disputes';

/** The numbers of Stripe's test cards (docs.stripe.com/testing), so that both behave alike, and two of our own for silence. */
const CARDS: Readonly<Record<string, Conduct>> = {
  '4242424242424242': 'approves',
  '5555555555554444': 'approves',
  '378282246310005': 'approves',
  '4000000000000002': 'declined',
  '4000000000009995': 'no-funds',
  '4000000000000069': 'card-expired',
  '4000000000000127': 'security-code',
  '4000002760003184': 'needs-confirmation',
  '4000000000000259': 'approves-then-disputes',
  '4000000000007007': 'answers-late',
  '4000000000007015': 'never-answers',
};

const entry = z.object({
  orderNumber: z.string(),
  amountMinor: z.int(),
  /** Of all that was asked with the key: the same key with another wish is a mistake of the caller's. */
  digest: z.string(),
  reference: z.optional(z.string()),
  because: z.optional(z.enum(DECLINE_REASONS)),
  refundedMinor: z.optional(z.int()),
  isDisputed: z.optional(z.boolean()),
  at: z.iso.datetime(),
});
type Entry = z.output<typeof entry>;

const KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;
const chargeKey = (key: string) => ({ pk: `BANK#${key}` });
/** A charge's reference is the key that it was asked with, so that it is found by either. */
const referenceOf = (key: string): string => `pretended-${key}`;
const keyOf = (reference: string): string => reference.slice('pretended-'.length);

/** Its disputes stand in the index of what is unsettled, under a value of their own. */
const DISPUTES = 'bank-dispute';

/** @param table the table of orders, of which it touches nothing but items of its own */
export function pretendedProvider(table: Table, now: () => Date): PaymentProvider {
  const read = async (key: string, signal: AbortSignal): Promise<Entry | undefined> => {
    const item = await getItem(table, { Key: chargeKey(key), ConsistentRead: true }, signal);
    return item === undefined ? undefined : readItem(entry, item, table);
  };
  const write = async (key: string, made: Entry, isNew: boolean, signal: AbortSignal): Promise<boolean> => {
    try {
      await putItem(table, { Item: itemOf(key, made), ...(isNew ? NEW : {}) }, signal);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };
  return {
    async charge(charge, signal): Promise<Charged> {
      const digest = digestOf(charge);
      const before = await read(charge.key, signal);
      if (before !== undefined) {
        if (before.digest !== digest)
          throw new Error('the pretended bank was asked something else with the same key');
        return chargedOf(before);
      }
      const conduct = CARDS[charge.card.number] ?? 'declined';
      if (conduct === 'never-answers') throw new ProviderSilent('the pretended bank gave no answer');
      const { key, orderNumber, amountMinor } = charge;
      const made: Entry = {
        orderNumber,
        amountMinor,
        digest,
        at: now().toISOString(),
        ...(isReason(conduct) ? { because: conduct } : { reference: referenceOf(key) }),
        ...(conduct === 'approves-then-disputes' ? { isDisputed: true } : {}),
      };
      if (!(await write(key, made, true, signal)))
        throw new ProviderSilent('the pretended bank is at this very charge');
      if (conduct === 'answers-late') throw new ProviderSilent('the answer of the pretended bank was lost');
      return chargedOf(made);
    },
    async find(key, signal) {
      const found = await read(key, signal);
      return found === undefined ? { kind: 'unknown' } : chargedOf(found);
    },
    async refund({ key, reference, amountMinor }, signal) {
      const charged = await read(keyOf(reference), signal);
      if (charged === undefined) return false;
      if ((await read(key, signal)) !== undefined) return true;
      const refundedMinor = (charged.refundedMinor ?? 0) + amountMinor;
      if (refundedMinor > charged.amountMinor) return false;
      const { orderNumber } = charged;
      const made = { orderNumber, amountMinor, digest: 'refund', at: now().toISOString() };
      if (!(await write(key, made, true, signal))) return true;
      await write(keyOf(reference), { ...charged, refundedMinor }, false, signal);
      return true;
    },
    async disputesSince(sinceMs, signal): Promise<readonly Dispute[]> {
      const { items } = await queryItems(
        table,
        {
          IndexName: 'unsettled',
          KeyConditionExpression: 'unsettled = :value AND expiresAt >= :since',
          ExpressionAttributeValues: { ':value': DISPUTES, ':since': new Date(sinceMs).toISOString() },
        },
        signal,
      );
      const found = await Promise.all(items.map(({ pk }) => read(String(pk).slice('BANK#'.length), signal)));
      return found.flatMap((each) =>
        each?.reference === undefined
          ? []
          : [{ reference: each.reference, orderNumber: each.orderNumber, amountMinor: each.amountMinor }],
      );
    },
  };
}

const NEW = { ConditionExpression: 'attribute_not_exists(pk)' };

const isReason = (conduct: Conduct): conduct is DeclineReason =>
  DECLINE_REASONS.some((reason) => reason === conduct);

const itemOf = (key: string, made: Entry): Plain => ({
  ...chargeKey(key),
  ...made,
  ...(made.isDisputed === true ? { unsettled: DISPUTES, expiresAt: made.at } : {}),
  removeAfter: Math.floor((Date.parse(made.at) + KEPT_DAYS * DAY_MS) / 1000),
});

const chargedOf = ({ reference, because = 'declined' }: Entry): Charged =>
  reference === undefined ? { kind: 'declined', because } : { kind: 'authorised', reference };

/** One way, so that not even the pretended bank keeps a card. */
const digestOf = ({ key, amountMinor, currency, card }: Charge): string =>
  createHash('sha256').update([key, amountMinor, currency, card.number].join('\n')).digest('base64');
