/** What takes the place of the SDK's settings in bundles leaves every request as it is, in AWS, too, where no test comes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { build } from 'esbuild';
import { functionBuildOptions } from '../../../lib/bundling.ts';

const SETTINGS = '@smithy/core/config';
const folder = mkdtempSync(join(tmpdir(), 'asked-of-aws-'));
const ours = join(folder, 'ours');
const theirs = join(folder, 'theirs');
beforeAll(async () => {
  const options = functionBuildOptions({ asks: join(import.meta.dirname, 'asked-of-aws.ts') });
  const { [SETTINGS]: replaced, ...others } = options.alias ?? {};
  expect(replaced).toBeDefined();
  await build({ ...options, outdir: ours, write: true });
  await build({ ...options, alias: others, outdir: theirs, write: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

const LAMBDA = {
  AWS_REGION: 'eu-west-2',
  AWS_ACCESS_KEY_ID: 'id',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_SESSION_TOKEN: 'session',
};
const asked = (bundle: string, environment: Readonly<Record<string, string>>): unknown[] => {
  const env = { ...LAMBDA, HOME: folder, ...environment };
  const told: unknown = JSON.parse(
    execFileSync(process.execPath, [join(bundle, 'asks/index.mjs')], { env, encoding: 'utf8' }),
  );
  return Array.isArray(told) ? told : [];
};

test.each<Readonly<Record<string, string>>>([
  {},
  { AWS_REGION: 'cn-north-1' },
  { AWS_USE_FIPS_ENDPOINT: 'true' },
  { AWS_USE_DUALSTACK_ENDPOINT: 'true' },
  { AWS_ENDPOINT_URL: 'http://127.0.0.1:8000' },
  { AWS_ENDPOINT_URL: 'http://127.0.0.1:8000', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
  { AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:8000' },
  { AWS_RETRY_MODE: 'adaptive', AWS_MAX_ATTEMPTS: '7' },
])('with %j in its environment a function asks as with the SDK’s own settings', (environment) => {
  const told = asked(ours, environment);
  const aRequest = expect.objectContaining({ hostname: expect.any(String), scope: expect.any(String) });
  expect(told).toEqual(Array.from({ length: 6 }, () => aRequest));
  expect(told).toEqual(asked(theirs, environment));
});
