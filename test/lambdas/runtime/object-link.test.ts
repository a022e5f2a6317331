/** Links to objects, held to what S3 computes when it checks one. */
import { createHash, createHmac } from 'node:crypto';
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { linkToObject } from '../../../lambdas/runtime/object-link.ts';

const ACCESS_KEY = 'AKIDEXAMPLE';
const SECRET = 'an example of a secret';

const escaped = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

/**
 * The signature of a link as S3 makes it from what it is asked.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
 */
function signatureOf(link: URL): string {
  const query = [...link.searchParams]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${escaped(name)}=${escaped(value)}`)
    .sort()
    .join('&');
  const [scope, at] = ['Credential', 'Date'].map((name) => link.searchParams.get(`X-Amz-${name}`) ?? '');
  const [, day = '', region = '', service = '', end = ''] = (scope ?? '').split('/');
  const request = ['GET', link.pathname, query, `host:${link.host}`, '', 'host', 'UNSIGNED-PAYLOAD'].join(
    '\n',
  );
  const digest = createHash('sha256').update(request).digest('hex');
  const text = ['AWS4-HMAC-SHA256', at, [day, region, service, end].join('/'), digest].join('\n');
  const keyed = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
  const key = [region, service, end].reduce<Buffer>(keyed, keyed(`AWS4${SECRET}`, day));
  return keyed(key, text).toString('hex');
}

test('a link has the signature that S3 computes of it, whatever its object is called', async () => {
  Object.assign(process.env, {
    AWS_ACCESS_KEY_ID: ACCESS_KEY,
    AWS_SECRET_ACCESS_KEY: SECRET,
    AWS_SESSION_TOKEN: 'a/token+of=a session',
    AWS_REGION: 'eu-west-2',
  });
  delete process.env['AWS_ENDPOINT_URL'];
  const names = fc.string({ unit: 'grapheme', minLength: 1 }).filter((name) => !/^\.*$|[/\\]/.test(name));
  await fc.assert(
    fc.asyncProperty(fc.array(names, { minLength: 1, maxLength: 3 }), async (parts) => {
      const link = new URL(
        await linkToObject('recordings', parts.join('/'), 300, new Date('2026-11-23T05:00:00Z')),
      );
      expect(link.host).toBe('recordings.s3.eu-west-2.amazonaws.com');
      expect(link.searchParams.get('X-Amz-Expires')).toBe('300');
      expect(link.searchParams.get('X-Amz-Security-Token')).toBe('a/token+of=a session');
      expect(link.searchParams.get('X-Amz-Signature')).toBe(signatureOf(link));
    }),
    { numRuns: 20 },
  );
});
