/** Buckets of the local cloud: put and get with rights, told of to rules, and filled from a folder. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Principal } from '../../local/endpoint/service.ts';
import { Buckets } from '../../local/s3/buckets.ts';
import { watchFolder } from '../../local/s3/watched-folder.ts';
import { stack } from './dynamodb/tables.ts';

const may = (allowed: readonly string[]): Principal => ({
  arn: 'arn:aws:sts::123456789012:assumed-role/test/test',
  decide: (action, resource) =>
    allowed.includes(`${action} ${resource}`) ? { allowed: true } : { allowed: false, message: 'no' },
});

function bucketOf(properties: object, told: unknown[] = []) {
  const buckets = new Buckets({
    bus: { put: (event) => told.push(event) },
    nowMs: () => 0,
    onFault: () => undefined,
    folder: undefined,
  });
  const [provisioner] = buckets.provisioners();
  const request = {
    logicalId: 'Files',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'files', ...properties },
    stack,
  };
  provisioner?.create(request);
  const ask = async (method: string, path: string, principal: Principal, body = '') => {
    const answer = await buckets.service().handle({
      method,
      path,
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.from(body),
      principal,
    });
    return [answer.status, answer.body.toString()] as const;
  };
  return { buckets, ask };
}

const HEARD = { NotificationConfiguration: { EventBridgeConfiguration: { EventBridgeEnabled: true } } };

test('an object is put and got by whoever may, under any name, and told of where EventBridge is switched on', async () => {
  const told: unknown[] = [];
  const { ask } = bucketOf(HEARD, told);
  const key = 'in/ő (1)+2.json';
  const somebody = may([`s3:PutObject arn:aws:s3:::files/${key}`, `s3:GetObject arn:aws:s3:::files/${key}`]);
  const path = `/files/in/${encodeURIComponent('ő (1)+2.json')}`;
  expect(await ask('GET', path, somebody)).toEqual([404, expect.stringContaining('NoSuchKey')]);
  expect(await ask('PUT', path, somebody, '{}')).toEqual([200, '']);
  expect(await ask('GET', path, somebody)).toEqual([200, '{}']);
  expect(await ask('GET', path, may([]))).toEqual([403, expect.stringContaining('AccessDenied')]);
  expect((await ask('DELETE', path, somebody))[0]).toBe(501);
  expect(told).toEqual([
    expect.objectContaining({
      source: 'aws.s3',
      'detail-type': 'Object Created',
      detail: expect.objectContaining({
        bucket: { name: 'files' },
        object: expect.objectContaining({ key, size: 2 }),
      }),
    }),
  ]);
});

test('a bucket that is not switched on tells nobody, and one that is not there is told', async () => {
  const told: unknown[] = [];
  const { buckets, ask } = bucketOf({}, told);
  buckets.put('files', 'a', Buffer.from('b'));
  expect(told).toEqual([]);
  expect(() => buckets.put('others', 'a', Buffer.from('b'))).toThrow("the stack has no bucket 'others'");
  const anybody = may(['s3:GetObject arn:aws:s3:::others/a']);
  expect(await ask('GET', '/others/a', anybody)).toEqual([404, expect.stringContaining('NoSuchBucket')]);
});

test('a file of the folder is told of once it has stopped growing, and again when it changes', async () => {
  const home = mkdtempSync(join(tmpdir(), 'buckets-'));
  let tell: (found: readonly [string, string]) => void = () => undefined;
  const next = () =>
    new Promise<readonly [string, string]>((resolve) => {
      tell = resolve;
    });
  const faults: unknown[] = [];
  const stop = watchFolder(
    home,
    'intake',
    (key, bytes) => tell([key, bytes.toString()]),
    (fault) => faults.push(fault),
  );
  try {
    const first = next();
    writeFileSync(join(home, 'intake', '.hidden'), 'x');
    writeFileSync(join(home, 'intake', 'W-1.json'), '{}');
    expect(await first).toEqual(['W-1.json', '{}']);
    const second = next();
    writeFileSync(join(home, 'intake', 'W-1.json'), '{"a":1}');
    expect(await second).toEqual(['W-1.json', '{"a":1}']);
    expect(faults).toEqual([]);
  } finally {
    stop();
    rmSync(home, { recursive: true });
  }
});
