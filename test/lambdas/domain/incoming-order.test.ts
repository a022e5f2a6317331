/** Orders of feeds are read as what they say, and rubbish is told as such. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { INTAKE_FORMATS, type IncomingOrder, readIncoming } from '../../../lambdas/domain/incoming-order.ts';

const escaped = (text: string): string => text.replaceAll(/[?+:']/g, '?$&');
const edifact = ({ customerId, currency, lines }: IncomingOrder): string =>
  [
    `NAD+BY+${escaped(customerId)}`,
    `CUX+2:${currency}`,
    ...lines.flatMap(({ sku, quantity, unitPriceMinor }, index) => [
      `LIN+${index + 1}++${sku}`,
      `QTY+21:${quantity}`,
      ...(unitPriceMinor === undefined ? [] : [`PRI+AAA:${unitPriceMinor}`]),
    ]),
  ]
    .map((segment) => `${segment}'\r\n`)
    .join('');

const order: fc.Arbitrary<IncomingOrder> = fc.record({
  customerId: fc.stringMatching(/^[a-z0-9-]{1,40}$/),
  currency: fc.stringMatching(/^[A-Z]{3}$/),
  lines: fc.uniqueArray(
    fc.record(
      {
        sku: fc.stringMatching(/^[A-Z0-9-]{1,20}$/),
        quantity: fc.integer({ min: 1, max: 10_000 }),
        unitPriceMinor: fc.nat(10_000_000),
      },
      { requiredKeys: ['sku', 'quantity'] },
    ),
    { minLength: 1, maxLength: 20, selector: ({ sku }) => sku },
  ),
});

test('what is written in either format is read as it was', () => {
  fc.assert(
    fc.property(order, (one) => {
      expect(readIncoming('json', JSON.stringify(one))).toEqual({ kind: 'read', order: one });
      expect(readIncoming('edifact', edifact(one))).toEqual({ kind: 'read', order: one });
    }),
    { numRuns: 100 },
  );
});

describe('rubbish', () => {
  test('of any kind is unreadable, with a reason', () => {
    const rubbish = fc.oneof(fc.string(), fc.json(), fc.stringMatching(/^[A-Z+:'?0-9]{0,60}$/));
    fc.assert(
      fc.property(fc.constantFrom(...INTAKE_FORMATS), rubbish, (format, content) => {
        expect(readIncoming(format, content)).toEqual({ kind: 'unreadable', because: expect.any(String) });
      }),
      { numRuns: 300 },
    );
  });
  test.each([
    ["QTY+21:1'", 'a quantity stands before any line'],
    ["PRI+AAA:1'", 'a price stands before any line'],
    ['NAD+BY+c-1', 'no segments'],
    ["NAD+BY+c-1'CUX+2:USD'LIN+1++A'QTY+21:1.5'", 'lines.0.quantity'],
    ["NAD+BY+c-1'CUX+2:USD'LIN+1++A'", 'lines.0.quantity'],
    ["'".repeat(2_001), 'too many'],
  ])('%j is told as %s', (content, because) => {
    expect(readIncoming('edifact', content)).toMatchObject({ because: expect.stringContaining(because) });
  });
});
