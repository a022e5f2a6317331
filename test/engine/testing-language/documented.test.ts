/** Every code that the reader can give is explained in the documentation. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';

const FOLDER = 'engine/testing-language';

test('codes of notes and refusals are all in docs/testing-language.md, and no others', () => {
  const sources = readdirSync(FOLDER).map((file) => readFileSync(join(FOLDER, file), 'utf8'));
  const given = sources.flatMap((text) =>
    [...text.matchAll(/notes\.(?:error|deviation)\(\s*'([a-z-]+)'/g)].map(([, code = '']) => code),
  );
  // These are chosen between, or given by the helper that reads members and by the reader of files.
  const codes = new Set([...given, 'superseded-usage', 'usage', 'missing', 'wrong-kind', 'unreadable']);
  const page = readFileSync('docs/testing-language.md', 'utf8');
  const tables = page
    .slice(page.indexOf('## Notes and refusals'))
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  const explained = tables.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code),
  );
  expect(explained.toSorted()).toEqual([...codes].toSorted());
});
