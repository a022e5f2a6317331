/** The readers of streams: Lambda polls for the functions of the template, with the rights of their roles. */
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import type { InvocationResult } from '../lambda/invocation.ts';
import type { FunctionsRuntime } from '../lambda/runtime.ts';
import type { Rewindable } from '../rewindable.ts';
import { Listeners, type TimedWork } from '../timed-work.ts';
import { defineMapping, type Mapping } from './mapping.ts';
import { type BatchOutcome, type GivenUp, ShardReader } from './shard-reader.ts';
import { type Stream, StreamError, type StreamRecord, type Streams } from './streams.ts';
import { isTableStream, openTableStream, tableRecord } from './table-changes.ts';

export interface MappingsOptions {
  readonly functions: FunctionsRuntime;
  readonly streams: Streams;
  readonly nowMs: () => number;
  /** Given for a virtual clock: functions then run at the time of the mapping. */
  readonly seed?: string;
}

interface Reading {
  readonly mapping: Mapping;
  readonly functionArn: string;
  readonly roleArn: string;
  readonly reader: ShardReader;
}

/** What a role needs to read a stream (dg/with-kinesis, execution role permissions). */
const READ_ACTIONS = [
  'kinesis:DescribeStream',
  'kinesis:GetRecords',
  'kinesis:GetShardIterator',
  'kinesis:ListShards',
];

/** The same for the stream of a table (dg/with-ddb, execution role permissions). */
const TABLE_READ_ACTIONS = [
  'dynamodb:DescribeStream',
  'dynamodb:GetRecords',
  'dynamodb:GetShardIterator',
  'dynamodb:ListStreams',
];

export class EventSourceMappings implements TimedWork, Rewindable {
  readonly #options: MappingsOptions;
  readonly #readings: Reading[] = [];
  readonly #troubles = new Listeners<[line: string]>();
  readonly #givenUp: GivenUp[] = [];
  readonly #earlier = new Listeners<[]>();

  constructor(options: MappingsOptions) {
    this.#options = options;
  }

  /** For `AWS::Lambda::EventSourceMapping`. */
  provisioners(): readonly Provisioner[] {
    return [{ type: 'AWS::Lambda::EventSourceMapping', create: (request) => this.#create(request) }];
  }

  /** Called with one line whenever a batch fails or is given up. Returns how to stop listening. */
  onTrouble(listener: (line: string) => void): () => void {
    return this.#troubles.add(listener);
  }

  onEarlier(listener: () => void): () => void {
    return this.#earlier.add(listener);
  }

  /** What has gone to the destinations for what fails. */
  givenUp(): readonly GivenUp[] {
    return this.#givenUp;
  }

  mark(): () => void {
    const back = this.#readings.map(({ reader }) => reader.mark());
    const lost = this.#givenUp.length;
    return () => {
      for (const each of back) each();
      this.#givenUp.length = lost;
    };
  }

  nextDueAtMs(): number | undefined {
    const due = this.#readings.flatMap(({ reader }) => reader.nextDueAtMs() ?? []);
    return due.length === 0 ? undefined : Math.min(...due);
  }

  async runDue(): Promise<void> {
    const nowMs = this.#options.nowMs();
    await Promise.all(
      this.#readings.map(async (reading) => {
        const lost = await reading.reader.run(nowMs, (records, tries) =>
          this.#invoke(reading, records, tries, nowMs),
        );
        for (const one of lost) this.#giveUp(reading.mapping, one);
      }),
    );
  }

