/** A link to an object of a bucket that works for a short time, for whoever has it: what a browser plays from. */

import { SignatureV4 } from '@smithy/signature-v4';
import { defaultProvider } from './credentials-from-environment.ts';
import { objectUrl } from './object-store.ts';
import { Sha256 } from './sha256.ts';

/**
 * @param seconds until it no longer works; it ends before that with the credentials of the function
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ShareObjectPreSignedURL.html
 */
export async function linkToObject(bucket: string, key: string, seconds: number, now: Date): Promise<string> {
  const { AWS_REGION: region = 'us-east-1' } = process.env;
  const url = objectUrl(bucket, key, region);
  const signer = new SignatureV4({
    service: 's3',
    region,
    credentials: defaultProvider(),
    sha256: Sha256,
    // S3 alone takes a path as it is written.
    uriEscapePath: false,
    applyChecksum: false,
  });
  const { query = {} } = await signer.presign(
    {
      method: 'GET',
      protocol: url.protocol,
      hostname: url.hostname,
      ...(url.port === '' ? {} : { port: Number(url.port) }),
      path: url.pathname,
      query: {},
      // Of a link S3 checks no content (API/sigv4-query-string-auth): signed otherwise it is refused.
      headers: { host: url.host, 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD' },
    },
    { expiresIn: seconds, signingDate: now },
  );
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  return url.href;
}
