/** TransactWriteItems and TransactGetItems: all or nothing, against every other write of the process. */
import rules from 'dynalite/db/index.js';
import { type CancellationReason, transactionCancelled, validationError } from '../errors.ts';
import { type Fields, isItem, type TableDescription, textAt } from '../shapes.ts';
import type { Catalog } from './catalog.ts';
import type { Committer } from './committer.ts';
import type { Contention } from './contention.ts';
import { itemBytes } from './key-checks.ts';
import type { Reads } from './reads.ts';
import type { Checked } from './rules.ts';
import { prefixOf, type Storage } from './storage.ts';
import {
  clientToken,
  getAction,
  maxTransactionBytes,
  type TransactionAction,
  transactionItems,
  writeAction,
} from './transaction-shape.ts';
import { digestOf, type TransactionTokens } from './transaction-tokens.ts';
import { itemKeyOf, planWrite, type RefusedWrite, type WritePlan } from './write-plan.ts';
import { consumedByTable } from './writes.ts';

/** A transactional write or read costs twice what it costs alone. */
const capacityFactor = 2;
const none: CancellationReason = { Code: 'None' };
const conflict: CancellationReason = {
  Code: 'TransactionConflict',
  Message: 'Transaction is ongoing for the item',
};

interface Parts {
  readonly storage: Storage;
  readonly catalog: Catalog;
  readonly committer: Committer;
  readonly contention: Contention;
  readonly tokens: TransactionTokens;
  readonly reads: Reads;
  readonly now: () => number;
}

export class Transactions {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async write(input: Fields): Promise<Fields> {
    const entries = transactionItems(input);
    const token = clientToken(input);
    const capacity = input['ReturnConsumedCapacity'];
    const actions = entries.map((entry, position) => writeAction(entry, position, capacity));
    const { tokens, now } = this.#parts;
    if (token === undefined) return await this.#writeOnce(actions);
    const digest = digestOf(entries);
    if (tokens.isRepeated(token, digest, now())) return {};
    return await tokens.running(token, () => this.#writeOnce(actions, { token, digest }));
  }

  async #writeOnce(
    actions: readonly TransactionAction[],
    used?: { readonly token: string; readonly digest: string },
  ): Promise<Fields> {
    const { committer, contention, tokens, now } = this.#parts;
    const keys = this.#keysOf(
      actions.map(({ operation, data }) => itemKeyOf(this.#table(data), operation, data)),
      actions.map(({ data }) => data),
    );
    return await contention.holding(keys, () =>
      committer.exclusively(async () => {
        const plans = this.#planAll(actions);
        const atMs = now();
        const record = used ? [tokens.record(used.token, used.digest, atMs)] : [];
        await committer.commit(
          plans.filter((_plan, position) => actions[position]?.checkOnly === false),
          record,
        );
        if (used) tokens.committed(used.token, used.digest, atMs);
        return consumedByTable(plans, capacityFactor);
      }),
    );
  }

  /**
   * @throws TransactionCanceledException naming for each action whether and why it is in the way
   * @throws ValidationException where a key is empty
   */
  #planAll(actions: readonly TransactionAction[]): WritePlan[] {
    const plans: WritePlan[] = [];
    const reasons: CancellationReason[] = [];
    for (const { operation, data } of actions) {
      const plan = planWrite(this.#parts.storage, this.#table(data), operation, data);
      if ('refusal' in plan && plan.isOfRequest) throw plan.refusal;
      reasons.push('refusal' in plan ? reasonFor(plan) : none);
      if (!('refusal' in plan)) plans.push(plan);
    }
    if (plans.length < actions.length) throw transactionCancelled(reasons);
    const bytes = plans.reduce((sum, { before, after }) => sum + itemBytes(after ?? before ?? {}), 0);
    if (bytes > maxTransactionBytes)
      throw validationError(
        'Collection size of items exceeded, which can also be caused by the aggregate size of the items in the transaction exceeding the 4MB limit',
      );
    return plans;
  }

  async get(input: Fields): Promise<Fields> {
    const entries = transactionItems(input);
    const gets = entries.map((entry, position) =>
      getAction(entry, position, input['ReturnConsumedCapacity']),
    );
    this.#keysOf(
      gets.map((data) => keyOf(this.#table(data), data)),
      gets,
    );
    // No write can come between the reads.
    return await this.#parts.committer.exclusively(async () => {
      const found: Fields[] = [];
      let bytes = 0;
      for (const data of gets) {
        const response = await this.#parts.reads.checkedGet(data);
        found.push(response);
        if (isItem(response['Item'])) bytes += itemBytes(response['Item']);
      }
      if (bytes > maxTransactionBytes)
        throw validationError('The aggregate size of the items in the transaction exceeded the 4MB limit');
      return { Responses: found.map(({ Item }) => (Item === undefined ? {} : { Item })) };
    });
  }

  #table(data: Checked): TableDescription {
    return this.#parts.catalog.require(textAt(data, 'TableName') ?? '').description;
  }

  /**
   * The items of a transaction in the store. A key that does not fit its table has none; planning refuses it.
   * @throws ValidationException where an item is there twice
   * @throws TransactionCanceledException where another transaction holds an item
   */
  #keysOf(found: readonly (string | undefined)[], actions: readonly Checked[]): string[] {
    const keys = found.map((key, position) =>
      key === undefined ? undefined : prefixOf.items(textAt(actions[position], 'TableName') ?? '') + key,
    );
    const known = keys.filter((key) => key !== undefined);
    if (new Set(known).size < known.length)
      throw validationError('Transaction request cannot include multiple operations on one item');
    const reasons = keys.map((key) =>
      key !== undefined && this.#parts.contention.isHeld(key) ? conflict : none,
    );
    if (reasons.includes(conflict)) throw transactionCancelled(reasons);
    return known;
  }
}

function keyOf(table: TableDescription, { Key: key }: Checked): string | undefined {
  return isItem(key) && !rules.validateKey(key, table) ? rules.createKey(key, table) : undefined;
}

function reasonFor({ refusal, before }: RefusedWrite): CancellationReason {
  if (refusal.name !== 'ConditionalCheckFailedException')
    return { Code: 'ValidationError', Message: refusal.message };
  const reason: CancellationReason = { Code: 'ConditionalCheckFailed', Message: refusal.message };
  return refusal.body['Item'] !== undefined && before !== undefined ? { ...reason, Item: before } : reason;
}
