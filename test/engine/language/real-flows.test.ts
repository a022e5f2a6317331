/** Flows that other people exported from their own centres are read, printed and read again. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseFlow } from '../../../engine/language/parse.ts';
import { printFlow } from '../../../engine/language/print.ts';

const folder = join(process.cwd(), '..', 'shared', 'flows');
const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith('.json')) : [];

const describeFlows = files.length > 0 ? describe : describe.skip;
const reason = files.length > 0 ? '' : ` (skipped: there is no folder ../shared/flows beside the repository)`;

describeFlows(`real flows${reason}`, () => {
  const parsed = files.map((file) => ({ file, ...parseFlow(readFileSync(join(folder, file), 'utf8')) }));

  test('all 314 are read, the 74 older exports refused by name', () => {
    const codes = parsed.flatMap(({ diagnostics }) => diagnostics.map(({ code }) => code));
    expect(parsed).toHaveLength(314);
    expect(parsed.filter(({ document }) => document === undefined)).toHaveLength(74);
    expect(codes.filter((code) => code === 'flow/older-export')).toHaveLength(74);
  });
  test('five have a fault, which their authors left there', () => {
    const faulty = parsed.filter(
      ({ document, diagnostics }) => document !== undefined && diagnostics.length > 0,
    );
    expect(faulty).toHaveLength(5);
  });
  test('each says the same after it is printed', () => {
    for (const { document, diagnostics } of parsed) {
      if (document === undefined) continue;
      const again = parseFlow(printFlow(document));
      expect(again.document).toEqual(document);
      expect(again.diagnostics.length).toBeLessThanOrEqual(diagnostics.length);
    }
  });
});
