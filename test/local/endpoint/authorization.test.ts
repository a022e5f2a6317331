import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAuthorization } from '../../../local/endpoint/authorization.ts';

const good =
  'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date, Signature=fe5f80';

describe('the Authorization header', () => {
  test('tells key, region and service, with or without spaces', () => {
    const scope = { accessKeyId: 'AKIDEXAMPLE', region: 'us-east-1', service: 'dynamodb' };
    expect(parseAuthorization(good)).toEqual({ kind: 'signed', scope });
    expect(parseAuthorization(good.replaceAll(', ', ','))).toEqual({ kind: 'signed', scope });
    expect(parseAuthorization(`  ${good.replaceAll(', ', ' , ')} `)).toEqual({ kind: 'signed', scope });
  });
  test('may be missing', () => {
    expect(parseAuthorization(undefined)).toEqual({ kind: 'unsigned' });
    expect(parseAuthorization(' ')).toEqual({ kind: 'unsigned' });
  });
  const wrong: readonly [string, string][] = [
    ['Bearer abc', "Unsupported signing algorithm 'Bearer'"],
    [
      'AWS4-HMAC-SHA256',
      "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter.",
    ],
    [good.replace(/, Signature.*/, ''), "requires 'Signature' parameter."],
    [good.replace('/dynamodb', ''), 'Credential must have exactly 5 slash-delimited elements'],
    [good.replace('20261122', 'today'), 'Credential must have exactly 5'],
    [good.replace('dynamodb', '../etc'), 'Credential must have exactly 5'],
    [good.replace('aws4_request', 'aws5_request'), 'Credential must have exactly 5'],
    [good.replace('AKIDEXAMPLE', ''), 'Credential must have exactly 5'],
  ];
  for (const [header, message] of wrong) {
    test(`is malformed: ${header.slice(0, 60)}`, () => {
      expect(parseAuthorization(header)).toEqual({
        kind: 'malformed',
        message: expect.stringContaining(message),
      });
    });
  }

  test('whatever it is, it is signed, unsigned or malformed in a short sentence', () => {
    const mutated = fc
      .tuple(fc.nat(good.length), fc.nat(20), fc.string())
      .map(([from, length, insert]) => good.slice(0, from) + insert + good.slice(from + length));
    fc.assert(
      fc.property(fc.oneof(fc.string(), mutated), (header) => {
        const parsed = parseAuthorization(header);
        if (parsed.kind === 'signed') {
          expect(Object.values(parsed.scope).every((part) => part !== '' && !part.includes('/'))).toBe(true);
        }
        if (parsed.kind === 'malformed') expect(parsed.message.length).toBeLessThan(300);
      }),
      { numRuns: 2_000 },
    );
  });

  test('every scope that a client can write is read back', () => {
    const part = fc.stringMatching(/^[A-Za-z0-9-]+$/);
    fc.assert(
      fc.property(part, part, part, (accessKeyId, region, service) => {
        const header = `AWS4-HMAC-SHA256 Credential=${accessKeyId}/20261122/${region}/${service}/aws4_request, SignedHeaders=host, Signature=0`;
        expect(parseAuthorization(header)).toEqual({
          kind: 'signed',
          scope: { accessKeyId, region, service },
        });
      }),
    );
  });
});
