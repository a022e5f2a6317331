/** An event source mapping of the template: which function reads which stream, and what happens when it fails. */
import * as z from 'zod';
import { physicalUuid } from '../assembly/physical-name.ts';
import type { ResourceRequest } from '../assembly/provisioner.ts';
import { StreamError } from './streams.ts';
import { isTableStream } from './table-changes.ts';

const whole = z.coerce.number().int();

const mappingProperties = z.strictObject({
  BatchSize: whole.min(1).max(10_000).optional(),
  BisectBatchOnFunctionError: z.stringbool().or(z.boolean()).optional(),
  DestinationConfig: z
    .strictObject({ OnFailure: z.strictObject({ Destination: z.string() }).optional() })
    .optional(),
  Enabled: z.stringbool().or(z.boolean()).optional(),
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).max(1).optional(),
  MaximumBatchingWindowInSeconds: whole.min(0).max(300).optional(),
  MaximumRecordAgeInSeconds: whole.min(-1).max(604_800).optional(),
  MaximumRetryAttempts: whole.min(-1).max(10_000).optional(),
  ParallelizationFactor: whole.min(1).max(1).optional(),
  StartingPosition: z.enum(['LATEST', 'TRIM_HORIZON']),
  Tags: z.unknown().optional(),
});

/** What the service fills in (API_CreateEventSourceMapping). */
const BATCH_SIZE = 100;

export interface Mapping {
  readonly id: string;
  readonly streamArn: string;
  readonly functionName: string;
  readonly region: string;
  readonly enabled: boolean;
  readonly batchSize: number;
  readonly windowMs: number;
  readonly bisects: boolean;
  readonly reportsItems: boolean;
  /** Tries of a batch after the first; infinitely many where nobody sets a limit. */
  readonly retriesMax: number;
  /** Older records are given up; infinitely old ones are taken where nobody sets a limit. */
  readonly ageMaxMs: number;
  /** Where what is given up is told. */
  readonly onFailureArn: string | undefined;
}

/** @throws StreamError where the service would refuse it, or the local cloud does not know a property */
export function defineMapping(request: ResourceRequest): Mapping {
  const parsed = mappingProperties.safeParse(request.properties);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new StreamError(
      `${issue?.path.join('.') || 'Properties'}: ${issue?.message} (wrong, or not simulated locally)`,
    );
  }
  const { data } = parsed;
  if (!/^arn:[a-z-]+:kinesis:/.test(data.EventSourceArn) && !isTableStream(data.EventSourceArn)) {
    throw new StreamError(
      `EventSourceArn ${data.EventSourceArn} is no Kinesis stream and no stream of a table; the local cloud reads no other source`,
    );
  }
  const limit = (value: number | undefined): number =>
    value === undefined || value === -1 ? Number.POSITIVE_INFINITY : value;
  const batchSize = data.BatchSize ?? BATCH_SIZE;
  const windowSeconds = data.MaximumBatchingWindowInSeconds ?? 0;
  return {
    id: physicalUuid(request),
    streamArn: data.EventSourceArn,
    functionName: data.FunctionName,
    region: request.stack.region,
    enabled: data.Enabled ?? true,
    batchSize,
    windowMs: windowSeconds * 1000,
    bisects: data.BisectBatchOnFunctionError ?? false,
    reportsItems: data.FunctionResponseTypes?.includes('ReportBatchItemFailures') ?? false,
    retriesMax: limit(data.MaximumRetryAttempts),
    ageMaxMs: limit(data.MaximumRecordAgeInSeconds) * 1000,
    onFailureArn: data.DestinationConfig?.OnFailure?.Destination,
  };
}
