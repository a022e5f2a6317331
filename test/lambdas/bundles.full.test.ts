import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';
import { bundleFunctions, type FunctionBundle, functionNames } from '../../lib/bundling.ts';
import { contactFunctions } from '../../lib/functions.ts';
import { CALLER, environment } from './flow-event.ts';

const run = promisify(execFile);
const BYTES_MAX = 240 * 1024;
let folder: string;
let bundles: readonly FunctionBundle[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callwright-bundles-'));
  mkdirSync(join(folder, 'function-of-last-year'));
  bundles = await bundleFunctions(folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every function has a bundle of one file, and functions that are gone have none', () => {
  expect(bundles.map(({ name }) => name)).toEqual(functionNames());
  expect(readdirSync(folder).toSorted()).toEqual(functionNames());
  for (const bundle of bundles) expect(readdirSync(bundle.folder)).toEqual(['index.mjs']);
});

/** The clients that a bundle brings along, by the name of their package or host. */
const clientsIn = ({ folder: at }: FunctionBundle): readonly string[] => [
  ...new Set(readFileSync(join(at, 'index.mjs'), 'utf8').match(/@aws-sdk\/client-[a-z-]+|api\.stripe\.com/g)),
];

test('a function that only uses DynamoDB is no larger than it need be', () => {
  const usesTablesOnly = bundles.filter((bundle) => clientsIn(bundle).join() === '@aws-sdk/client-dynamodb');
  expect(usesTablesOnly.length).toBeGreaterThan(40);
  const tooLarge = usesTablesOnly.filter(({ bytes }) => bytes > BYTES_MAX);
  expect(tooLarge.map(({ name, bytes }) => `${name}: ${bytes}`)).toEqual([]);
});

test.each(functionNames())('%s brings all along that it needs but Node.js', (name) => {
  const { metafile } = buildSync({
    entryPoints: [join(folder, name, 'index.mjs')],
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    metafile: true,
    write: false,
  });
  const imported = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
  expect(imported.length).toBeGreaterThan(0);
  expect(imported.filter((path) => !isBuiltin(path))).toEqual([]);
});

/** Connect's client is as large as the other functions as a whole; a second look at what came in is due beyond this. */
const WITH_CONNECT_BYTES_MAX = 470_000;

test('functions that start tasks have the client of Connect beside it, and nothing more', () => {
  for (const { name } of contactFunctions.filter(({ startsTask }) => startsTask !== undefined)) {
    const bundle = bundles.find((candidate) => candidate.name === name);
    expect(bundle?.bytes).toBeLessThanOrEqual(WITH_CONNECT_BYTES_MAX);
  }
});

test('building again changes no file that is as it should be, and mends one that is not', async () => {
  const path = (name: string) => join(folder, name, 'index.mjs');
  const before = statSync(path('lookup-order')).mtimeMs;
  const whole = readFileSync(path('lookup-customer'));
  writeFileSync(path('lookup-customer'), 'broken');
  await bundleFunctions(folder);
  expect(statSync(path('lookup-order')).mtimeMs).toBe(before);
  expect(readFileSync(path('lookup-customer')).equals(whole)).toBe(true);
});

describe('a bundle started as Lambda would', () => {
  /** Loads the bundle in a process that has only what Lambda gives it, and invokes it once. */
  async function invoke(
    name: string,
    given: Readonly<Record<string, string>>,
    Parameters: object,
  ): Promise<string> {
    const ContactData = { ContactId: 'contact-1', CustomerEndpoint: { Address: CALLER } };
    const event = JSON.stringify({ Details: { ContactData, Parameters } });
    const program = `
      const { handler } = await import(${JSON.stringify(`file://${join(folder, name, 'index.mjs')}`)});
      const result = await handler(${event}, { getRemainingTimeInMillis: () => 2000 });
      process.stdout.write(JSON.stringify(result));`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', program], {
      env: given,
    });
    return stdout;
  }

  test('answers an outcome', async () => {
    const answer = await invoke('lookup-order', environment, {
      customerId: 'c-1001',
      orderNumber: '7'.repeat(30),
    });
    expect(answer).toContain('{"outcome":"not-found"}');
    expect(answer).toContain('"function":"lookup-order","contactId":"contact-1"');
  });

  test('names the variable that the stack forgot before it takes a call', async () => {
    const { TABLE_CUSTOMERS, ...forgotten } = environment;
    expect(TABLE_CUSTOMERS).toBeDefined();
    await expect(invoke('lookup-customer', forgotten, {})).rejects.toMatchObject({
      stderr: expect.stringContaining('TABLE_CUSTOMERS is not set; it must hold the physical name'),
    });
  });
});
