import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { assetPath, readAssembly } from '../../../local/assembly/assembly.ts';

const template = { Resources: { A: { Type: 'AWS::CDK::Metadata' } } };
const bucketName = `cdk-hnb659fds-assets-\${AWS::AccountId}-\${AWS::Region}`;

function written(files: Record<string, unknown>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callwright-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return folder;
}

const good = {
  'manifest.json': {
    version: '53.0.0',
    artifacts: {
      'Callwright-dev.assets': {
        type: 'cdk:asset-manifest',
        properties: { file: 'Callwright-dev.assets.json' },
      },
      'Callwright-dev': {
        type: 'aws:cloudformation:stack',
        properties: { templateFile: 'Callwright-dev.template.json' },
      },
      Tree: { type: 'cdk:tree', properties: { file: 'tree.json' } },
    },
  },
  'Callwright-dev.template.json': template,
  'Callwright-dev.assets.json': {
    files: {
      abc: {
        source: { path: 'asset.abc', packaging: 'zip' },
        destinations: { current: { bucketName, objectKey: 'abc.zip' } },
      },
    },
  },
};

describe('reading a cloud assembly', () => {
  test('gives the stacks and finds the files behind the objects of the template', () => {
    const folder = written({ ...good, 'asset.abc': {} });
    const assembly = readAssembly(folder);
    expect(assembly.stacks).toEqual([{ name: 'Callwright-dev', template }]);
    const place = { accountId: '123456789012', region: 'us-east-1', partition: 'aws' };
    const bucket = 'cdk-hnb659fds-assets-123456789012-us-east-1';
    expect(assetPath(assembly, bucket, 'abc.zip', place)).toBe(join(folder, 'asset.abc'));
    expect(assetPath(assembly, bucket, 'def.zip', place)).toBeUndefined();
    // A bundle that somebody deleted: the boot says so, and not the first call of its function.
    rmSync(join(folder, 'asset.abc'));
    expect(assetPath(assembly, bucket, 'abc.zip', place)).toBeUndefined();
    expect(assetPath(assembly, bucket, 'abc.zip', { ...place, region: 'eu-west-1' })).toBeUndefined();
  });

  test('follows nested assemblies', () => {
    const nested = Object.fromEntries(
      Object.entries(good).map(([name, content]) => [`assembly-stage/${name}`, content]),
    );
    const folder = written({
      ...nested,
      'manifest.json': {
        artifacts: { Stage: { type: 'cdk:cloud-assembly', properties: { directoryName: 'assembly-stage' } } },
      },
    });
    expect(readAssembly(folder).stacks.map(({ name }) => name)).toEqual(['Callwright-dev']);
  });

  const broken: readonly [string, Record<string, unknown>, string][] = [
    ['no cdk.out', { 'other.txt': '' }, 'there is no cloud assembly in'],
    [
      'a manifest cut off',
      { ...good, 'manifest.json': '{"artifacts":' },
      'manifest.json of the cloud assembly cannot be read',
    ],
    [
      'a manifest without artifacts',
      { ...good, 'manifest.json': {} },
      'manifest.json is not what a cloud assembly holds (artifacts',
    ],
    [
      'a stack without its template',
      { 'manifest.json': good['manifest.json'] },
      'assets.json of the cloud assembly cannot be read',
    ],
    [
      'an artifact without a file',
      { 'manifest.json': { artifacts: { S: { type: 'aws:cloudformation:stack' } } } },
      'is broken (S: templateFile is missing)',
    ],
    ['a template that is none', { ...good, 'Callwright-dev.template.json': [] }, 'the document'],
    [
      'an assets file that is none',
      { ...good, 'Callwright-dev.assets.json': { files: { abc: {} } } },
      'assets.json is not what a cloud assembly holds',
    ],
  ];
  for (const [name, files, message] of broken) {
    test(`${name} is one sentence`, () => {
      expect(() => readAssembly(written(files))).toThrow(message);
    });
  }
});
