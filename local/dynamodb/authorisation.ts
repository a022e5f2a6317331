/**
 * What a caller must be allowed to do for a request, as DynamoDB asks IAM.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html
 */
import type { Principal } from '../endpoint/service.ts';
import { type Place, tableArn } from './engine.ts';
import { accessDenied } from './errors.ts';
import { type Fields, fieldsAt, isFields, listAt, type TableDescription, textAt } from './shapes.ts';

export interface RequiredPermission {
  readonly action: string;
  readonly resource: string;
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

type FindTable = (tableName: string) => TableDescription | undefined;

const transactionActions = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
  Get: 'GetItem',
} as const;

/** Operations that are about no table in particular. */
const withoutTable = new Set(['ListTables']);

/**
 * Every permission that the operation needs. None at all means that the request names no table, so that there is
 * nothing it could do.
 */
export function requiredPermissions(
  operation: string,
  input: Fields,
  place: Place,
  findTable: FindTable,
): readonly RequiredPermission[] {
  const need = (
    action: string,
    tableName: string,
    context: RequiredPermission['context'],
    index?: unknown,
  ) => ({
    action: `dynamodb:${action}`,
    resource: tableArn(place, tableName) + (typeof index === 'string' ? `/index/${index}` : ''),
    context,
  });

  if (withoutTable.has(operation)) return [{ action: `dynamodb:${operation}`, resource: '*', context: {} }];

  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems')
    return listAt(input, 'TransactItems').flatMap((entry) =>
      Object.entries(transactionActions).flatMap(([kind, action]) => {
        const part = isFields(entry) ? entry[kind] : undefined;
        const tableName = textAt(part, 'TableName');
        if (!isFields(part) || tableName === undefined) return [];
        const context = {
          ...contextOf(part, findTable(tableName)),
          'dynamodb:EnclosingOperation': operation,
        };
        return [need(action, tableName, context)];
      }),
    );

  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem')
    return Object.entries(fieldsAt(input, 'RequestItems')).map(([tableName, part]) => {
      const table = findTable(tableName);
      const keyed = Array.isArray(part) ? part.map(batchedItem) : listAt(part, 'Keys');
      const leading = keyed.flatMap((item) => leadingKey(item, table) ?? []);
      return need(operation, tableName, leading.length > 0 ? { 'dynamodb:LeadingKeys': leading } : {});
    });

  const tableName = textAt(input, 'TableName');
  if (tableName !== undefined) {
    const context = contextOf(input, findTable(tableName));
    return [
      need(
        operation,
        tableName,
        context,
        operation === 'Query' || operation === 'Scan' ? input['IndexName'] : undefined,
      ),
    ];
  }
  const resource = textAt(input, 'ResourceArn');
  return resource === undefined ? [] : [{ action: `dynamodb:${operation}`, resource, context: {} }];
}

/** @throws AccessDeniedException in the words of the first decision that says no */
export function authorise(principal: Principal, permissions: readonly RequiredPermission[]): void {
  for (const { action, resource, context } of permissions) {
    const decision = principal.decide(action, resource, context);
    if (!decision.allowed) throw accessDenied(decision.message);
  }
}

/** The condition keys of one item operation. `dynamodb:Attributes` is not among them. */
function contextOf(part: Fields, table: TableDescription | undefined): RequiredPermission['context'] {
  const context: Record<string, string | readonly string[]> = {};
  const leading = leadingKey(part['Item'] ?? part['Key'], table) ?? queriedKey(part, table);
  if (leading !== undefined) context['dynamodb:LeadingKeys'] = [leading];
  for (const name of ['ReturnValues', 'Select', 'ReturnConsumedCapacity']) {
    const value = textAt(part, name);
    if (value !== undefined) context[`dynamodb:${name}`] = value;
  }
  return context;
}

function batchedItem(request: unknown): unknown {
  return fieldsAt(request, 'PutRequest')['Item'] ?? fieldsAt(request, 'DeleteRequest')['Key'];
}

/** The value of the table's partition key in an item or key. */
function leadingKey(item: unknown, table: TableDescription | undefined): string | undefined {
  const name = table?.KeySchema[0]?.AttributeName;
  return name === undefined ? undefined : scalar(fieldsAt(item, name));
}

/** The partition key value in a query's condition `name = :value`, of the table or index that is read. */
function queriedKey(part: Fields, table: TableDescription | undefined): string | undefined {
  const expression = textAt(part, 'KeyConditionExpression');
  if (expression === undefined || table === undefined) return undefined;
  const index = [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])].find(
    ({ IndexName }) => IndexName === part['IndexName'],
  );
  const name = (index ?? table).KeySchema[0]?.AttributeName;
  const names = fieldsAt(part, 'ExpressionAttributeNames');
  for (const [, left, placeholder] of expression.matchAll(/([#\w.-]+)\s*=\s*(:\w+)/g)) {
    if (left === undefined || placeholder === undefined) continue;
    if ((names[left] ?? left) === name)
      return scalar(fieldsAt(part['ExpressionAttributeValues'], placeholder));
  }
  return undefined;
}

function scalar(value: Fields): string | undefined {
  const text = value['S'] ?? value['N'] ?? value['B'];
  return typeof text === 'string' ? text : undefined;
}
