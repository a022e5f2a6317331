/**
 * Reads and deletes objects of a bucket, signed by the client that a function has anyway: the SDK's own client of
 * S3 would double the bundle for these requests.
 */

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Fault } from './fault.ts';

/** Signs and nothing more. S3 alone takes a path as it is written, and not escaped once more. */
const client = new DynamoDBClient({ signingEscapePath: false });

/** As S3 writes a part of a key when it checks a signature. */
const escaped = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/** Where an object is asked for. */
export function objectUrl(bucket: string, key: string, region: string): URL {
  const place = process.env['AWS_ENDPOINT_URL'];
  // Elsewhere than in AWS the bucket is the first part of the path.
  const base = place === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${place}/${bucket}`;
  return new URL(`${base}/${key.split('/').map(escaped).join('/')}`);
}

async function send(
  method: 'GET' | 'DELETE',
  url: URL,
  more: Readonly<Record<string, string>>,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Response> {
  const signer = await client.config.signer({
    name: 'sigv4',
    signingName: 's3',
    signingRegion: await client.config.region(),
    properties: {},
  });
  const { headers } = await signer.sign({
    method,
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', ...more },
  });
  return await fetch(url, {
    method,
    headers,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
}

/**
 * The bytes of an object; undefined where there is none (any more).
 * @param timeoutMs for the whole answer
 * @param firstBytes how many of them, from the beginning; all of them where left out
 * @throws Fault with the status where S3 refuses
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export async function readObject(
  bucket: string,
  key: string,
  timeoutMs: number,
  signal: AbortSignal,
  firstBytes?: number,
): Promise<Uint8Array | undefined> {
  const range: Record<string, string> =
    firstBytes === undefined ? {} : { range: `bytes=0-${firstBytes - 1}` };
  const answer = await send(
    'GET',
    objectUrl(bucket, key, await client.config.region()),
    range,
    timeoutMs,
    signal,
  );
  if (answer.status === 404) return undefined;
  if (!answer.ok)
    throw new Fault(`S3 answered ${answer.status}; the function's role must allow s3:GetObject`);
  return new Uint8Array(await answer.arrayBuffer());
}

/**
 * Deletes an object; one that is not there is deleted.
 * @throws Fault with the status where S3 refuses
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObject.html
 */
export async function deleteObject(
  bucket: string,
  key: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<void> {
  const answer = await send(
    'DELETE',
    objectUrl(bucket, key, await client.config.region()),
    {},
    timeoutMs,
    signal,
  );
  if (!answer.ok && answer.status !== 404)
    throw new Fault(`S3 answered ${answer.status}; the function's role must allow s3:DeleteObject`);
}
