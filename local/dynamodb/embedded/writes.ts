/** PutItem, UpdateItem, DeleteItem and BatchWriteItem. */
import { DynamoDbError, validationError } from '../errors.ts';
import { type Fields, isFields, listAt, textAt } from '../shapes.ts';
import type { Catalog } from './catalog.ts';
import type { Committer } from './committer.ts';
import type { Contention } from './contention.ts';
import { tablesIn } from './reads.ts';
import { type Checked, check } from './rules.ts';
import { prefixOf, type Storage } from './storage.ts';
import {
  itemKeyOf,
  planWrite,
  type RefusedWrite,
  type WriteOperation,
  type WritePlan,
} from './write-plan.ts';

export class Writes {
  readonly #storage: Storage;
  readonly #catalog: Catalog;
  readonly #committer: Committer;
  readonly #contention: Contention;

  constructor(storage: Storage, catalog: Catalog, committer: Committer, contention: Contention) {
    this.#storage = storage;
    this.#catalog = catalog;
    this.#committer = committer;
    this.#contention = contention;
  }

  async write(operation: WriteOperation, input: Fields): Promise<Fields> {
    const data = check(operation, input);
    this.#refuseHeld(operation, data);
    return await this.#committer.exclusively(async () => {
      const plan = planned(this.#plan(operation, data));
      await this.#committer.commit([plan]);
      return plan.response;
    });
  }

  /** Each put and deletion stands alone for DynamoDB; here all of them happen, or none does. */
  async batchWrite(input: Fields): Promise<Fields> {
    const data = check('BatchWriteItem', input);
    const requests = tablesIn(data['RequestItems']).flatMap((tableName) =>
      listAt(data['RequestItems'], tableName).map((request) => singleWrite(tableName, request, data)),
    );
    if (requests.length > maxBatchWrites)
      throw validationError('Too many items requested for the BatchWriteItem call');
    for (const { operation, data: single } of requests) this.#refuseHeld(operation, single);
    return await this.#committer.exclusively(async () => {
      const plans = requests.map(({ operation, data: single }) =>
        batchPlanned(this.#plan(operation, single)),
      );
      const keys = new Set(plans.map(({ table, key }) => prefixOf.items(table.TableName) + key));
      if (keys.size < plans.length) throw validationError('Provided list of item keys contains duplicates');
      await this.#committer.commit(plans);
      return { UnprocessedItems: {}, ...consumedByTable(plans) };
    });
  }

  #plan(operation: WriteOperation, data: Checked): WritePlan | RefusedWrite {
    const { description } = this.#catalog.require(textAt(data, 'TableName') ?? '');
    return planWrite(this.#storage, description, operation, data);
  }

  #refuseHeld(operation: WriteOperation, data: Checked): void {
    this.#contention.refuseHeld(() => {
      const { description } = this.#catalog.require(textAt(data, 'TableName') ?? '');
      const key = itemKeyOf(description, operation, data);
      return key === undefined ? undefined : prefixOf.items(description.TableName) + key;
    });
  }
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_BatchWriteItem.html */
const maxBatchWrites = 25;

function planned(plan: WritePlan | RefusedWrite): WritePlan {
  if ('refusal' in plan) throw plan.refusal;
  return plan;
}

/** A batch has one sentence for every key that does not fit its table. */
function batchPlanned(plan: WritePlan | RefusedWrite): WritePlan {
  if ('refusal' in plan && /Missing the key|Type mismatch for key/.test(plan.refusal.message))
    throw new DynamoDbError({
      ...plan.refusal.body,
      message: 'The provided key element does not match the schema',
    });
  return planned(plan);
}

function singleWrite(
  tableName: string,
  request: unknown,
  { ReturnConsumedCapacity }: Checked,
): { operation: WriteOperation; data: Checked } {
  const common = { TableName: tableName, ReturnConsumedCapacity };
  const put = isFields(request) ? request['PutRequest'] : undefined;
  if (isFields(put)) return { operation: 'PutItem', data: { ...common, Item: put['Item'] } };
  const remove = isFields(request) ? request['DeleteRequest'] : undefined;
  return { operation: 'DeleteItem', data: { ...common, Key: isFields(remove) ? remove['Key'] : undefined } };
}

/** `ConsumedCapacity` of several writes, one entry per table, where it was asked for. */
export function consumedByTable(plans: readonly WritePlan[], factor = 1): Fields {
  const units = new Map<string, number>();
  for (const { response, table } of plans) {
    const consumed = response['ConsumedCapacity'];
    if (!isFields(consumed)) continue;
    units.set(
      table.TableName,
      (units.get(table.TableName) ?? 0) + factor * Number(consumed['CapacityUnits']),
    );
  }
  if (units.size === 0) return {};
  return {
    ConsumedCapacity: [...units].map(([TableName, CapacityUnits]) => ({ TableName, CapacityUnits })),
  };
}
