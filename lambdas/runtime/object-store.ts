/**
 * Reads an object of a bucket, signed by the client that a function has anyway: the SDK's own client of S3 would double
 * the bundle for this one request.
 */

import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { Fault } from './fault.ts';

/** Signs and nothing more. S3 alone takes a path as it is written, and not escaped once more. */
const client = new DynamoDBClient({ signingEscapePath: false });

/** As S3 writes a part of a key when it checks a signature. */
const escaped = (part: string): string =>
  encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The bytes of an object; undefined where there is none (any more).
 * @param timeoutMs for the whole answer
 * @throws Fault with the status where S3 refuses
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 */
export async function readObject(
  bucket: string,
  key: string,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Uint8Array | undefined> {
  const region = await client.config.region();
  const place = process.env['AWS_ENDPOINT_URL'];
  // Elsewhere than in AWS the bucket is the first part of the path.
  const base = place === undefined ? `https://${bucket}.s3.${region}.amazonaws.com` : `${place}/${bucket}`;
  const url = new URL(`${base}/${key.split('/').map(escaped).join('/')}`);
  const signer = await client.config.signer({
    name: 'sigv4',
    signingName: 's3',
    signingRegion: region,
    properties: {},
  });
  const { headers } = await signer.sign({
    method: 'GET',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
  });
  const answer = await fetch(url, {
    headers,
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  });
  if (answer.status === 404) return undefined;
  if (!answer.ok)
    throw new Fault(`S3 answered ${answer.status}; the function's role must allow s3:GetObject`);
  return new Uint8Array(await answer.arrayBuffer());
}
