// The embedded engine against the strict one: the same random requests, the same outcomes, the same items in the end.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { whyNoDynoxide } from '../../../local/dynamodb/strict/dynoxide-process.ts';
import { type Answer, call } from './called.ts';
import { cases, casesTable, provision, stack } from './tables.ts';

interface Step {
  readonly operation: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const reason = whyNoDynoxide();
const describeWithBoth = reason === undefined ? describe : describe.skip;
const phones = ['+12025550161', '+12025550162'];

let embedded: DynamoDb;
let strict: DynamoDb;
describeWithBoth(
  `the embedded and the strict engine${reason === undefined ? '' : ` (skipped: ${reason})`}`,
  () => {
    beforeAll(async () => {
      const place = { region: stack.region, accountId: stack.accountId };
      embedded = await openDynamoDb(place);
      strict = await openDynamoDb({ ...place, engine: 'dynoxide' });
      for (const db of [embedded, strict]) await provision(db, 'Cases', casesTable);
    });
    afterAll(async () => {
      await embedded.close();
      await strict.close();
    });

    test('do the same with forty random requests in a row', async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(step, { minLength: 40, maxLength: 40 }), async (steps) => {
          run += 1;
          for (const { operation, input } of steps) {
            const named = JSON.parse(JSON.stringify(input).replaceAll('RUN', `run-${run}`));
            const [ours, theirs] = await Promise.all([
              call(embedded, operation, named),
              call(strict, operation, named),
            ]);
            expect({ operation, named, outcome: outcomeOf(ours) }).toEqual({
              operation,
              named,
              outcome: outcomeOf(theirs),
            });
          }
          for (const IndexName of [undefined, 'by-phone', 'by-status'])
            expect(await items(embedded, IndexName, `run-${run}`)).toEqual(
              await items(strict, IndexName, `run-${run}`),
            );
        }),
        { numRuns: 15, endOnFailure: true },
      );
    });
  },
);

async function items(db: DynamoDb, IndexName: string | undefined, run: string): Promise<unknown> {
  const { body } = await call(db, 'Scan', {
    TableName: cases,
    IndexName,
    FilterExpression: 'begins_with(customer, :run)',
    ExpressionAttributeValues: { ':run': { S: `${run}-` } },
  });
  return inNoOrder(body['Items']);
}

/** What both must agree on: how it ended, and what was returned. The words of errors differ. */
function outcomeOf({ status, body }: Answer): unknown {
  const error = String(body['__type'] ?? '')
    .split('#')
    .at(-1);
  const reasons = Array.isArray(body['CancellationReasons'])
    ? body['CancellationReasons'].map((each: { Code: string; Item?: unknown }) => [each.Code, each.Item])
    : [];
  return {
    status,
    error,
    reasons,
    item: withSortedSets(body['Item']),
    attributes: withSortedSets(body['Attributes']),
    counts: [body['Count'], body['ScannedCount']],
    items: body['Items'] === undefined ? undefined : inNoOrder(body['Items']),
    responses: withSortedSets(body['Responses']),
  };
}

function inNoOrder(list: unknown): unknown[] {
  const texts = Array.isArray(list) ? list.map((each) => JSON.stringify(withSortedSets(each))) : [];
  return texts.sort().map((text) => JSON.parse(text));
}

function withSortedSets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedSets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [
        name,
        (name === 'SS' || name === 'NS') && Array.isArray(member)
          ? [...member].sort()
          : withSortedSets(member),
      ]),
  );
}

const key = fc
  .tuple(fc.constantFrom('a', 'b'), fc.constantFrom('-2', '1', '10'))
  .map(([customer, number]) => ({ customer: { S: `RUN-${customer}` }, number: { N: number } }));

const scalar = fc.oneof(
  fc.constantFrom({ S: 'x' }, { S: '' }, { S: 'ü🎧' }, { BOOL: true }, { NULL: true }),
  fc.integer({ min: -3, max: 3 }).map((n) => ({ N: String(n) })),
  fc.constantFrom({ N: '0.1' }, { N: '1e3' }, { SS: ['p', 'q'] }, { NS: ['1', '2'] }),
  fc.constantFrom({ L: [{ S: 'e' }, { N: '1' }] }, { M: { x: { N: '1' } } }, { M: {} }, { L: [] }),
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
  .record({ key, attributes, condition, c: scalar, ReturnValuesOnConditionCheckFailure: oldImage })
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
    c: scalar,
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

const removal = fc.record({ key, condition, c: scalar }).map((given) => ({
  TableName: cases,
  Key: given.key,
  ConditionExpression: given.condition,
  ...parameters([given.condition], { ':c': given.c }),
}));

const check = removal.map((input) => ({
  ...input,
  ConditionExpression: input.ConditionExpression ?? 'attribute_exists(customer)',
}));

const step: fc.Arbitrary<Step> = fc.oneof(
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
