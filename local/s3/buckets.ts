/** Buckets whose events are heard: objects by key, the API to put and get them, and the events that tell of new ones. */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import { bucket as bucketOf } from '../assembly/passive-types.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import { errorResponse } from '../endpoint/error-response.ts';
import type { AwsRequest, AwsResponse, AwsService } from '../endpoint/service.ts';
import type { EventBus } from '../events/event-bus.ts';
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
  readonly objects: Map<string, Buffer>;
}

const properties = z.looseObject({
  NotificationConfiguration: z
    .object({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.coerce.boolean() }).optional() })
    .optional(),
  Tags: z.array(z.object({ Key: z.string(), Value: z.string() })).optional(),
});

export class Buckets {
  readonly #options: BucketsOptions;
  readonly #buckets = new Map<string, LocalBucket>();

  constructor(options: BucketsOptions) {
    this.#options = options;
  }

  /** For `AWS::S3::Bucket`. */
  provisioners(): readonly Provisioner[] {
    return [{ type: 'AWS::S3::Bucket', create: (request) => this.#create(request) }];
  }

  #create(request: ResourceRequest): CreatedResource {
    const created = bucketOf(request);
    const { NotificationConfiguration, Tags = [] } = properties.parse(request.properties);
    this.#buckets.set(created.physicalId, {
      name: created.physicalId,
      arn: String(created.attributes['Arn']),
      region: request.stack.region,
      accountId: request.stack.accountId,
      isHeard: NotificationConfiguration?.EventBridgeConfiguration?.EventBridgeEnabled === true,
      folder: Tags.find(({ Key }) => Key === 'local-folder')?.Value,
      objects: new Map(),
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
    bucket.objects.set(key, body);
    if (bucket.isHeard) this.#options.bus.put(this.#created(bucket, key, body));
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

  /** GetObject and PutObject, with the bucket in the path. */
  service(): AwsService {
    return { signingName: 's3', handle: (request) => this.#answer(request) };
  }

  #answer({ method, path, body, principal }: AwsRequest): AwsResponse {
    const [, name = '', ...parts] = path.split('/').map(decodeURIComponent);
    const key = parts.join('/');
    const bucket = this.#buckets.get(name);
    const action = { GET: 's3:GetObject', PUT: 's3:PutObject' }[method];
    if (action === undefined || key === '')
      return errorResponse(
        'xml',
        501,
        'NotImplemented',
        'the local S3 puts and gets objects, and nothing else',
      );
    const decision = principal.decide(action, `arn:aws:s3:::${name}/${key}`);
    if (!decision.allowed) return errorResponse('xml', 403, 'AccessDenied', decision.message);
    if (bucket === undefined)
      return errorResponse('xml', 404, 'NoSuchBucket', 'The specified bucket does not exist');
    if (method === 'PUT') {
      this.put(name, key, body);
      return { status: 200, headers: {}, body: '' };
    }
    const found = bucket.objects.get(key);
    return found === undefined
      ? errorResponse('xml', 404, 'NoSuchKey', 'The specified key does not exist.')
      : { status: 200, headers: { 'content-type': 'binary/octet-stream' }, body: found };
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
