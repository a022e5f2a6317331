/** What is keyed in secret becomes what Connect would make of it, and only its private key reads it. */
import { X509Certificate } from 'node:crypto';
import { buildDecrypt } from '@aws-crypto/decrypt-node';
import { RawRsaKeyringNode } from '@aws-crypto/raw-rsa-keyring-node';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { developmentKey } from '../../../lib/development-certificate.ts';
import { encryptInput } from '../../../local/connect/services/input-encryption.ts';

const NOW_MS = Date.UTC(2026, 10, 24);
const own = developmentKey('Callwright development');
const another = developmentKey('Somebody else');
const old = developmentKey('Expired', new Date('2024-01-01T00:00:00Z'), new Date('2025-01-01T00:00:00Z'));
const keys = new Map([
  ['own', own.publicKey],
  ['old', old.publicKey],
  ['broken', '-----BEGIN PUBLIC KEY-----\nx'],
]);

const encrypt = (keyId: string, certificate: string, digits: string, nowMs = NOW_MS) =>
  encryptInput(keys, { keyId, certificate, keys: digits }, nowMs);

async function decrypt(ciphertext: unknown, { privateKey } = own, keyName = 'own'): Promise<string> {
  const keyring = new RawRsaKeyringNode({
    keyName,
    keyNamespace: 'AmazonConnect',
    rsaKey: { privateKey },
    oaepHash: 'sha512',
  });
  const { plaintext } = await buildDecrypt().decrypt(keyring, Buffer.from(String(ciphertext), 'base64'));
  return plaintext.toString('utf8');
}

describe('what is keyed in secret', () => {
  test('is read again with the private key, whatever it is, and is not in the ciphertext', async () => {
    await fc.assert(
      fc.asyncProperty(fc.stringMatching(/^[0-9*#]{0,20}$/), async (digits) => {
        const answer = await encrypt('own', own.certificate, digits);
        const ciphertext = String(answer.values?.['ciphertext']);
        expect(ciphertext).toMatch(/^[A-Za-z0-9+/]+={0,2}$/);
        expect(await decrypt(ciphertext)).toBe(digits);
      }),
      { numRuns: 5 },
    );
  });
  test('is another ciphertext each time', async () => {
    const [one, other] = await Promise.all([
      encrypt('own', own.certificate, '123'),
      encrypt('own', own.certificate, '123'),
    ]);
    expect(one).not.toEqual(other);
  });
  test.each([
    ['another private key', another, 'own'],
    ['another name of the key', own, 'other'],
  ])('is not read with %s', async (_title, key, keyName) => {
    const { values } = await encrypt('own', own.certificate, '4242424242424242');
    await expect(decrypt(values?.['ciphertext'], key, keyName)).rejects.toThrow();
  });
  test.each([
    ['a key that the instance has not', 'none', own.certificate, /^security key 'none' does not exist/],
    ['a certificate of another key', 'own', another.certificate, /is not signed with the security key 'own'/],
    ['a public key in place of a certificate', 'own', own.publicKey, /is no X.509 certificate/],
    ['a torn certificate', 'own', own.certificate.slice(0, 200), /is no X.509 certificate/],
    ['an expired certificate', 'old', old.certificate, /has expired on 2025-01-01T00:00:00.000Z/],
    ['a security key that is none', 'broken', own.certificate, /is not signed with the security key/],
  ])('is refused with %s', async (_title, keyId, certificate, message) => {
    expect(await encrypt(keyId, certificate, '1')).toMatchObject({
      kind: 'refused',
      message: expect.stringMatching(message),
    });
  });
  test('is refused before the certificate is valid', async () => {
    expect(await encrypt('own', own.certificate, '1', Date.UTC(2019, 0, 1))).toMatchObject({
      message: expect.stringContaining('is valid from 2020-01-01'),
    });
  });
});

test('a development certificate is one that Node.js reads, signed by its own key', () => {
  const certificate = new X509Certificate(own.certificate);
  expect(certificate.subject).toBe('CN=Callwright development');
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.publicKey.export({ type: 'spki', format: 'pem' })).toBe(own.publicKey);
});