  async #invoke(
    reading: Reading,
    records: readonly StreamRecord[],
    tries: number,
    nowMs: number,
  ): Promise<BatchOutcome> {
    const { functions, seed } = this.#options;
    const { mapping, functionArn } = reading;
    const first = records[0]?.sequenceNumber ?? '';
    const payload = JSON.stringify({ Records: records.map((record) => recordFor(reading, record)) });
    const deterministic =
      seed === undefined
        ? undefined
        : { nowMs, seed: [seed, mapping.id, first, records.length, tries].join('/') };
    const result = await functions.invokeAsOwner(functionArn, payload, deterministic);
    const outcome = outcomeOf(mapping, records, result);
    if (outcome.kind === 'failed') {
      this.#troubles.tell(`Stream ${streamName(mapping)}: ${outcome.message} (tried again)`);
    }
    return outcome;
  }

  #giveUp(mapping: Mapping, lost: GivenUp): void {
    this.#givenUp.push(lost);
    this.#troubles.tell(
      `Stream ${streamName(mapping)}: ${lost.records.length} records given up (${lost.condition}); ${
        mapping.onFailureArn === undefined ? 'nobody is told' : `${mapping.onFailureArn} is told`
      }`,
    );
  }

  #create(request: ResourceRequest): CreatedResource {
    const mapping = defineMapping(request);
    const { functions, streams } = this.#options;
    if (isTableStream(mapping.streamArn)) openTableStream(streams, mapping.streamArn);
    const stream = streams.find(mapping.streamArn);
    if (stream === undefined) throw new StreamError(`Stream not found: ${mapping.streamArn}`);
    const found = functions.find(mapping.functionName);
    if (found === undefined) throw new StreamError(`Function does not exist: ${mapping.functionName}`);
    this.#requireRights(mapping, found.arn, stream);
    if (mapping.enabled) this.#follow(mapping, found.arn, found.roleArn, stream);
    return { physicalId: mapping.id, attributes: { Id: mapping.id, EventSourceMappingArn: mapping.id } };
  }

  #follow(mapping: Mapping, functionArn: string, roleArn: string, stream: Stream): void {
    const readers = new Map<string, ShardReader>();
    for (const shardId of stream.shardIds) {
      const reader = new ShardReader(shardId, mapping, stream.retentionMs);
      readers.set(shardId, reader);
      this.#readings.push({ mapping, functionArn, roleArn, reader });
    }
    this.#options.streams.read(stream.arn, (shardId, record) => {
      readers.get(shardId)?.add(record);
      this.#earlier.tell();
    });
  }

  /** The service asks when the mapping is made: a role that cannot read stops the deployment. */
  #requireRights(mapping: Mapping, functionArn: string, stream: Stream): void {
    const may = (action: string, resource: string): boolean =>
      this.#options.functions.principal(functionArn)?.decide(action, resource).allowed ?? false;
    const actions = isTableStream(stream.arn) ? TABLE_READ_ACTIONS : READ_ACTIONS;
    const missing = actions.filter((action) => !may(action, stream.arn));
    if (missing.length > 0) {
      throw new StreamError(
        `Cannot access stream ${stream.arn}. Please ensure the role can perform ${missing.join(', ')} on your stream in IAM.`,
      );
    }
    if (stream.keyId?.startsWith('arn:') === true && !may('kms:Decrypt', stream.keyId)) {
      throw new StreamError(
        `Cannot access stream ${stream.arn}: its records rest under ${stream.keyId}, and the role may not kms:Decrypt with it.`,
      );
    }
    const { onFailureArn } = mapping;
    if (onFailureArn === undefined) return;
    const send = /^arn:[a-z-]+:sqs:/.test(onFailureArn) ? 'sqs:SendMessage' : 'sns:Publish';
    if (!may(send, onFailureArn)) {
      throw new StreamError(
        `The function execution role does not have permissions to call ${send} on ${onFailureArn}`,
      );
    }
  }
}

const streamName = ({ streamArn }: Mapping): string => streamArn.split('/')[1] ?? streamArn;

const recordFor = (reading: Reading, record: StreamRecord) =>
  isTableStream(reading.mapping.streamArn)
    ? tableRecord(record, reading.mapping)
    : lambdaRecord(reading, record);

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-kinesis.html */
const lambdaRecord = ({ mapping, roleArn, reader }: Reading, record: StreamRecord) => ({
  kinesis: {
    kinesisSchemaVersion: '1.0',
    partitionKey: record.partitionKey,
    sequenceNumber: record.sequenceNumber,
    data: Buffer.from(record.data).toString('base64'),
    approximateArrivalTimestamp: record.arrivedMs / 1000,
  },
  eventSource: 'aws:kinesis',
  eventVersion: '1.0',
  eventID: `${reader.shardId}:${record.sequenceNumber}`,
  eventName: 'aws:kinesis:record',
  invokeIdentityArn: roleArn,
  awsRegion: mapping.region,
  eventSourceARN: mapping.streamArn,
});

/** @see https://docs.aws.amazon.com/lambda/latest/dg/services-kinesis-batchfailurereporting.html */
function outcomeOf(
  { reportsItems }: Mapping,
  records: readonly StreamRecord[],
  result: InvocationResult,
): BatchOutcome {
  if (result.kind !== 'returned') return { kind: 'failed', message: result.message };
  if (!reportsItems) return { kind: 'done' };
  const failures = itemFailures(result.payload);
  if (failures === undefined)
    return { kind: 'failed', message: 'the function answered what is no report of a batch' };
  if (failures.length === 0) return { kind: 'done' };
  const first = records.find(({ sequenceNumber }) => failures.includes(sequenceNumber));
  if (first === undefined || failures.some((id) => !records.some((one) => one.sequenceNumber === id))) {
    return { kind: 'failed', message: 'the function reported a record that was not in the batch' };
  }
  return {
    kind: 'failed',
    message: `the function reported ${failures.length} of ${records.length} records as failed`,
    from: first.sequenceNumber,
  };
}

/** Sequence numbers; nothing reported is all done, and what cannot be read is all failed. */
function itemFailures(payload: string): readonly unknown[] | undefined {
  const answer: unknown = JSON.parse(payload);
  if (typeof answer !== 'object' || answer === null) return answer === null ? [] : undefined;
  const items: unknown = Reflect.get(answer, 'batchItemFailures');
  if (items === undefined || items === null) return [];
  if (!Array.isArray(items)) return undefined;
  return items.map((item: unknown) =>
    typeof item === 'object' && item !== null ? Reflect.get(item, 'itemIdentifier') : undefined,
  );
}
