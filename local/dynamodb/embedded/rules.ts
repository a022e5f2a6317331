/** DynamoDB's checks and actions as dynalite knows them, called without its HTTP server. */
import batchGetItem from 'dynalite/actions/batchGetItem.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import batchGetItemRules from 'dynalite/validations/batchGetItem.js';
import batchWriteItemRules from 'dynalite/validations/batchWriteItem.js';
import createTableRules from 'dynalite/validations/createTable.js';
import deleteItemRules from 'dynalite/validations/deleteItem.js';
import deleteTableRules from 'dynalite/validations/deleteTable.js';
import describeTableRules from 'dynalite/validations/describeTable.js';
import describeTimeToLiveRules from 'dynalite/validations/describeTimeToLive.js';
import getItemRules from 'dynalite/validations/getItem.js';
import validations from 'dynalite/validations/index.js';
import listTablesRules from 'dynalite/validations/listTables.js';
import listTagsOfResourceRules from 'dynalite/validations/listTagsOfResource.js';
import putItemRules from 'dynalite/validations/putItem.js';
import queryRules from 'dynalite/validations/query.js';
import scanRules from 'dynalite/validations/scan.js';
import tagResourceRules from 'dynalite/validations/tagResource.js';
import untagResourceRules from 'dynalite/validations/untagResource.js';
import updateItemRules from 'dynalite/validations/updateItem.js';
import updateTableRules from 'dynalite/validations/updateTable.js';
import { DynamoDbError, validationError } from '../errors.ts';
import { type Fields, isFields } from '../shapes.ts';

/** The largest item, in bytes. @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
export const maxItemBytes = 400 * 1024;

/** A request that passed the checks which need no table: types, ranges, expressions. */
export type Checked = Record<string, unknown>;

const storeOptions = { maxItemSize: maxItemBytes };

const rulesOf = {
  BatchGetItem: batchGetItemRules,
  BatchWriteItem: batchWriteItemRules,
  CreateTable: createTableRules,
  DeleteItem: deleteItemRules,
  DeleteTable: deleteTableRules,
  DescribeTable: describeTableRules,
  DescribeTimeToLive: describeTimeToLiveRules,
  GetItem: getItemRules,
  ListTables: listTablesRules,
  ListTagsOfResource: listTagsOfResourceRules,
  PutItem: putItemRules,
  Query: queryRules,
  Scan: scanRules,
  TagResource: tagResourceRules,
  UntagResource: untagResourceRules,
  UpdateItem: updateItemRules,
  UpdateTable: updateTableRules,
};

const actions = {
  BatchGetItem: batchGetItem,
  DeleteItem: deleteItem,
  GetItem: getItem,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  UpdateItem: updateItem,
};

const oldImageOnFailure = {
  ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] },
};

/**
 * Checks a request as far as that is possible without its table. The answer holds the known fields only, with the
 * expressions parsed into fields that begin with an underscore.
 */
export function check(operation: keyof typeof rulesOf, input: Fields): Checked {
  const { types, custom } = rulesOf[operation];
  const known = { ...types, ...oldImageOnFailure };
  let data: Checked = {};
  try {
    // The copy is for dynalite, which removes unknown fields from what it is given.
    data = validations.checkTypes({ ...input }, known);
    validations.checkValidations(data, known, custom, { options: storeOptions });
    return data;
  } catch (error) {
    // dynalite looks into attribute values before it looks whether they are null.
    if (error instanceof TypeError && holdsNull(data))
      throw validationError(
        'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
      );
    throw asServiceError(error);
  }
}

function holdsNull(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.values(value).some(holdsNull));
}

/** Runs an action of dynalite over the given store, and answers when it does. */
export function act(operation: keyof typeof actions, store: object, data: Checked): Promise<Fields> {
  return new Promise((resolve, reject) => {
    actions[operation]({ options: storeOptions, ...store }, data, (error, response) => {
      if (error) reject(asServiceError(error));
      else resolve(response ?? {});
    });
  });
}

/** The same for a store that answers at once: the action has ended when this returns. */
export function actNow(
  operation: 'PutItem' | 'UpdateItem' | 'DeleteItem',
  store: object,
  data: Checked,
): Fields | DynamoDbError {
  let outcome: Fields | DynamoDbError | undefined;
  actions[operation]({ options: storeOptions, ...store }, data, (error, response) => {
    outcome = error ? asServiceError(error) : (response ?? {});
  });
  if (outcome === undefined) throw new Error(`${operation} did not end within its own call.`);
  return outcome;
}

/** dynalite gives service errors as errors with a body; anything else is a fault and stays what it is. */
function asServiceError(error: unknown): DynamoDbError {
  if (error instanceof DynamoDbError) return error;
  const body: unknown = Reflect.get(Object(error), 'body');
  if (isFields(body)) return new DynamoDbError(body);
  throw error;
}
