/** The actions of a transaction, checked as far as that is possible without the tables. */
import { validationError } from '../errors.ts';
import { type Fields, isFields } from '../shapes.ts';
import { type Checked, check } from './rules.ts';
import type { WriteOperation } from './write-plan.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
const maxTransactionActions = 100;
export const maxTransactionBytes = 4 * 1024 * 1024;
const maxTokenLength = 36;

export interface TransactionAction {
  readonly operation: WriteOperation;
  readonly data: Checked;
  /** A condition check writes nothing. */
  readonly checkOnly: boolean;
}

const common = ['TableName', 'ExpressionAttributeNames', 'ExpressionAttributeValues'];
const conditional = [...common, 'ConditionExpression', 'ReturnValuesOnConditionCheckFailure'];

/** Which fields each kind of action has, and the operation that is planned for it. */
const kinds = {
  Put: { operation: 'PutItem', fields: [...conditional, 'Item'], required: 'Item' },
  Update: {
    operation: 'UpdateItem',
    fields: [...conditional, 'Key', 'UpdateExpression'],
    required: 'UpdateExpression',
  },
  Delete: { operation: 'DeleteItem', fields: [...conditional, 'Key'], required: 'Key' },
  ConditionCheck: {
    operation: 'DeleteItem',
    fields: [...conditional, 'Key'],
    required: 'ConditionExpression',
  },
} as const;

type Kind = keyof typeof kinds;
const kindNames: readonly Kind[] = ['Put', 'Update', 'Delete', 'ConditionCheck'];

/** @throws ValidationException */
export function transactionItems(input: Fields): readonly Fields[] {
  const items = input['TransactItems'];
  if (!Array.isArray(items) || !items.every(isFields))
    throw constraint('null', 'transactItems', 'Member must not be null');
  if (items.length === 0)
    throw constraint("'[]'", 'transactItems', 'Member must have length greater than or equal to 1');
  if (items.length > maxTransactionActions)
    throw constraint(
      `'[${items.length} actions]'`,
      'transactItems',
      `Member must have length less than or equal to ${maxTransactionActions}`,
    );
  return items;
}

/** @throws ValidationException */
export function clientToken(input: Fields): string | undefined {
  const token = input['ClientRequestToken'];
  if (token === undefined || token === null) return undefined;
  if (typeof token !== 'string' || token.length === 0 || token.length > maxTokenLength)
    throw constraint(
      `'${String(token)}'`,
      'clientRequestToken',
      `Member must have length less than or equal to ${maxTokenLength} and greater than or equal to 1`,
    );
  return token;
}

/** @throws ValidationException */
export function writeAction(
  entry: Fields,
  position: number,
  ReturnConsumedCapacity: unknown,
): TransactionAction {
  const present = kindNames.filter((kind) => isFields(entry[kind]));
  const [kind] = present;
  if (kind === undefined || present.length > 1)
    throw validationError('TransactItems can only contain one of Check, Put, Update or Delete');
  const { operation, fields, required } = kinds[kind];
  const action = known(entry[kind], fields);
  if (action[required] === undefined) throw missing(position, kind, required);
  return {
    operation,
    data: check(operation, { ...action, ReturnConsumedCapacity }),
    checkOnly: kind === 'ConditionCheck',
  };
}

/** @throws ValidationException */
export function getAction(entry: Fields, position: number, ReturnConsumedCapacity: unknown): Checked {
  const get = entry['Get'];
  if (!isFields(get)) throw missing(position, 'Get');
  const action = known(get, ['TableName', 'Key', 'ProjectionExpression', 'ExpressionAttributeNames']);
  return check('GetItem', { ...action, ConsistentRead: true, ReturnConsumedCapacity });
}

function known(action: unknown, fields: readonly string[]): Fields {
  return isFields(action)
    ? Object.fromEntries(Object.entries(action).filter(([name]) => fields.includes(name)))
    : {};
}

function missing(position: number, ...path: readonly string[]): Error {
  const where = path.map((name) => name.charAt(0).toLowerCase() + name.slice(1)).join('.');
  return constraint('null', `transactItems.${position + 1}.member.${where}`, 'Member must not be null');
}

function constraint(value: string, where: string, what: string): Error {
  return validationError(
    `1 validation error detected: Value ${value} at '${where}' failed to satisfy constraint: ${what}`,
  );
}
