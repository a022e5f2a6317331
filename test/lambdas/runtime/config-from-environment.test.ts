import { describe, expect, test } from '@jest/globals';
import {
  booleanSelector,
  loadConfig,
  NODE_REGION_CONFIG_OPTIONS,
  NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS,
  resolveRegionConfig,
  SelectorType,
} from '../../../lambdas/runtime/config-from-environment.ts';

describe('a setting of the SDK', () => {
  const ofName = (name: string) => ({
    environmentVariableSelector: (environment: Readonly<Record<string, string | undefined>>) =>
      environment[name],
    default: 'what is usual',
  });
  test('is that of the environment', async () => {
    process.env['CALLWRIGHT_A_SETTING'] = 'ours';
    expect(await loadConfig(ofName('CALLWRIGHT_A_SETTING'))()).toBe('ours');
  });
  test('and else what is usual', async () => {
    expect(await loadConfig(ofName('CALLWRIGHT_NO_SETTING'))()).toBe('what is usual');
    const asked = { ...ofName('CALLWRIGHT_NO_SETTING'), default: async () => 'what was asked for' };
    expect(await loadConfig(asked)()).toBe('what was asked for');
  });
  test('is read once', async () => {
    let reads = 0;
    const setting = loadConfig({ environmentVariableSelector: () => `read ${++reads}`, default: '' });
    expect([await setting(), await setting()]).toEqual(['read 1', 'read 1']);
  });
  test('may be of the service that signs', async () => {
    const setting = {
      environmentVariableSelector: (
        _: unknown,
        { signingName }: { readonly signingName?: string | undefined },
      ) => signingName,
      default: 'none',
    };
    expect(await loadConfig(setting, { signingName: 'dynamodb' })()).toBe('dynamodb');
  });
});

test.each([
  ['true', true],
  ['false', false],
  [undefined, undefined],
])('a switch that is %j is %j', (text, expected) => {
  expect(booleanSelector({ AWS_USE_FIPS_ENDPOINT: text }, 'AWS_USE_FIPS_ENDPOINT', SelectorType.ENV)).toBe(
    expected,
  );
});

test.each(['yes', '', 'TRUE'])('a switch that is %j is refused by its name', async (text) => {
  process.env['AWS_USE_FIPS_ENDPOINT'] = text;
  await expect(async () => await loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS)()).rejects.toThrow(
    `the env AWS_USE_FIPS_ENDPOINT is '${text}'; set it to 'true' or 'false', or leave it out`,
  );
});

test('a function without its Region says so, and goes looking nowhere', async () => {
  delete process.env['AWS_REGION'];
  await expect(loadConfig(NODE_REGION_CONFIG_OPTIONS)()).rejects.toThrow(
    'AWS_REGION is not set; Lambda sets it',
  );
});

test('a client has its Region and its kind of endpoint as functions, whichever way they were given', async () => {
  const given = resolveRegionConfig({ region: 'eu-west-1', useFipsEndpoint: true });
  expect([await given.region(), await given.useFipsEndpoint()]).toEqual(['eu-west-1', true]);
  const read = resolveRegionConfig({ region: async () => 'eu-west-2' });
  expect([await read.region(), await read.useFipsEndpoint()]).toEqual(['eu-west-2', false]);
});
