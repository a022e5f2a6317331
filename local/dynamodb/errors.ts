/** The errors of DynamoDB's API, in the service's own names and words. */
import type { AttributeValue, Fields } from './shapes.ts';

/**
 * An answer other than 200.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html
 */
export class DynamoDbError extends Error {
  /** The whole body, `__type` included. */
  readonly body: Fields;
  readonly status: number;

  constructor(body: Fields, status = 400) {
    const message = body['message'] ?? body['Message'];
    super(typeof message === 'string' ? message : String(body['__type']));
    this.name = String(body['__type']).split('#').at(-1) ?? 'DynamoDbError';
    this.body = body;
    this.status = status;
  }
}

function serviceError(name: string, message: string, more: Fields = {}): DynamoDbError {
  return new DynamoDbError({ __type: `com.amazonaws.dynamodb.v20120810#${name}`, message, ...more });
}

export function validationError(message: string): DynamoDbError {
  return new DynamoDbError({ __type: 'com.amazon.coral.validate#ValidationException', message });
}

export function unknownOperation(): DynamoDbError {
  return new DynamoDbError({ __type: 'com.amazon.coral.service#UnknownOperationException' });
}

export function serializationError(): DynamoDbError {
  return new DynamoDbError({ __type: 'com.amazon.coral.service#SerializationException' });
}

export function accessDenied(message: string): DynamoDbError {
  return new DynamoDbError({ __type: 'com.amazon.coral.service#AccessDeniedException', Message: message });
}

export function internalError(): DynamoDbError {
  return new DynamoDbError(
    {
      __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError',
      message: 'The request processing has failed because of an unknown error, exception or failure.',
    },
    500,
  );
}

export function tableNotFound(tableName?: string): DynamoDbError {
  const where = tableName === undefined ? '' : `: Table: ${tableName} not found`;
  return serviceError('ResourceNotFoundException', `Requested resource not found${where}`);
}

export function resourceNotFound(arn: string): DynamoDbError {
  return serviceError(
    'ResourceNotFoundException',
    `Requested resource not found: ResourcArn: ${arn} not found`,
  );
}

export function resourceInUse(message: string): DynamoDbError {
  return serviceError('ResourceInUseException', message);
}

export function conditionFailed(): DynamoDbError {
  return serviceError('ConditionalCheckFailedException', 'The conditional request failed');
}

export function transactionConflict(): DynamoDbError {
  return serviceError('TransactionConflictException', 'Transaction is ongoing for the item');
}

export function transactionInProgress(): DynamoDbError {
  return serviceError(
    'TransactionInProgressException',
    'The transaction with the given request token is already in progress.',
  );
}

export function parameterMismatch(): DynamoDbError {
  return serviceError(
    'IdempotentParameterMismatchException',
    'The request uses the same client token as a previous, but non-identical request. ' +
      'Do not reuse a client token with different requests, unless the requests are identical',
  );
}

/** Why one action of a transaction stopped it, or `None` where it did not. */
export interface CancellationReason {
  readonly Code: 'None' | 'ConditionalCheckFailed' | 'TransactionConflict' | 'ValidationError';
  readonly Message?: string;
  readonly Item?: Readonly<Record<string, AttributeValue>>;
}

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html */
export function transactionCancelled(reasons: readonly CancellationReason[]): DynamoDbError {
  const codes = reasons.map((reason) => reason.Code).join(', ');
  const message = `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`;
  return new DynamoDbError({
    __type: 'com.amazonaws.dynamodb.v20120810#TransactionCanceledException',
    Message: message,
    CancellationReasons: reasons,
  });
}
