/** The hash with which functions sign requests, held to the one that the SDK brings along. */
import { expect, test } from '@jest/globals';
import { Sha256 as SdkSha256 } from '@smithy/core/checksum';
import fc from 'fast-check';
import { Sha256 } from '../../../lambdas/runtime/sha256.ts';

const secrets = fc.oneof(
  fc.string({ minLength: 1 }),
  fc.uint8Array(),
  fc.uint8Array().map((bytes) => bytes.slice().buffer),
  fc.uint8Array({ minLength: 4 }).map((bytes) => bytes.subarray(2)),
);

test('whatever is hashed or signed has the digest that the SDK would make of it', async () => {
  const data = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.uint8Array()), { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.option(secrets, { nil: undefined }), data, async (secret, parts) => {
      const [ours, theirs] = [new Sha256(secret), new SdkSha256(secret)];
      for (const part of parts) {
        ours.update(part);
        theirs.update(typeof part === 'string' ? Buffer.from(part) : part);
      }
      expect(Buffer.from(await ours.digest())).toEqual(Buffer.from(await theirs.digest()));
    }),
    { numRuns: 50 },
  );
});

test('after a reset nothing is left of what was hashed before', async () => {
  const hash = new Sha256('a secret');
  hash.update('before');
  hash.reset();
  hash.update('after');
  const fresh = new Sha256('a secret');
  fresh.update('after');
  expect(await hash.digest()).toEqual(await fresh.digest());
});
