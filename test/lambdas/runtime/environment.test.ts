import { describe, expect, test } from '@jest/globals';
import { escalate } from '../../../lambdas/escalate/contract.ts';
import { openCase } from '../../../lambdas/open-case/contract.ts';
import { openConnect } from '../../../lambdas/runtime/connect-client.ts';
import { defaultProvider } from '../../../lambdas/runtime/credentials-from-environment.ts';
import { environmentValue, tableName, taskFlow } from '../../../lambdas/runtime/environment.ts';

const hours = { timeZone: 'UTC', days: [{ day: 'MONDAY', start: '08:00', end: '18:00' }], holidays: [] };

test('a table has the name that the stack gave it', () => {
  expect(tableName('customers', { TABLE_CUSTOMERS: 'Callwright-dev-Customers' })).toBe(
    'Callwright-dev-Customers',
  );
});

test.each([{}, { TABLE_CUSTOMERS: '' }, { TABLE_CUSTOMERS: undefined }])(
  '%j names the missing variable',
  (environment) => {
    expect(() => tableName('customers', environment)).toThrow(
      "TABLE_CUSTOMERS is not set; it must hold the physical name of the table 'customers', and the stack sets it",
    );
  },
);

describe('OPENING_HOURS', () => {
  const read = (text: string | undefined) =>
    environmentValue(openCase, 'OPENING_HOURS', { OPENING_HOURS: text });
  test('is read as the contract describes it', () => {
    expect(read(JSON.stringify(hours))).toEqual(hours);
  });
  test.each([
    [undefined, 'OPENING_HOURS is not set; it must hold JSON as lambdas/open-case/contract.ts describes it'],
    ['closed', 'OPENING_HOURS is not JSON'],
    [JSON.stringify({ ...hours, timeZone: 'Mars' }), 'OPENING_HOURS.timeZone must be an IANA time zone'],
    [JSON.stringify({ ...hours, days: [] }), 'OPENING_HOURS.days must name at least one span'],
  ])('%j is refused', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});

describe('the flow of tasks', () => {
  const arn = 'arn:aws:connect:us-east-1:123456789012:instance/an-instance/contact-flow/a-flow';
  test('is found by the ids in its ARN', () => {
    expect(taskFlow({ TASK_FLOW_ARN: arn })).toEqual({ instanceId: 'an-instance', flowId: 'a-flow' });
  });
  test.each([
    [undefined, 'TASK_FLOW_ARN is not set; it must hold the ARN of the flow of tasks'],
    ['a-flow', 'TASK_FLOW_ARN is not the ARN of a flow'],
    [arn.replace('contact-flow', 'queue'), 'TASK_FLOW_ARN is not the ARN of a flow'],
  ])('%j is refused', (text, message) => {
    expect(() => taskFlow({ TASK_FLOW_ARN: text })).toThrow(message);
  });
});

describe('the client of Connect', () => {
  test('has the limits of the task that the contract names', async () => {
    const { config } = openConnect(escalate);
    expect(await config.maxAttempts()).toBe(escalate.sdkAttempts);
  });
  test('is nobody’s whose contract starts no task', () => {
    expect(() => openConnect(openCase)).toThrow('open-case may ask nothing of Connect');
  });
});

test('credentials are those of the role, and their absence is named', async () => {
  const before = { ...process.env };
  try {
    Object.assign(process.env, {
      AWS_ACCESS_KEY_ID: 'id',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_SESSION_TOKEN: 'token',
    });
    expect(await defaultProvider()()).toEqual({
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      sessionToken: 'token',
    });
    delete process.env['AWS_SESSION_TOKEN'];
    expect(await defaultProvider()()).toEqual({ accessKeyId: 'id', secretAccessKey: 'secret' });
    delete process.env['AWS_SECRET_ACCESS_KEY'];
    await expect(defaultProvider()()).rejects.toThrow('AWS_SECRET_ACCESS_KEY are not set');
  } finally {
    process.env = before;
  }
});
