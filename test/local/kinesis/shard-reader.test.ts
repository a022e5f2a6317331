/** A shard is read in order, batch by batch, and nothing of it is lost without a word, whatever the function does. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { defineMapping, type Mapping } from '../../../local/kinesis/mapping.ts';
import { type BatchOutcome, type GivenUp, ShardReader } from '../../../local/kinesis/shard-reader.ts';
import { StreamError, type StreamRecord, Streams } from '../../../local/kinesis/streams.ts';
import { stack } from '../lambda/local-functions.ts';

const STREAM = 'arn:aws:kinesis:us-east-1:123456789012:stream/records';
const FOREVER_MS = 7 * 24 * 3_600_000;
const mappingOf = (properties: Readonly<Record<string, unknown>> = {}): Mapping =>
  defineMapping({
    logicalId: 'Reader',
    type: 'AWS::Lambda::EventSourceMapping',
    stack,
    properties: {
      EventSourceArn: STREAM,
      FunctionName: 'f',
      StartingPosition: 'TRIM_HORIZON',
      ...properties,
    },
  });
const record = (number: number, arrivedMs = 0): StreamRecord => ({
  sequenceNumber: String(number),
  partitionKey: 'k',
  data: String(number),
  arrivedMs,
});
type Function_ = (numbers: readonly number[], call: number) => BatchOutcome;
const DONE: BatchOutcome = { kind: 'done' };
const failed = (from?: number): BatchOutcome => ({
  kind: 'failed',
  message: 'x',
  ...(from === undefined ? {} : { from: String(from) }),
});

/** Reads everything, from one due moment to the next. */
async function readAll(
  mapping: Mapping,
  records: readonly StreamRecord[],
  answer: Function_,
  retentionMs = FOREVER_MS,
) {
  const reader = new ShardReader('shard', mapping, retentionMs);
  for (const one of records) reader.add(one);
  const calls: { readonly atMs: number; readonly numbers: readonly number[] }[] = [];
  const givenUp: GivenUp[] = [];
  for (let dueMs = reader.nextDueAtMs(); dueMs !== undefined; dueMs = reader.nextDueAtMs()) {
    const atMs = dueMs;
    if (calls.length > 500) throw new Error('it never ends');
    givenUp.push(
      ...(await reader.run(atMs, async (batch) => {
        const numbers = batch.map(({ data }) => Number(data));
        calls.push({ atMs, numbers });
        return answer(numbers, calls.length);
      })),
    );
  }
  return { calls, givenUp, lost: givenUp.flatMap((one) => one.records.map(({ data }) => Number(data))) };
}
const numbersOf = ({ calls }: Awaited<ReturnType<typeof readAll>>) => calls.map(({ numbers }) => numbers);
const five = [1, 2, 3, 4, 5].map((number) => record(number));

describe('a batch', () => {
  test('waits for its window or until it is full', async () => {
    const mapping = mappingOf({ BatchSize: 3, MaximumBatchingWindowInSeconds: 20 });
    const read = await readAll(mapping, five, () => DONE);
    expect(read.calls).toEqual([
      { atMs: 0, numbers: [1, 2, 3] },
      { atMs: 20_000, numbers: [4, 5] },
    ]);
  });
  test('that fails as a whole comes again as it was, ever later, and holds up the shard', async () => {
    const read = await readAll(mappingOf({ BatchSize: 3 }), five, (_numbers, call) =>
      call < 3 ? failed() : DONE,
    );
    expect(read.calls).toEqual([
      { atMs: 0, numbers: [1, 2, 3] },
      { atMs: 1_000, numbers: [1, 2, 3] },
      { atMs: 3_000, numbers: [1, 2, 3] },
      { atMs: 1_000, numbers: [4, 5] },
    ]);
  });
  test('that reports a record goes on with that record', async () => {
    const mapping = mappingOf({ FunctionResponseTypes: ['ReportBatchItemFailures'] });
    const read = await readAll(mapping, five, (_numbers, call) => (call === 1 ? failed(3) : DONE));
    expect(numbersOf(read)).toEqual([
      [1, 2, 3, 4, 5],
      [3, 4, 5],
    ]);
  });
  test('with one bad record is cut in two until that record stands alone and is given up', async () => {
    const mapping = mappingOf({ BisectBatchOnFunctionError: true, MaximumRetryAttempts: 1 });
    const read = await readAll(mapping, five, (numbers) => (numbers.includes(4) ? failed() : DONE));
    expect(numbersOf(read)).toEqual([[1, 2, 3, 4, 5], [1, 2, 3], [4, 5], [4], [4], [5]]);
    expect(read.givenUp).toMatchObject([{ condition: 'RetryAttemptsExhausted', records: [{ data: '4' }] }]);
  });
  test('is given up as a whole where nothing cuts it', async () => {
    const read = await readAll(
      mappingOf({ MaximumRetryAttempts: 0 }),
      five,
      failed.bind(undefined, undefined),
    );
    expect(read.lost).toEqual([1, 2, 3, 4, 5]);
  });
  test('loses what is older than its limit, and what the stream keeps no longer', async () => {
    const mapping = mappingOf({ MaximumRecordAgeInSeconds: 60 });
    const always = await readAll(mapping, five, () => failed());
    expect(always.givenUp).toMatchObject([{ condition: 'RecordAgeExceeded' }]);
    const forgotten = await readAll(mappingOf(), five, () => failed(), 10_000);
    expect(forgotten.lost).toEqual([1, 2, 3, 4, 5]);
  });
});

