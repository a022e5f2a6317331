import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { assemblyFolder } from '../../lib/paths.ts';
import { contextOf, isCurrent, synthesize } from '../../lib/synthesize.ts';
import { readAssembly } from './fixtures/template.ts';

const outdir = join(mkdtempSync(join(tmpdir(), 'callwright-synthesize-')), 'cdk.out');

describe('synthesis in a process of its own', () => {
  test('writes the product as it deploys, and knows that it is current', () => {
    expect(isCurrent({ outdir })).toBe(false);
    // The set-up of all tests has synthesized; once is enough.
    cpSync(assemblyFolder, outdir, { recursive: true });
    expect(isCurrent({ outdir })).toBe(true);
    expect(isCurrent({ outdir, environment: 'prod' })).toBe(false);
    const assembly = readAssembly(outdir, 'dev');
    expect(assembly.findings).toEqual([]);
    const flows = assembly.resources.filter(({ Type }) => Type.startsWith('AWS::Connect::ContactFlow'));
    expect(flows.length).toBeGreaterThan(5);
    for (const { Properties } of flows) {
      const content = JSON.stringify(Properties['Content']);
      expect(content.length).toBeLessThan(256_000);
      expect(/\$\{/.test(content)).toBe(false);
    }
  });
  test('that fails says why in one sentence, and leaves the assembly that was there', async () => {
    const before = readdirSync(outdir);
    await expect(synthesize({ outdir, environment: 'prd' })).rejects.toThrow(
      /^environment "prd" is not in cdk\.json; choose one of dev, prod with -c environment=NAME\.$/,
    );
    expect(readdirSync(outdir)).toEqual(before);
    expect(readdirSync(join(outdir, '..'))).toEqual(['cdk.out']);
  }, 120_000);
  test('is not current any more when the CDK command line has written to the folder', () => {
    const manifest = join(outdir, 'manifest.json');
    const text = readFileSync(manifest, 'utf8');
    writeFileSync(manifest, text.replaceAll('Callwright-dev', 'Callwright-prod'));
    expect(isCurrent({ outdir })).toBe(false);
    writeFileSync(manifest, text);
    expect(isCurrent({ outdir })).toBe(true);
  });
  test('is not current any more when a template is damaged, or a bundle is gone', () => {
    const template = join(outdir, 'Callwright-dev.template.json');
    const text = readFileSync(template, 'utf8');
    writeFileSync(template, text.slice(0, 2_000));
    expect(isCurrent({ outdir })).toBe(false);
    writeFileSync(template, text);
    const bundle = readdirSync(outdir).find((name) => name.startsWith('asset.')) ?? '';
    renameSync(join(outdir, bundle), join(outdir, 'elsewhere'));
    expect(isCurrent({ outdir })).toBe(false);
    renameSync(join(outdir, 'elsewhere'), join(outdir, bundle));
    expect(isCurrent({ outdir })).toBe(true);
  });
  test('is not current any more when the sources were others', () => {
    const stamp = join(outdir, 'callwright-sources.json');
    writeFileSync(stamp, JSON.stringify({ ...JSON.parse(readFileSync(stamp, 'utf8')), sources: 'other' }));
    expect(isCurrent({ outdir })).toBe(false);
  });
  test.each(['{', 'null', '{"environment":"dev"}'])('is not current with a damaged stamp: %s', (text) => {
    writeFileSync(join(outdir, 'callwright-sources.json'), text);
    expect(isCurrent({ outdir })).toBe(false);
  });
});

test.each([
  ['{', /^cdk\.json is not JSON \(.*\); correct or restore it\.$/],
  ['', /^cdk\.json is not JSON/],
  ['{}', 'cdk.json has no "context"; restore it.'],
  ['[]', 'cdk.json has no "context"; restore it.'],
])('a cdk.json that holds %j is one sentence, not a stack trace', (text, sentence) => {
  expect(() => contextOf(text, 'dev')).toThrow(sentence);
});
