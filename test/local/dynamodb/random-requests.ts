/** Random requests to the table of cases, for comparing engines. */
import fc from 'fast-check';
import { cases } from './tables.ts';

export interface Step {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const phones = ['+12025550161', '+12025550162'];

const key = fc
  .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('-2', '1', '10'))
  .map(([customer, number]) => ({ customer: { S: `RUN-${customer}` }, number: { N: number } }));

/** No null: the engines do not agree on what is set below one (`pathBelowNull`). */
const scalar = fc.oneof(
  fc.constantFrom({ S: 'x' }, { S: '' }, { S: 'ü🎧' }, { BOOL: true }),
  fc.integer({ min: -3, max: 3 }).map((n) => ({ N: String(n) })),
  fc.constantFrom({ N: '0.1' }, { N: '1e3' }, { SS: ['p', 'q'] }, { NS: ['1', '2'] }),
  fc.constantFrom({ L: [{ S: 'e' }, { N: '1' }] }, { M: { x: { N: '1' } } }, { M: {} }, { L: [] }),
);

const compared = fc.oneof(
  { weight: 9, arbitrary: scalar },
  { weight: 1, arbitrary: fc.constant({ NULL: true }) },
);

const attributes = fc.record(
  {
    v: scalar,
    w: scalar,
    phone: fc.constantFrom<object>(...phones.map((S) => ({ S })), { S: '' }, { N: '1' }),
    status: fc.constantFrom({ S: 'open' }, { S: 'closed' }),
    openedAt: fc.integer({ min: -2, max: 2 }).map((n) => ({ N: String(n) })),
  },
  { requiredKeys: [] },
);

/** Conditions use #v, #w, :c; none at all as often as the others together. */
const condition = fc.option(
  fc.constantFrom(
    'attribute_exists(#v)',
    'attribute_not_exists(#v)',
    'attribute_not_exists(customer)',
    '#v = :c',
    '#v <> :c',
    '#v < :c',
    '#v >= :c OR attribute_type(#v, :t)',
    'size(#v) > :n',
    'contains(#v, :c)',
    'begins_with(#v, :s) AND NOT #w = :c',
    '#v IN (:c, :n)',
    '#w BETWEEN :n AND :m',
  ),
  { nil: undefined },
);

const update = fc.constantFrom(
  'SET #v = :u',
  'SET #v = if_not_exists(#v, :n) + :n',
  'SET #v = #w',
  'SET #v = list_append(#v, :l)',
  'SET #w = :u REMOVE #v',
  'SET #v.x = :u',
  'ADD #v :n',
  'ADD #v :ss',
  'DELETE #v :ss',
  'SET phone = :p',
  'REMOVE phone',
  'SET openedAt = :n, #status = :s',
);

const values: Readonly<Record<string, object>> = {
  ':n': { N: '1' },
  ':m': { N: '2' },
  ':s': { S: 'x' },
  ':t': { S: 'N' },
  ':l': { L: [{ S: 'tail' }] },
  ':ss': { SS: ['p', 'r'] },
};

/** Names and values that the expressions use, and no others: an unused one is refused. */
function parameters(
  expressions: readonly (string | undefined)[],
  own: Readonly<Record<string, object>>,
): object {
  const text = expressions.join(' ');
  const names = { '#v': 'v', '#w': 'w', '#status': 'status', '#n': 'number' };
  const used = <T extends object>(all: T): object | undefined => {
    const entries = Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(text));
    return entries.length > 0 ? Object.fromEntries(entries) : undefined;
  };
  return { ExpressionAttributeNames: used(names), ExpressionAttributeValues: used({ ...values, ...own }) };
}

const oldImage = fc.option(fc.constant('ALL_OLD'), { nil: undefined });
const phone = fc.constantFrom<object>(...phones.map((S) => ({ S })), { S: '' });

const put = fc
  .record({ key, attributes, condition, c: compared, ReturnValuesOnConditionCheckFailure: oldImage })
  .map((given) => ({
    TableName: cases,
    Item: { ...given.attributes, ...given.key },
    ConditionExpression: given.condition,
    ReturnValuesOnConditionCheckFailure: given.ReturnValuesOnConditionCheckFailure,
    ...parameters([given.condition], { ':c': given.c }),
  }));

const change = fc
  .record({
    key,
    update,
    condition,
    c: compared,
    u: scalar,
    p: phone,
    ReturnValuesOnConditionCheckFailure: oldImage,
  })
  .map((given) => ({
    TableName: cases,
    Key: given.key,
    UpdateExpression: given.update,
    ConditionExpression: given.condition,
    ReturnValuesOnConditionCheckFailure: given.ReturnValuesOnConditionCheckFailure,
    ...parameters([given.update, given.condition], { ':c': given.c, ':u': given.u, ':p': given.p }),
  }));

const removal = fc.record({ key, condition, c: compared }).map((given) => ({
  TableName: cases,
  Key: given.key,
  ConditionExpression: given.condition,
  ...parameters([given.condition], { ':c': given.c }),
}));

const check = removal.map((input) => ({
  ...input,
  ConditionExpression: input.ConditionExpression ?? 'attribute_exists(customer)',
}));

/** One request of any kind; `RUN` in it stands for what tells one run from another. */
export const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: put.map((input) => ({ operation: 'PutItem', input })) },
  {
    weight: 6,
    arbitrary: fc
      .tuple(change, fc.constantFrom('NONE', 'ALL_NEW', 'UPDATED_NEW', 'UPDATED_OLD'))
      .map(([input, ReturnValues]) => ({ operation: 'UpdateItem', input: { ...input, ReturnValues } })),
  },
  {
    weight: 1,
    arbitrary: removal.map((input) => ({
      operation: 'DeleteItem',
      input: { ...input, ReturnValues: 'ALL_OLD' },
    })),
  },
  { weight: 1, arbitrary: key.map((Key) => ({ operation: 'GetItem', input: { TableName: cases, Key } })) },
  {
    weight: 3,
    arbitrary: fc
      .array(
        fc.oneof(
          put.map((Put) => ({ Put })),
          change.map((Update) => ({ Update })),
          removal.map((Delete) => ({ Delete })),
          check.map((ConditionCheck) => ({ ConditionCheck })),
        ),
        { minLength: 1, maxLength: 3 },
      )
      .map((TransactItems) => ({ operation: 'TransactWriteItems', input: { TransactItems } })),
  },
  {
    weight: 1,
    arbitrary: fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => ({
      operation: 'TransactGetItems',
      input: { TransactItems: keys.map((Key) => ({ Get: { TableName: cases, Key } })) },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('a', 'b'),
        fc.constantFrom('#n > :k', '#n <= :k', '#n BETWEEN :k AND :five', '#n = :k'),
        fc.boolean(),
        condition.filter((text) => text?.includes('customer') !== true),
        scalar,
        fc.constantFrom(undefined, 'COUNT'),
      )
      .map(([customer, range, ScanIndexForward, FilterExpression, c, Select]) => {
        const own = {
          ':customer': { S: `RUN-${customer}` },
          ':k': { N: '-2' },
          ':five': { N: '5' },
          ':c': c,
        };
        const KeyConditionExpression = `customer = :customer AND ${range}`;
        const input = {
          TableName: cases,
          KeyConditionExpression,
          FilterExpression,
          ScanIndexForward,
          Select,
        };
        return {
          operation: 'Query',
          input: { ...input, ...parameters([KeyConditionExpression, FilterExpression], own) },
        };
      }),
  },
);
