/** What DynamoDB refuses about an item and dynalite lets pass: index keys that cannot be keys, and bytes over the limit. */
import rules from 'dynalite/db/index.js';
import { type DynamoDbError, validationError } from '../errors.ts';
import { type AttributeValue, type Fields, type Item, isFields, type TableDescription } from '../shapes.ts';
import { keyAttributes } from './catalog.ts';
import { maxItemBytes } from './rules.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html#limits-partition-sort-keys */
const maxPartitionKeyBytes = 2048;
const maxSortKeyBytes = 1024;

type WriteKind = 'PutItem' | 'UpdateItem';

/** The refusal of an item that is about to be written, or nothing. */
export function refusalOf(kind: WriteKind, item: Item, table: TableDescription): DynamoDbError | undefined {
  for (const index of [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])]) {
    for (const [position, { name, type }] of keyAttributes(table, index.KeySchema).entries()) {
      const value = item[name];
      if (value === undefined) continue;
      const refusal = indexKeyRefusal(
        kind,
        value,
        type,
        position,
        `IndexName: ${index.IndexName}, IndexKey: ${name}`,
      );
      if (refusal !== undefined) return validationError(refusal);
    }
  }
  // Three bytes is the most that one unit of a string takes, so the exact count is needed near the limit only.
  if (rules.itemSize(item) * 3 > maxItemBytes && itemBytes(item) > maxItemBytes)
    return validationError(
      `Item size${kind === 'UpdateItem' ? ' to update' : ''} has exceeded the maximum allowed size`,
    );
  return undefined;
}

/** Whether a write was refused for an empty key, of the table or of an index. */
export function isEmptyKeyRefusal(refusal: DynamoDbError): boolean {
  return /cannot contain an empty (string|binary) value/.test(refusal.message);
}

function indexKeyRefusal(
  kind: WriteKind,
  value: AttributeValue,
  type: string,
  position: number,
  where: string,
): string | undefined {
  const key = value[type];
  // Another type is refused by dynalite before the item gets here, in the words for the operation.
  if (typeof key !== 'string' || type === 'N') return undefined;
  if (key === '') {
    const empty = `The AttributeValue for a key attribute cannot contain an empty ${type === 'S' ? 'string' : 'binary'} value.`;
    return kind === 'PutItem'
      ? `One or more parameter values are not valid. A value specified for a secondary index key is not supported. ${empty} ${where}`
      : `One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. ${empty}`;
  }
  const limitBytes = position === 0 ? maxPartitionKeyBytes : maxSortKeyBytes;
  if (Buffer.byteLength(key, type === 'S' ? 'utf8' : 'base64') <= limitBytes) return undefined;
  return position === 0
    ? `One or more parameter values were invalid: Size of hashkey has exceeded the maximum size limit of${maxPartitionKeyBytes} bytes`
    : `One or more parameter values were invalid: Aggregated size of all range keys has exceeded the size limit of ${maxSortKeyBytes} bytes`;
}

/**
 * The size of an item in bytes of UTF-8, names included.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function itemBytes(item: Item): number {
  return Object.entries(item).reduce(
    (sum, [name, value]) => sum + Buffer.byteLength(name) + valueBytes(value),
    0,
  );
}

function valueBytes(value: Fields): number {
  const [type, content] = Object.entries(value)[0] ?? [];
  if (type === undefined) return 0;
  if (type === 'N' || type === 'NS' || type === 'NULL' || type === 'BOOL')
    return rules.itemSize({ '': value });
  if (type === 'S') return Buffer.byteLength(String(content));
  if (type === 'B') return Buffer.byteLength(String(content), 'base64');
  if (Array.isArray(content) && type === 'L')
    return content.reduce<number>(
      (sum, element) => sum + 1 + (isFields(element) ? valueBytes(element) : 0),
      3,
    );
  if (Array.isArray(content))
    return content.reduce<number>(
      (sum, member) => sum + Buffer.byteLength(String(member), type === 'BS' ? 'base64' : 'utf8'),
      0,
    );
  if (!isFields(content)) return 0;
  return Object.entries(content).reduce(
    (sum, [name, member]) => sum + 1 + Buffer.byteLength(name) + (isFields(member) ? valueBytes(member) : 0),
    3,
  );
}
