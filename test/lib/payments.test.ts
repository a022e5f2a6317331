/** What cdk.json has to say before a deployment takes payments, and what a mistake in it is told as. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Configuration } from '../../lib/config.ts';
import { developmentKey } from '../../lib/development-certificate.ts';
import { paymentConfiguration } from '../../lib/payments.ts';

const folder = mkdtempSync(join(tmpdir(), 'callwright-payments-'));
const put = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const own = developmentKey('Larkfield Supplies');
const certificate = put('own.pem', own.certificate);
const secretArn = 'arn:aws:secretsmanager:us-east-1:123456789012:secret:payments-AbCdEf';
const NOW = new Date('2026-11-24T12:00:00Z');
const configured = (payments: Partial<Configuration['payments']>) =>
  paymentConfiguration({ payments: { provider: 'stripe', moto: true, ...payments } }, false, NOW);

describe('payments', () => {
  test('are taken by nobody unless cdk.json names a provider', () => {
    expect(configured({ provider: 'none', certificates: [certificate], secretArn })).toBeUndefined();
  });
  test('by Stripe need a certificate and a secret', () => {
    expect(configured({ certificates: [certificate], secretArn })).toEqual({
      provider: 'stripe',
      moto: true,
      certificates: [own.certificate],
      secretArn,
    });
  });
  test('on one machine alone are taken by a pretended bank, with a key that is made anew', () => {
    const [one, other] = [0, 1].map(() =>
      paymentConfiguration({ payments: { provider: 'none', moto: false } }, true),
    );
    expect(one).toMatchObject({ provider: 'local', privateKeys: [expect.stringContaining('PRIVATE KEY')] });
    expect(one?.certificates).not.toEqual(other?.certificates);
  });
  test.each<[string, Partial<Configuration['payments']>, RegExp]>([
    ['no certificate', { secretArn }, /payments\.certificates is missing; name the file/],
    ['no secret', { certificates: [certificate] }, /payments\.secretArn is missing; name the secret/],
    [
      'a file that is not there',
      { certificates: ['nowhere.pem'], secretArn },
      /"nowhere\.pem", which cannot be read: .*ENOENT/,
    ],
    [
      'a private key',
      { certificates: [put('key.pem', own.privateKey)], secretArn },
      /holds a private key; keep that in the secret/,
    ],
    [
      'a public key',
      { certificates: [put('public.pem', own.publicKey)], secretArn },
      /is no X\.509 certificate/,
    ],
    ['some text', { certificates: [put('text.pem', 'hello')], secretArn }, /is no X\.509 certificate/],
    [
      'an expired certificate',
      {
        certificates: [
          put('old.pem', developmentKey('Old', new Date('2024-01-01'), new Date('2025-01-01')).certificate),
        ],
        secretArn,
      },
      /expired on 2025-01-01; Connect would encrypt no card/,
    ],
  ])('with %s stop the synthesis with one sentence', (_title, payments, message) => {
    expect(() => configured(payments)).toThrow(message);
  });
});