test('whatever a function fails at, every record is done or given up, in the order of the shard', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 8 }),
      fc.boolean(),
      fc.boolean(),
      fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 5 }),
      async (count, BatchSize, BisectBatchOnFunctionError, reports, bad) => {
        const records = Array.from({ length: count }, (_, index) => record(index + 1));
        const done: number[] = [];
        const mapping = mappingOf({
          BatchSize,
          BisectBatchOnFunctionError,
          MaximumRetryAttempts: 2,
          ...(reports ? { FunctionResponseTypes: ['ReportBatchItemFailures'] } : {}),
        });
        const read = await readAll(mapping, records, (numbers) => {
          const first = numbers.find((number) => bad.includes(number));
          const ok = first === undefined ? numbers : reports ? numbers.slice(0, numbers.indexOf(first)) : [];
          done.push(...ok);
          return first === undefined ? DONE : failed(reports ? first : undefined);
        });
        expect([...done].sort((a, b) => a - b)).toEqual(done);
        expect([...new Set([...done, ...read.lost])].sort((a, b) => a - b)).toEqual(
          records.map(({ data }) => Number(data)),
        );
        expect(read.lost.filter((number) => done.includes(number))).toEqual([]);
        if (BisectBatchOnFunctionError)
          expect(read.lost).toEqual(bad.filter((number) => number <= count).sort((a, b) => a - b));
      },
    ),
    { numRuns: 60 },
  );
});

describe('the template is refused', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'that reads something else',
      { EventSourceArn: 'arn:aws:sqs:us-east-1:123456789012:q' },
      'is no Kinesis stream',
    ],
    ['with a filter, which is not played', { FilterCriteria: {} }, 'not simulated locally'],
    ['with readers side by side in one shard', { ParallelizationFactor: 2 }, 'ParallelizationFactor'],
    ['without a beginning', { StartingPosition: undefined }, 'StartingPosition'],
  ])('%s', (_title, properties, message) => {
    expect(() => mappingOf(properties)).toThrow(StreamError);
    expect(() => mappingOf(properties)).toThrow(message);
  });
});

describe('a stream', () => {
  const streamOf = async (properties: Record<string, unknown>) => {
    const streams = new Streams();
    const [provisioner] = streams.provisioners();
    const made = await provisioner?.create({
      logicalId: 'Stream',
      type: 'AWS::Kinesis::Stream',
      stack,
      properties,
    });
    return { streams, arn: String(made?.attributes['Arn']) };
  };
  test('keeps what has one key in one shard, in order, and uses all shards', async () => {
    const { streams, arn } = await streamOf({ ShardCount: 3 });
    const shards = new Map<string, string[]>();
    streams.read(arn, (shardId, { data }) => shards.set(shardId, [...(shards.get(shardId) ?? []), data]));
    for (let number = 0; number < 40; number += 1) streams.put(arn, `key-${number % 20}`, `${number}`, 0);
    expect(shards.size).toBe(3);
    for (const kept of shards.values()) expect(kept).toEqual([...kept].sort((a, b) => Number(a) - Number(b)));
  });
  test.each<[string, Record<string, unknown>, string]>([
    [
      'on demand with a number of shards',
      { ShardCount: 2, StreamModeDetails: { StreamMode: 'ON_DEMAND' } },
      'must be left out',
    ],
    ['kept for an hour', { RetentionPeriodHours: 1 }, 'RetentionPeriodHours'],
  ])('%s is refused', async (_title, properties, message) => {
    await expect(streamOf(properties)).rejects.toThrow(message);
  });
  test('that does not exist takes nothing, nor does one take what is too large', async () => {
    const { streams, arn } = await streamOf({});
    expect(() => streams.put('arn:nowhere', 'k', 'x', 0)).toThrow('there is no stream arn:nowhere');
    expect(() => streams.put(arn, 'k', 'x'.repeat(10 * 1024 * 1024), 0)).toThrow('larger than');
  });
});
