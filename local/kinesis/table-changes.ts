/** The streams of tables: each change as its reader is told it, which is by its keys. */
import type { ItemChange } from '../dynamodb/changes.ts';
import type { StreamRecord, Streams } from './streams.ts';

/** DynamoDB keeps a change for a day (developerguide/Streams). */
const RETENTION_MS = 24 * 3_600_000;

export const isTableStream = (arn: string): boolean =>
  /^arn:[a-z-]+:dynamodb:[a-z0-9-]+:\d{12}:table\/[^/]+\/stream\//.test(arn);

export const openTableStream = (streams: Streams, arn: string): void =>
  streams.open({
    name: arn,
    arn,
    shardIds: ['shardId-00000000000000000000-00000000'],
    retentionMs: RETENTION_MS,
    keyId: undefined,
  });

type Told = Pick<ItemChange, 'eventName' | 'keys' | 'userIdentity'>;

/** Puts a change into the stream of its table, where somebody reads one. */
export function putChange(
  streams: Streams,
  { tableName, eventName, keys, atMs, userIdentity }: ItemChange,
): void {
  const arn = streams.arns().find((one) => isTableStream(one) && one.includes(`:table/${tableName}/stream/`));
  if (arn === undefined) return;
  const told: Told = { eventName, keys, ...(userIdentity === undefined ? {} : { userIdentity }) };
  streams.put(arn, JSON.stringify(keys), JSON.stringify(told), atMs);
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-ddb.html */
export function tableRecord(
  record: StreamRecord,
  { region, streamArn }: { readonly region: string; readonly streamArn: string },
) {
  const { eventName, keys, userIdentity }: Told = JSON.parse(record.data);
  return {
    eventID: record.sequenceNumber,
    eventName,
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: region,
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(record.arrivedMs / 1000),
      Keys: keys,
      SequenceNumber: record.sequenceNumber,
      SizeBytes: Buffer.byteLength(record.partitionKey),
      StreamViewType: 'KEYS_ONLY',
    },
    ...(userIdentity === undefined ? {} : { userIdentity }),
    eventSourceARN: streamArn,
  };
}
