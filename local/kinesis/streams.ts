/** The local Kinesis: streams of the template, whose shards keep records in the order in which they came. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { physicalName } from '../assembly/physical-name.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import type { Rewindable } from '../rewindable.ts';

/** A stream or a reader of one that the service would not create, or that the local one does not know. */
export class StreamError extends Error {
  override readonly name = 'StreamError';
}

export interface StreamRecord {
  readonly sequenceNumber: string;
  readonly partitionKey: string;
  readonly data: string;
  readonly arrivedMs: number;
}

export interface Stream {
  readonly name: string;
  readonly arn: string;
  readonly shardIds: readonly string[];
  readonly retentionMs: number;
  /** ARN or id of the key under which records rest, where they rest encrypted. */
  readonly keyId: string | undefined;
}

type Reader = (shardId: string, record: StreamRecord) => void;

const streamProperties = z.strictObject({
  Name: z.string().optional(),
  ShardCount: z.coerce.number().int().min(1).max(500).optional(),
  StreamModeDetails: z.strictObject({ StreamMode: z.enum(['PROVISIONED', 'ON_DEMAND']) }).optional(),
  RetentionPeriodHours: z.coerce.number().int().min(24).max(8_760).optional(),
  StreamEncryption: z.strictObject({ EncryptionType: z.literal('KMS'), KeyId: z.string() }).optional(),
  Tags: z.unknown().optional(),
});

/** A new stream on demand has four (dev/how-do-i-size-a-stream). */
const SHARDS_ON_DEMAND = 4;
const RETENTION_HOURS = 24;
/** Largest record, bytes of data and key (dev/service-sizes-and-limits). */
const RECORD_BYTES_MAX = 10 * 1024 * 1024;
const HASHES = 2n ** 128n;

export class Streams implements Rewindable {
  readonly #streams = new Map<string, Stream>();
  readonly #readers = new Map<string, Reader[]>();
  #count = 0;

  /** For `AWS::Kinesis::Stream`. */
  provisioners(): readonly Provisioner[] {
    return [{ type: 'AWS::Kinesis::Stream', create: (request) => this.#create(request) }];
  }

  find(arn: string): Stream | undefined {
    return this.#streams.get(arn);
  }

  arns(): readonly string[] {
    return [...this.#streams.keys()];
  }

  /** Keeps a stream that the template has as part of something else; one that is there stays as it is. */
  open(stream: Stream): void {
    if (!this.#streams.has(stream.arn)) this.#streams.set(stream.arn, stream);
  }

  /** From now on the reader gets every record of the stream. */
  read(arn: string, reader: Reader): void {
    this.#readers.set(arn, [...(this.#readers.get(arn) ?? []), reader]);
  }

  /**
   * Puts one record at the end of the shard that its key belongs to.
   * @throws StreamError where there is no such stream, or the record is too large
   */
  put(arn: string, partitionKey: string, data: string, atMs: number): void {
    const stream = this.#streams.get(arn);
    if (stream === undefined) throw new StreamError(`there is no stream ${arn}`);
    const bytes = Buffer.byteLength(data) + Buffer.byteLength(partitionKey);
    if (bytes > RECORD_BYTES_MAX) {
      throw new StreamError(
        `a record of ${bytes} bytes is larger than the ${RECORD_BYTES_MAX} that Kinesis takes`,
      );
    }
    this.#count += 1;
    const sequenceNumber = `49${String(this.#count).padStart(54, '0')}`;
    const shardId = shardOf(stream, partitionKey);
    const record = { sequenceNumber, partitionKey, data, arrivedMs: atMs };
    for (const reader of this.#readers.get(arn) ?? []) reader(shardId, record);
  }

  /** What has gone to readers is theirs. */
  mark(): () => void {
    const count = this.#count;
    return () => {
      this.#count = count;
    };
  }

  #create(request: ResourceRequest): CreatedResource {
    const parsed = streamProperties.safeParse(request.properties);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new StreamError(
        `${issue?.path.join('.') || 'Properties'}: ${issue?.message} (wrong, or not simulated locally)`,
      );
    }
    const {
      StreamModeDetails,
      ShardCount,
      RetentionPeriodHours = RETENTION_HOURS,
      StreamEncryption,
    } = parsed.data;
    const onDemand = StreamModeDetails?.StreamMode === 'ON_DEMAND' || ShardCount === undefined;
    if (onDemand && ShardCount !== undefined) {
      throw new StreamError('ShardCount must be left out of a stream whose StreamMode is ON_DEMAND');
    }
    const { partition, region, accountId } = request.stack;
    const name = parsed.data.Name ?? physicalName(request);
    const arn = `arn:${partition}:kinesis:${region}:${accountId}:stream/${name}`;
    const count = onDemand ? SHARDS_ON_DEMAND : (ShardCount ?? 1);
    this.#streams.set(arn, {
      name,
      arn,
      shardIds: Array.from({ length: count }, (_, index) => `shardId-${String(index).padStart(12, '0')}`),
      retentionMs: RetentionPeriodHours * 3_600_000,
      keyId: StreamEncryption?.KeyId,
    });
    return { physicalId: name, attributes: { Arn: arn } };
  }
}

/** The shards share the hashes of keys evenly (dev/key-concepts, partition key). */
function shardOf({ shardIds }: Stream, partitionKey: string): string {
  const hash = BigInt(`0x${createHash('md5').update(partitionKey).digest('hex')}`);
  return shardIds[Number((hash * BigInt(shardIds.length)) / HASHES)] ?? 'shardId-000000000000';
}
