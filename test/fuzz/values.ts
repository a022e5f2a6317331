/** What is put into the fields of contracts: what is right somewhere, what another function answered, and what is right nowhere. */
import fc from 'fast-check';
import { anyText } from '../kit/any-text.ts';

/** Values that mean something in the demo world, by the name of the field; more are learned from what functions answer. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  customerId: ['c-1001', 'c-1002', 'c-1003', 'c-1004', 'c-404', 'unknown'],
  orderNumber: ['1001', '1002', '1003', '1004', '1005', '1006', '777777', 'latest', 'none', ''],
  pin: ['4711', ''],
  productNumber: ['2101', '2207', '2403', '2901', '9999'],
  product: ['LAMP-01', 'PAPER-A4', 'SHELF-03', '2101', 'again'],
  partNumber: ['2901', '2101'],
  part: ['LAMP-01-ARM', 'LAMP-01'],
  quantity: ['1', '2', '0', '-1', '100', '999', '00000000001', '99999999999999999999', 'as-before'],
  line: ['1', '2', '0', '99'],
  version: ['1', '2', '99'],
  change: ['cancel', 'return', 'withdraw', 'exchange', 'quantity.1.1', 'quantity.1.0', 'quantity.99.999'],
  basket: [
    'USD 404 LAMP-01*1*4900',
    'USD 0 PAPER-A4*100*2375',
    'EUR 1 LAMP-01*1*1',
    'USD 999999999999999 SHELF-03*1*99999999',
  ],
  onceMoreAfter: ['none'],
  caseNumber: ['latest', '10000001'],
  reason: ['any', 'problem-delivery', 'problem-complaint', 'complaint-defect-high', 'out-of-hours'],
  verified: ['true', 'false'],
  wantedOutcome: ['none', 'refund', 'repair'],
  symptom: ['none', 'does-not-start', 'stops', 'noise-or-leak', 'something-else'],
  stepsTried: ['0', '1', '2'],
  answer: ['works', 'not-fixed', 'call-me'],
  wish: ['still-so', 'call-me', 'not-needed', 'find', 'forget'],
  at: ['soon', '2026-02-30T00:00:00Z', '9999-12-31T23:59:59Z', '0001-01-01T00:00:00Z'],
  from: ['now'],
  except: ['none'],
  instead: ['none'],
  language: ['en', 'el', 'hu', 'ro', 'xx'],
};

/** Of any script, size and kind. */
const ODD: readonly unknown[] = [
  '',
  ' ',
  '\u0000\u0001\u0002\u0003\u0004',
  '\ud800lone',
  '__proto__',
  'constructor',
  "' OR 1=1 --",
  '-1',
  '1e308',
  '-99999999999999999999',
  '٣٤٥٦٧',
  '‮gnirts‬',
  'Παπαδοπούλου Μαρία',
  'Őrsi Ágnes Zsófia',
  'Ștefan Țîrlea',
  '王小明王小明',
  'محمد علي الحسن',
  'प्रिया शर्मा',
  '👩‍👩‍👧‍👦👩‍👩‍👧‍👦',
  '+36 1 234 5678',
  '+999999999999999999',
  '0036/1-2345678',
  'x'.repeat(70_000),
  null,
  17,
  -0.5,
  true,
  {},
  [],
  { toString: 'not a function' },
];

/** A text or a thing that no contract asks for; long enough, as a rule, to be found again where it must not be. */
export const odd: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(...ODD),
  anyText(60),
  fc.string({ unit: 'grapheme', minLength: 5, maxLength: 40 }),
  fc.integer().map(String),
);

export type Choice =
  | { readonly kind: 'known'; readonly which: number }
  | { readonly kind: 'learned'; readonly which: number }
  | { readonly kind: 'odd'; readonly value: unknown }
  | { readonly kind: 'none' };

const which = fc.nat(1_000);
export const choice: fc.Arbitrary<Choice> = fc.oneof(
  { weight: 10, arbitrary: fc.record({ kind: fc.constant('known' as const), which }) },
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('learned' as const), which }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('odd' as const), value: odd }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('none' as const) }) },
);

const LEARNED_MAX = 40;

/** Remembers what functions have answered, so that the next one gets what a flow would pass on. */
export class Learned {
  readonly #values = new Map<string, string[]>();

  /** A `caseKey` is a case's number for whoever asks next, and so on. */
  static #names(field: string): readonly string[] {
    if (field === 'caseKey') return ['caseNumber'];
    if (['slot', 'second', 'third', 'fourth'].includes(field))
      return ['slot', 'instead', 'at', 'from', 'except'];
    if (field === 'previous') return ['onceMoreAfter', 'intentId'];
    if (field === 'sku') return ['product', 'part'];
    return [field];
  }

  keep(result: object): void {
    for (const [field, value] of Object.entries(result)) {
      if (typeof value !== 'string' || value === '') continue;
      for (const name of Learned.#names(field)) {
        const values = this.#values.get(name) ?? [];
        if (values.includes(value)) continue;
        this.#values.set(name, [...values, value].slice(-LEARNED_MAX));
      }
    }
  }

  /** The value of a field; undefined where it is left out. */
  valueOf(name: string, made: Choice): unknown {
    if (made.kind === 'none') return undefined;
    if (made.kind === 'odd') return made.value;
    const learned = this.#values.get(name) ?? [];
    const known = KNOWN[name] ?? [];
    const pool = made.kind === 'learned' && learned.length > 0 ? learned : known.length > 0 ? known : learned;
    return pool[made.which % Math.max(1, pool.length)] ?? 'nothing';
  }
}
