/** DynamoDB's JSON protocol: a request on the wire becomes an authorised operation, its outcome an answer. */
import { randomUUID } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { AwsRequest, AwsResponse, AwsService } from '../endpoint/service.ts';
import { authorise, requiredPermissions } from './authorisation.ts';
import { type Engine, type Place, tableArn } from './engine.ts';
import {
  DynamoDbError,
  internalError,
  serializationError,
  unknownOperation,
  validationError,
} from './errors.ts';
import { type Fields, isFields } from './shapes.ts';

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html */
const target = /^DynamoDB_20120810\.([A-Za-z]+)$/;

/** Every operation that any engine offers; the others are refused before anything is asked of the caller's policies. */
export const operations: ReadonlySet<string> = new Set([
  'BatchGetItem',
  'BatchWriteItem',
  'CreateTable',
  'DeleteItem',
  'DeleteTable',
  'DescribeContinuousBackups',
  'DescribeTable',
  'DescribeTimeToLive',
  'GetItem',
  'ListTables',
  'ListTagsOfResource',
  'PutItem',
  'Query',
  'Scan',
  'TagResource',
  'TransactGetItems',
  'TransactWriteItems',
  'UntagResource',
  'UpdateContinuousBackups',
  'UpdateItem',
  'UpdateTable',
  'UpdateTimeToLive',
]);

/**
 * @param onFault is told what went wrong where the caller only gets an InternalServerError
 */
export function dynamoDbService(engine: Engine, place: Place, onFault: (error: unknown) => void): AwsService {
  const answer = async (request: AwsRequest): Promise<Fields> => {
    const operation = target.exec(request.headers['x-amz-target'] ?? '')?.[1];
    if (operation === undefined || !operations.has(operation)) throw unknownOperation();
    const input = withTableNames(parsed(request.body), place);
    const permissions = requiredPermissions(operation, input, place, (name) => engine.table(name));
    authorise(request.principal, permissions);
    if (permissions.length === 0) throw nothingNamed(operation);
    return await engine.run(operation, input);
  };
  return {
    signingName: 'dynamodb',
    handle: async (request) => {
      try {
        return response(200, await answer(request));
      } catch (error) {
        if (error instanceof DynamoDbError) return response(error.status, error.body);
        onFault(error);
        return response(500, internalError().body);
      }
    },
  };
}

function parsed(body: Buffer): Fields {
  try {
    const input: unknown = JSON.parse(body.toString('utf8'));
    if (isFields(input)) return input;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw serializationError();
}

/** A table may be named by its ARN wherever its name is expected. */
function withTableNames(input: Fields, place: Place): Fields {
  const prefix = tableArn(place, '');
  const named = (fields: Fields): Fields => {
    const name = fields['TableName'];
    return typeof name === 'string' && name.startsWith(prefix)
      ? { ...fields, TableName: name.slice(prefix.length) }
      : fields;
  };
  const batched = input['RequestItems'];
  if (isFields(batched) && Object.keys(batched).some((name) => name.startsWith(prefix)))
    return {
      ...input,
      RequestItems: Object.fromEntries(
        Object.entries(batched).map(([name, part]) => [
          name.startsWith(prefix) ? name.slice(prefix.length) : name,
          part,
        ]),
      ),
    };
  const entries = input['TransactItems'];
  if (!Array.isArray(entries)) return named(input);
  const TransactItems = entries.map((entry: unknown) =>
    isFields(entry)
      ? Object.fromEntries(
          Object.entries(entry).map(([kind, part]) => [kind, isFields(part) ? named(part) : part]),
        )
      : entry,
  );
  return { ...input, TransactItems };
}

/** What DynamoDB says of a request that leaves out the one thing it cannot be without. */
function nothingNamed(operation: string): DynamoDbError {
  if (operation === 'TransactWriteItems' || operation === 'TransactGetItems')
    return validationError(
      "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  if (operation === 'BatchGetItem' || operation === 'BatchWriteItem')
    return validationError(
      "1 validation error detected: Value '{}' at 'requestItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
    );
  const member = operation.endsWith('Resource') ? 'resourceArn' : 'tableName';
  return validationError(
    `1 validation error detected: Value null at '${member}' failed to satisfy constraint: Member must not be null`,
  );
}

function response(status: number, body: Fields): AwsResponse {
  const text = JSON.stringify(body);
  return {
    status,
    headers: {
      'content-type': 'application/x-amz-json-1.0',
      'x-amzn-requestid': randomUUID(),
      'x-amz-crc32': String(crc32(text)),
    },
    body: text,
  };
}
