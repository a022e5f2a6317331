/** Buckets of the local cloud: put and get with rights, told of to rules, and filled from a folder. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Principal } from '../../local/endpoint/service.ts';
import { Buckets } from '../../local/s3/buckets.ts';
import { watchFolder } from '../../local/s3/watched-folder.ts';
import { stack } from './dynamodb/tables.ts';

/** 2 March 2026, 15:00 UTC. */
const NOW_MS = Date.UTC(2026, 2, 2, 15);

const may = (allowed: readonly string[]): Principal => ({
  arn: 'arn:aws:sts::123456789012:assumed-role/test/test',
  decide: (action, resource) =>
    allowed.includes(`${action} ${resource}`) ? { allowed: true } : { allowed: false, message: 'no' },
});

function bucketOf(properties: object, told: unknown[] = [], folder?: string) {
  const buckets = new Buckets({
    bus: { put: (event) => told.push(event) },
    nowMs: () => NOW_MS,
    onFault: () => undefined,
    folder,
  });
  const [provisioner] = buckets.provisioners();
  const request = {
    logicalId: 'Files',
    type: 'AWS::S3::Bucket',
    properties: { BucketName: 'files', ...properties },
    stack,
  };
  provisioner?.create(request);
  const ask = async (
    method: string,
    path: string,
    principal: Principal,
    body = '',
    { query = '', range }: { readonly query?: string; readonly range?: string } = {},
  ) => {
    const answer = await buckets.service().handle({
      method,
      path,
      query: new URLSearchParams(query),
      headers: { range },
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
  // What is not there is told only to whoever may list what is.
  expect((await ask('GET', path, somebody))[0]).toBe(403);
  const lister = may([`s3:GetObject arn:aws:s3:::files/${key}`, 's3:ListBucket arn:aws:s3:::files']);
  expect(await ask('GET', path, lister)).toEqual([404, expect.stringContaining('NoSuchKey')]);
  expect(await ask('PUT', path, somebody, '{}')).toEqual([200, '']);
  expect(await ask('GET', path, somebody)).toEqual([200, '{}']);
  expect(await ask('GET', path, may([]))).toEqual([403, expect.stringContaining('AccessDenied')]);
  expect((await ask('DELETE', path, somebody))[0]).toBe(403);
  expect((await ask('POST', path, somebody))[0]).toBe(501);
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

const anything = { ...may([]), decide: () => ({ allowed: true }) as const };

test('a part of an object is got by its range, a deleted one is gone, and a signed link works until its time is over', async () => {
  const { buckets, ask } = bucketOf({});
  buckets.put('files', 'a.wav', Buffer.from('0123456789'));
  const part = (range: string) => ask('GET', '/files/a.wav', anything, '', { range });
  expect(await part('bytes=0-3')).toEqual([206, '0123']);
  expect(await part('bytes=8-')).toEqual([206, '89']);
  expect(await part('bytes=-2')).toEqual([206, '89']);
  expect(await part('bytes=4-99')).toEqual([206, '456789']);
  for (const odd of ['bytes=-', 'bytes=3-2', 'lines=1-2', 'bytes=0-1,3-4'])
    expect(await part(odd)).toEqual([200, '0123456789']);
  for (const beyond of ['bytes=20-30', 'bytes=10-', 'bytes=-0'])
    expect(await part(beyond)).toEqual([416, expect.stringContaining('InvalidRange')]);
  const link = (query: string) => ask('GET', '/files/a.wav', anything, '', { query });
  expect(await link('X-Amz-Date=20260302T145800Z&X-Amz-Expires=120')).toEqual([200, '0123456789']);
  expect(await link('X-Amz-Date=20260302T145759Z&X-Amz-Expires=120')).toEqual([
    403,
    expect.stringContaining('expired'),
  ]);
  for (const odd of ['X-Amz-Date=today&X-Amz-Expires=120', 'X-Amz-Expires=1', 'X-Amz-Date=20260302T145800Z'])
    expect((await link(odd))[0]).toBe(403);
  expect(await ask('DELETE', '/files/a.wav', anything)).toEqual([204, '']);
  expect((await ask('GET', '/files/a.wav', anything))[0]).toBe(404);
  expect((await ask('DELETE', '/files/a.wav', anything))[0]).toBe(204);
});

test('objects outlive a centre that keeps its data, under any key, and none leads out of its folder', () => {
  const home = mkdtempSync(join(tmpdir(), 'objects-'));
  try {
    const keys = ['calls/ivr/2026/03/02/a_20260302T15:00_UTC.wav', '../../x', '..', 'ő'];
    const { buckets } = bucketOf({}, [], home);
    for (const key of keys) buckets.put('files', key, Buffer.from(key));
    const { buckets: later } = bucketOf({}, [], home);
    for (const key of keys) expect(later.get('files', key)?.toString()).toBe(key);
    expect(readdirSync(home)).toEqual(['objects']);
    expect(readdirSync(join(home, 'objects', 'files'))).toHaveLength(keys.length);
  } finally {
    rmSync(home, { recursive: true });
  }
});
