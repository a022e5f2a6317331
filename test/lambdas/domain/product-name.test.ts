/** What a product is called for a caller. */
import { describe, expect, test } from '@jest/globals';
import { LANGUAGES } from '../../../lambdas/domain/language.ts';
import { productNames, spokenProduct } from '../../../lambdas/domain/product-name.ts';

const lamp = { sku: 'LAMP-01', name: 'Desk lamp', names: { el: 'Φωτιστικό γραφείου', ro: 'Lampă de birou' } };

describe('the name of a product', () => {
  test.each([
    ['en', 'Desk lamp'],
    ['el', 'Φωτιστικό γραφείου'],
    ['ro', 'Lampă de birou'],
    ['hu', 'Desk lamp'],
  ] as const)('is for a caller in %s %s, and nothing else of it changes', (language, name) => {
    expect(spokenProduct(lamp, language, [])).toEqual({ ...lamp, name });
  });
  test('is the English one where there is no other at all', () => {
    for (const language of LANGUAGES)
      expect(spokenProduct({ name: 'Kettle' }, language, [])).toEqual({ name: 'Kettle' });
  });
  test('is the English one in a language that no voice reads, and its own in the others', () => {
    expect(spokenProduct(lamp, 'el', ['el', 'hu']).name).toBe('Desk lamp');
    expect(spokenProduct(lamp, 'ro', ['el', 'hu']).name).toBe('Lampă de birou');
  });
  test.each([{ en: 'Desk lamp' }, { de: 'Lampe' }, { el: '' }, { el: 'Φ'.repeat(101) }, { ro: 7 }, 'Lampă'])(
    'is refused as %j',
    (names) => {
      expect(productNames.safeParse(names).success).toBe(false);
    },
  );
  test('may be given in some languages, in all, or in none', () => {
    for (const names of [{}, { hu: 'Asztali lámpa' }, { el: 'Φ'.repeat(100), hu: 'a', ro: 'b' }])
      expect(productNames.parse(names)).toEqual(names);
  });
});
