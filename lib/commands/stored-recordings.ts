/** Deletes recordings from the bucket of a stack, deployed or local, for the erasure of a person. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { DeleteRecording } from '../../lambdas/tables/person-erasure.ts';
import { type Target, tableOf } from './target.ts';

const TRIES = 3;
const TIMEOUT_MS = 10_000;

/** As S3 writes a part of a key when it checks a signature. */
const escaped = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * One that is not there is deleted, so that it can be done again.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export function deleterOfRecordings(target: Target): DeleteRecording & { close(): void } {
  const { endpointUrl, region } = target;
  const own = tableOf(target, 'RecordingsBucket');
  // Signs and nothing more: S3 alone takes a path as it is written, and not escaped once more.
  const client = new DynamoDBClient({
    signingEscapePath: false,
    ...(region === undefined ? {} : { region }),
    ...(endpointUrl === undefined
      ? {}
      : { endpoint: endpointUrl, credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
  });
  const send = async (url: URL): Promise<Response> => {
    const signer = await client.config.signer({
      name: 'sigv4',
      signingName: 's3',
      signingRegion: await client.config.region(),
      properties: {},
    });
    const { headers } = await signer.sign({
      method: 'DELETE',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path: url.pathname,
      query: {},
      headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    });
    return await fetch(url, { method: 'DELETE', headers, signal: AbortSignal.timeout(TIMEOUT_MS) });
  };
  const deleteOne = async (place: string): Promise<string | undefined> => {
    const at = place.indexOf('/');
    const [bucket, key] = [place.slice(0, at), place.slice(at + 1)];
    if (bucket !== own) return `it lies in another bucket than ${own}`;
    const base = endpointUrl ?? `https://${bucket}.s3.${await client.config.region()}.amazonaws.com`;
    const path = key.split('/').map(escaped).join('/');
    const url = new URL(`${base}/${endpointUrl === undefined ? path : `${bucket}/${path}`}`);
    let why = '';
    for (let tried = 0; tried < TRIES; tried += 1) {
      try {
        const { ok, status } = await send(url);
        if (ok || status === 404) return undefined;
        why = `S3 answered ${status}`;
        if (status < 500) return why;
      } catch (error) {
        why = error instanceof Error ? error.message : String(error);
      }
    }
    return why;
  };
  return Object.assign(deleteOne, { close: () => client.destroy() });
}
