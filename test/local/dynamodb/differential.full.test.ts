// The embedded engine against the strict one: the same random requests, the same outcomes, the same items in the end.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type DynamoDb, openDynamoDb } from '../../../local/dynamodb/open.ts';
import { whyNoDynoxide } from '../../../local/dynamodb/strict/dynoxide-process.ts';
import { type Answer, call } from './called.ts';
import { step } from './random-requests.ts';
import { cases, casesTable, provision, stack } from './tables.ts';

const reason = whyNoDynoxide();
const describeWithBoth = reason === undefined ? describe : describe.skip;

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
