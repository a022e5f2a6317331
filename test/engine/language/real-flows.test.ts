/** Flows that other people exported from their own centres are read, printed, changed and broken. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import { checkFlow } from '../../../engine/language/check.ts';
import { parseFlow } from '../../../engine/language/parse.ts';
import { printFlow } from '../../../engine/language/print.ts';
import { printParsed } from '../../../engine/language/print-parsed.ts';
import { isFull } from '../../calls/counts.ts';

const folder = join(process.cwd(), '..', 'shared', 'flows');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

const describeFlows = files.length > 0 ? describe : describe.skip;
const reason = files.length > 0 ? '' : ` (skipped: there is no folder ../shared/flows beside the repository)`;

describeFlows(`real flows${reason}`, () => {
  const parsed = files.map((file) => ({ file, ...parseFlow(readFileSync(join(folder, file), 'utf8')) }));
  const older = parsed.filter(({ form }) => form === 'older-export');
  const today = parsed.filter(({ form }) => form === 'flow');

  test('all 314 are read, 74 of them older exports that the service would not take', () => {
    expect([parsed.length, older.length, today.length]).toEqual([314, 74, 240]);
    for (const { diagnostics } of older) expect(diagnostics[0]?.code).toBe('flow/older-export');
  });
  test('five of today have a fault, which their authors left there', () => {
    expect(today.filter(({ diagnostics }) => diagnostics.length > 0)).toHaveLength(5);
  });
  test('untouched, each is printed as it was, byte for byte', () => {
    const different = parsed.filter((each) => printParsed(each) !== each.text).map(({ file }) => file);
    expect(different).toEqual([]);
  });
  test('with one parameter changed, only its characters differ', () => {
    for (const each of today) {
      const { document, text } = each;
      const entry = document?.Actions.flatMap(({ Parameters }, index) =>
        Object.entries(Parameters).flatMap(([name, value]) =>
          typeof value === 'string' ? [{ index, name, value }] : [],
        ),
      )[0];
      if (document === undefined || entry === undefined) continue;
      const Actions = document.Actions.map((action, index) =>
        index === entry.index
          ? { ...action, Parameters: { ...action.Parameters, [entry.name]: `${entry.value}↯` } }
          : action,
      );
      expect(printParsed(each, { ...document, Actions }).replace('↯', '')).toBe(text);
    }
  });
  test('each says the same after it is printed in our order', () => {
    for (const { document, diagnostics } of today) {
      if (document === undefined) throw new Error('a flow of today is a document');
      const again = parseFlow(printFlow(document));
      expect(again.document).toEqual(document);
      expect(again.diagnostics.length).toBeLessThanOrEqual(diagnostics.length);
    }
  });
  test('older ones are converted; 67 publish as they come out, the others lack what their export lacks', () => {
    const refused = older.filter(
      ({ document, type }) =>
        document === undefined || checkFlow(document, type ?? 'CONTACT_FLOW', blockOf).length > 0,
    );
    expect(refused).toHaveLength(7);
  });
  test('broken in any place, they are read or refused, checked and printed, and never crash or hang', () => {
    const scrap = fc.constantFrom(
      '',
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      'null',
      '"$.Attributes.$.x"',
      '1e999',
      '9'.repeat(300),
      '\\',
      '\u0000',
      '__proto__',
    );
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), scrap, fc.nat(40)), {
          minLength: 1,
          maxLength: 3,
        }),
        (which, breaks) => {
          let { text } = parsed[which % parsed.length] ?? { text: '' };
          for (const [place, put, cut] of breaks) {
            const at = Math.floor(place * text.length);
            text = text.slice(0, at) + put + text.slice(at + cut);
          }
          const each = parseFlow(text);
          expect(each.document !== undefined || each.diagnostics.length > 0).toBe(true);
          expect(printParsed(each)).toBe(text);
          if (each.document !== undefined) {
            checkFlow(each.document, 'CONTACT_FLOW', blockOf);
            printParsed(each, { ...each.document, StartAction: 'elsewhere' });
          }
        },
      ),
      { numRuns: isFull ? 10_000 : 100 },
    );
  }, 600_000);
});
