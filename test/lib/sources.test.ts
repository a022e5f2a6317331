import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { hashOfSources } from '../../lib/sources.ts';

let root: string;

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'callwright-sources-'));
  write('bin/app.ts', 'app');
  write('cdk.json', '{}');
  write('contact-flows/rendered/main-menu.json', '{}');
  write('engine/rules/check.ts', 'rules');
  write('lambdas/lookup-order/handler.ts', 'handler');
  write('lib/constructs/tables.ts', 'tables');
  write('package-lock.json', '{}');
});

describe('the hash of the sources', () => {
  test('does not depend on times or on the place of the project', () => {
    const before = hashOfSources(root);
    utimesSync(join(root, 'cdk.json'), 1, 1);
    expect(hashOfSources(root)).toBe(before);
    const elsewhere = `${root}-copy`;
    cpSync(root, elsewhere, { recursive: true });
    expect(hashOfSources(elsewhere)).toBe(before);
  });
  test.each([
    ['a changed configuration', () => write('cdk.json', '{"a":1}')],
    ['a changed library', () => write('package-lock.json', '{"a":1}')],
    ['a changed rule that flows are held to', () => write('engine/rules/check.ts', 'another')],
    ['a changed function', () => write('lambdas/lookup-order/handler.ts', 'another')],
    ['a new file', () => write('lib/new.ts', '')],
    ['a removed file', () => rmSync(join(root, 'lib/constructs/tables.ts'))],
    ['a renamed file', () => renameSync(join(root, 'lib/constructs'), join(root, 'lib/parts'))],
    [
      'text that moves from one file to another',
      () => {
        write('bin/app.ts', 'ap');
        write('cdk.json', 'p{}');
      },
    ],
  ])('changes with %s', (_title, change) => {
    const before = hashOfSources(root);
    change();
    expect(hashOfSources(root)).not.toBe(before);
  });
  test.each([
    ['a page of the local centre', 'local/web/page.tsx'],
    ['a test', 'test/lib/a.test.ts'],
    ['another command', 'bin/callwright.ts'],
  ])('does not change with %s', (_title, path) => {
    const before = hashOfSources(root);
    write(path, 'new');
    expect(hashOfSources(root)).toBe(before);
  });
  test('needs the sources: a missing one is an error and not an empty hash', () => {
    rmSync(join(root, 'cdk.json'));
    expect(() => hashOfSources(root)).toThrow(/cdk\.json/);
  });
});
