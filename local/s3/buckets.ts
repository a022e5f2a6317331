/** Buckets whose events are heard: objects by key, the API to put and get them, and the events that tell of new ones. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import * as z from 'zod';
import { bucket as bucketOf } from '../assembly/passive-types.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import { errorResponse } from '../endpoint/error-response.ts';
import type { AwsRequest, AwsResponse, AwsService } from '../endpoint/service.ts';
import type { EventBus } from '../events/event-bus.ts';
import { KEPT } from '../kept.ts';
import { markAll, type Rewindable } from '../rewindable.ts';
import { Objects } from './objects.ts';
import { rangeOf, whyExpired } from './request.ts';
import { watchFolder } from './watched-folder.ts';

export interface BucketsOptions {
  readonly bus: Pick<EventBus, 'put'>;
  readonly nowMs: () => number;
  readonly onFault: (fault: unknown) => void;
  /** Where folders of buckets lie on this machine; none do where left out. */
  readonly folder: string | undefined;
}

interface LocalBucket {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly accountId: string;
  /** Whether EventBridge is told of objects (AWS::S3::Bucket NotificationConfiguration). */
  readonly isHeard: boolean;
  /** The folder whose files are its objects, from the tag `local-folder`. */
  readonly folder: string | undefined;
  readonly objects: Objects;
}

const properties = z.looseObject({
  NotificationConfiguration: z
    .object({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.coerce.boolean() }).optional() })
    .optional(),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).optional(),
});

export class Buckets implements Rewindable {
  readonly #options: BucketsOptions;
  readonly #buckets = new Map<string, LocalBucket>();

  constructor(options: BucketsOptions) {
    this.#options = options;
  }

  mark(): () => Promise<void> {
    return markAll([...this.#buckets.values()].map(({ objects }) => objects));
  }

  /** For `AWS::S3::Bucket`. */
  provisioners(): readonly Provisioner[] {
    return [{ type: 'AWS::S3::Bucket', create: (request) => this.#create(request) }];
  }

  #create(request: ResourceRequest): CreatedResource {
    const created = bucketOf(request);
    const { NotificationConfiguration, Tags = [] } = properties.parse(request.properties);
    const folder = Tags.find(({ Key }) => Key === 'local-folder')?.Value;
    const { folder: home } = this.#options;
    const isKept = home !== undefined && folder === undefined;
    this.#buckets.set(created.physicalId, {
      name: created.physicalId,
      arn: String(created.attributes['Arn']),
      region: request.stack.region,
      accountId: request.stack.accountId,
      isHeard: NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled === true,
      folder,
      objects: new Objects(isKept ? join(home, KEPT.objects, created.physicalId) : undefined),
    });
    return created;
  }

  /**
   * Puts an object into a bucket, and tells of it.
   * @throws Error where there is no such bucket
   */
  put(name: string, key: string, body: Buffer): void {
    const bucket = this.#buckets.get(name);
    if (bucket === undefined) throw new Error(`the stack has no bucket '${name}'`);
    bucket.objects.put(key, body);
    if (bucket.isHeard) this.#options.bus.put(this.#created(bucket, key, body));
  }

  /** An object of a bucket, for who looks into it. */
  get(name: string, key: string): Buffer | undefined {
    return this.#buckets.get(name)?.objects.get(key);
  }

  /** @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html */
  #created({ name, arn, region, accountId }: LocalBucket, key: string, body: Buffer): object {
    const time = new Date(this.#options.nowMs()).toISOString();
    const etag = createHash('md5').update(body).digest('hex');
    return {
      version: '0',
      id: createHash('md5').update(`${name}/${key} ${etag} ${time}`).digest('hex'),
      'detail-type': 'Object Created',
      source: 'aws.s3',
      account: accountId,
      time,
      region,
      resources: [arn],
      detail: {
        version: '0',
        bucket: { name },
        object: { key, size: body.byteLength, etag, sequencer: time },
        'request-id': 'local',
        requester: accountId,
        'source-ip-address': '127.0.0.1',
        reason: 'PutObject',
      },
    };
  }

  /** GetObject, PutObject and DeleteObject, with the bucket in the path; a signed link works as long as it says. */
  service(): AwsService {
    return { signingName: 's3', handle: (request) => this.#answer(request) };
  }

  #answer({ method, path, query, headers, body, principal }: AwsRequest): AwsResponse {
    const [, name = '', ...parts] = path.split('/').map(decodeURIComponent);
    const key = parts.join('/');
    const bucket = this.#buckets.get(name);
    const action = { GET: 's3:GetObject', PUT: 's3:PutObject', DELETE: 's3:DeleteObject' }[method];
    if (action === undefined || key === '')
      return errorResponse(
        'xml',
        501,
        'NotImplemented',
        'the local S3 puts, gets and deletes objects, and nothing else',
      );
    const expired = whyExpired(query, this.#options.nowMs());
    if (expired !== undefined) return errorResponse('xml', 403, 'AccessDenied', expired);
    const decision = principal.decide(action, `arn:aws:s3:::${name}/${key}`);
    if (!decision.allowed) return errorResponse('xml', 403, 'AccessDenied', decision.message);
    if (bucket === undefined)
      return errorResponse('xml', 404, 'NoSuchBucket', 'The specified bucket does not exist');
    if (method === 'PUT') {
      this.put(name, key, body);
      return { status: 200, headers: {}, body: '' };
    }
    if (method === 'DELETE') {
      bucket.objects.delete(key);
      return { status: 204, headers: {}, body: '' };
    }
    const found = bucket.objects.get(key);
    if (found === undefined) {
      // Whoever may not list a bucket is not told what it lacks (API_GetObject, permissions).
      const listing = principal.decide('s3:ListBucket', `arn:aws:s3:::${name}`);
      return listing.allowed
        ? errorResponse('xml', 404, 'NoSuchKey', 'The specified key does not exist.')
        : errorResponse('xml', 403, 'AccessDenied', listing.message);
    }
    const kind = {
      'content-type': key.endsWith('.wav') ? 'audio/wav' : 'binary/octet-stream',
      'accept-ranges': 'bytes',
    };
    const range = rangeOf(headers['range'], found.byteLength);
    if (range === undefined) return { status: 200, headers: kind, body: found };
    if (range === 'beyond')
      return errorResponse('xml', 416, 'InvalidRange', 'The requested range is not satisfiable');
    const [from, to] = range;
    return {
      status: 206,
      headers: { ...kind, 'content-range': `bytes ${from}-${to}/${found.byteLength}` },
      body: found.subarray(from, to + 1),
    };
  }

  /** Takes files of the buckets' folders for objects, now and whenever one is new or changed. Returns how to stop. */
  watch(): () => void {
    const { folder: home, onFault } = this.#options;
    if (home === undefined) return () => undefined;
    const stops = [...this.#buckets.values()].flatMap(({ name, folder }) =>
      folder === undefined
        ? []
        : [watchFolder(home, folder, (key, bytes) => this.put(name, key, bytes), onFault)],
    );
    return () => {
      for (const stop of stops) stop();
    };
  }
}
