/** Something is built again when contents changed, and only then. */
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { build as esbuild } from 'esbuild';
import { pages } from '../../../local/commands/build-pages.ts';
import { makeWhenStale } from '../../../local/commands/freshness.ts';

let folder = '';
let made = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-fresh-'));
  mkdirSync(join(folder, 'src', 'deep'), { recursive: true });
  writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'a');
  writeFileSync(join(folder, 'lock.json'), '{}');
  made = 0;
});
afterEach(() => rmSync(folder, { recursive: true }));

const build = { name: 'pages', sources: ['src', 'lock.json', 'missing'], results: ['out.html'] };
const run = (): Promise<boolean> =>
  makeWhenStale(folder, join(folder, 'home', 'build.json'), build, async () => {
    made += 1;
    writeFileSync(join(folder, 'out.html'), 'out');
  });

test('a second run builds nothing', async () => {
  expect([await run(), await run()]).toEqual([true, false]);
});

test.each<[string, () => void]>([
  ['changed contents', () => writeFileSync(join(folder, 'src', 'deep', 'a.ts'), 'b')],
  ['a new file', () => writeFileSync(join(folder, 'src', 'b.ts'), '')],
  ['a file that is gone', () => rmSync(join(folder, 'src', 'deep', 'a.ts'))],
  [
    'a renamed file',
    () => renameSync(join(folder, 'src', 'deep', 'a.ts'), join(folder, 'src', 'deep', 'z.ts')),
  ],
  ['a changed lock file', () => writeFileSync(join(folder, 'lock.json'), '{"a":1}')],
  ['a source that appears', () => writeFileSync(join(folder, 'missing'), '')],
  ['a missing result', () => rmSync(join(folder, 'out.html'))],
  ['a damaged file of hashes', () => writeFileSync(join(folder, 'home', 'build.json'), '{"pages":')],
  ['a file of hashes of another form', () => writeFileSync(join(folder, 'home', 'build.json'), '[1]')],
])('%s is built again', async (_what, change) => {
  await run();
  change();
  expect([await run(), await run()]).toEqual([true, false]);
});

test('times do not count', async () => {
  await run();
  utimesSync(join(folder, 'lock.json'), new Date(), new Date(Date.now() + 60_000));
  expect(await run()).toBe(false);
});

test('a build that fails is tried again', async () => {
  const failing = makeWhenStale(folder, join(folder, 'home', 'build.json'), build, () =>
    Promise.reject(new Error('no')),
  );
  await expect(failing).rejects.toThrow('no');
  expect([await run(), made]).toEqual([true, 1]);
});

test('the pages are built again when anything changes that is in them', async () => {
  const { metafile } = await esbuild({
    entryPoints: ['home', 'phone', 'agent'].map((page) => `local/web/pages/${page}/main.tsx`),
    bundle: true,
    write: false,
    metafile: true,
    packages: 'external',
    external: ['*?worker&url'],
    loader: { '.svg': 'text', '.css': 'empty' },
    format: 'esm',
    outdir: folder,
  });
  const inThem = Object.keys(metafile.inputs);
  expect(inThem.length).toBeGreaterThan(50);
  const isSource = (file: string) =>
    pages.sources.some((source) => file === source || file.startsWith(`${source}/`));
  expect(inThem.filter((file) => !isSource(file))).toEqual([]);
});
