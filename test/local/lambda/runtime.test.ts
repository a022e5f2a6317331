import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { FunctionLogLine } from '../../../local/lambda/invocation.ts';
import { type LocalFunctions, localFunctions, returned } from './local-functions.ts';

let local: LocalFunctions;
beforeEach(() => {
  local = localFunctions();
});
afterEach(() => local.runtime.close());

describe('what a function sees', () => {
  test("the template's environment, what Lambda sets, and nothing of this machine", async () => {
    process.env['SECRET_OF_THE_HOST'] = 'visible';
    const arn = await local.add('probe', {
      Environment: { Variables: { TABLE_ORDERS: 'orders', LIMIT: 5 } },
      MemorySize: 256,
    });
    const { environment } = Object(returned(await local.invoke(arn, { act: 'echo' })));
    delete process.env['SECRET_OF_THE_HOST'];
    const name = arn.split(':').at(-1);
    expect(environment).toEqual({
      TABLE_ORDERS: 'orders',
      LIMIT: '5',
      LANG: 'en_US.UTF-8',
      TZ: ':UTC',
      _HANDLER: 'index.handler',
      AWS_REGION: 'us-east-1',
      AWS_DEFAULT_REGION: 'us-east-1',
      AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
      AWS_LAMBDA_FUNCTION_NAME: name,
      AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '256',
      AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
      AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
      AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${name}`,
      AWS_LAMBDA_LOG_STREAM_NAME: 'local/[$LATEST]Function-1',
      AWS_ACCESS_KEY_ID: expect.stringMatching(/^ASIA[0-9A-F]{16}$/),
      AWS_SECRET_ACCESS_KEY: expect.stringMatching(/^.{40}$/),
      AWS_SESSION_TOKEN: expect.any(String),
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      LAMBDA_TASK_ROOT: expect.stringContaining('fixtures/probe'),
    });
  });

  test('its event and its context', async () => {
    const arn = await local.add('probe', { Timeout: 7 });
    const { event, context } = Object(
      returned(await local.invoke(arn, { act: 'echo', Details: { Parameters: { a: '1' } } })),
    );
    expect(event).toEqual({ act: 'echo', Details: { Parameters: { a: '1' } } });
    const name = arn.split(':').at(-1);
    expect(context).toMatchObject({
      awsRequestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      functionName: name,
      functionVersion: '$LATEST',
      invokedFunctionArn: arn,
      memoryLimitInMB: '128',
      logGroupName: `/aws/lambda/${name}`,
      logStreamName: 'local/[$LATEST]Function-1',
    });
    expect(context.remaining).toBeGreaterThan(6_000);
    expect(context.remaining).toBeLessThanOrEqual(7_000);
  });

  test('its log lines arrive in order, with the contact they belong to, before the invocation ends', async () => {
    const lines: FunctionLogLine[] = [];
    const stop = local.runtime.onLog((line) => lines.push(line));
    const arn = await local.add('probe');
    await local.invoke(arn, { act: 'log', lines: ['one', { two: 2 }] }, { contactId: 'contact-1' });
    expect(lines.map(({ text }) => text)).toEqual([
      'one',
      '{ two: 2 }',
      'an error of 5 words',
      'written out',
    ]);
    expect(lines[0]).toMatchObject({ functionName: arn.split(':').at(-1), contactId: 'contact-1' });
    stop();
    await local.invoke(arn, { act: 'log', lines: ['three'] });
    expect(lines).toHaveLength(4);
  });

  test('JSON log lines where the template asks for them', async () => {
    const lines: string[] = [];
    local.runtime.onLog(({ text }) => lines.push(text));
    const arn = await local.add('probe', { LoggingConfig: { LogFormat: 'JSON' } });
    await local.invoke(arn, { act: 'log', lines: ['one'] });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'INFO',
      message: 'one',
      requestId: expect.any(String),
    });
  });
});

describe('execution environments', () => {
  test('a warm one serves the next invocation, several serve several at once', async () => {
    const arn = await local.add('probe');
    const count = async () => Object(returned(await local.invoke(arn, { act: 'echo' }))).invocations;
    expect([await count(), await count()]).toEqual([1, 2]);
    expect(local.runtime.coldStarts(arn)).toBe(1);
    expect((await Promise.all([count(), count()])).sort()).toEqual([1, 3]);
    expect(local.runtime.coldStarts(arn)).toBe(2);
  });

  test('those still at work when the service closes end with an exit error, and log nothing', async () => {
    const lines: FunctionLogLine[] = [];
    local.runtime.onLog((line) => lines.push(line));
    const arn = await local.add('probe');
    const under = local.invoke(arn, { act: 'hang' });
    await Promise.resolve();
    await local.runtime.close();
    expect(await under).toMatchObject({ kind: 'function-error', errorType: 'Runtime.ExitError' });
    expect(lines).toEqual([]);
  });

  test('reserved concurrency throttles in the words of AWS', async () => {
    const arn = await local.add('probe', { ReservedConcurrentExecutions: 1 });
    const release: (() => void)[] = [];
    const server = createServer((_request, response) => release.push(() => response.end()));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const arrived = new Promise<void>((resolve) => server.once('request', () => resolve()));
    const first = local.invoke(arn, { act: 'hold', url: `http://127.0.0.1:${Object(address).port}` });
    await arrived;
    expect(await local.invoke(arn, { act: 'echo' })).toEqual({
      kind: 'throttled',
      message: 'Rate Exceeded.',
    });
    for (const answer of release) answer();
    expect(await first).toMatchObject({ kind: 'returned' });
    server.closeAllConnections();
    server.close();
  });

  test('an idle one is ended after the idle limit', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate', 'performance', 'Date'] });
    const arn = await local.add('probe');
    await local.invoke(arn, { act: 'nothing' });
    jest.advanceTimersByTime(59_999);
    await local.invoke(arn, { act: 'nothing' });
    expect(local.runtime.coldStarts(arn)).toBe(1);
    jest.advanceTimersByTime(60_000);
    await local.invoke(arn, { act: 'nothing' });
    expect(local.runtime.coldStarts(arn)).toBe(2);
    jest.useRealTimers();
  });
});

describe('what goes wrong inside', () => {
  const table: readonly [string, Record<string, unknown>, string | RegExp, string | RegExp][] = [
    [
      'a thrown error keeps its name and message',
      { act: 'fail', name: 'TableNotFound', message: 'no such table' },
      'TableNotFound',
      'no such table',
    ],
    ['a thrown text', { act: 'failWithText' }, 'string', 'only a text'],
    [
      'process.exit',
      { act: 'exit', code: 3 },
      'Runtime.ExitError',
      /^RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 3$/,
    ],
    [
      'process.exit without a code',
      { act: 'exit' },
      'Runtime.ExitError',
      /Runtime exited without providing a reason$/,
    ],
    [
      'a rejection that nobody handles',
      { act: 'rejectAside' },
      'Runtime.UnhandledPromiseRejection',
      'Error: nobody listens',
    ],
    ['an error thrown from a timer', { act: 'throwAside' }, 'TypeError', 'from a timer'],
    [
      'a result that is no JSON',
      { act: 'circle' },
      'Runtime.MarshalError',
      'Unable to stringify response body',
    ],
    [
      'a result over 6 MB',
      { act: 'large', bytes: 6_291_556 },
      'Function.ResponseSizeTooLarge',
      /exceeded maximum allowed payload size/,
    ],
    [
      'too little memory',
      { act: 'hoard' },
      'Runtime.OutOfMemory',
      /Runtime exited with error: signal: killed$/,
    ],
  ];
  for (const [name, event, errorType, message] of table) {
    test(`${name} is a function error, and the next invocation works`, async () => {
      const arn = await local.add('probe');
      expect(await local.invoke(arn, event)).toMatchObject({
        kind: 'function-error',
        errorType,
        message: typeof message === 'string' ? message : expect.stringMatching(message),
      });
      expect(await local.invoke(arn, { act: 'nothing' })).toEqual({ kind: 'returned', payload: 'null' });
    });
  }

  test('a thrown error has its trace in the result and in the log', async () => {
    const lines: string[] = [];
    local.runtime.onLog(({ text }) => lines.push(text));
    const arn = await local.add('probe');
    const result = await local.invoke(arn, { act: 'fail', name: 'Broken', message: 'why' });
    expect(result).toMatchObject({ trace: expect.arrayContaining([expect.stringContaining('index.mjs')]) });
    expect(lines).toEqual([
      expect.stringMatching(/^ERROR\tInvoke Error\t\{"errorType":"Broken","errorMessage":"why"/),
    ]);
  });

  test('an overrun is stopped at the timeout of the template, even in an endless loop', async () => {
    const arn = await local.add('probe', { Timeout: 1 });
    const results = await Promise.all([
      local.invoke(arn, { act: 'spin' }),
      local.invoke(arn, { act: 'hang' }),
    ]);
    for (const result of results) {
      expect(result).toEqual({
        kind: 'timed-out',
        message: expect.stringMatching(
          /^\d{4}-\d\d-\d\dT[\d:.]+Z [0-9a-f-]{36} Task timed out after 1\.00 seconds$/,
        ),
      });
    }
    expect(await local.invoke(arn, { act: 'nothing' })).toMatchObject({ kind: 'returned' });
    expect(local.runtime.coldStarts(arn)).toBe(3);
  });

  const loads: readonly [string, string, string, string | RegExp][] = [
    [
      'a package outside the bundle',
      'lacks-package',
      'Runtime.ImportModuleError',
      /Cannot find package 'fast-check'/,
    ],
    ['a missing file', 'lacks-file', 'Runtime.ImportModuleError', /missing\.mjs/],
    ['an error while loading', 'throws-on-load', 'RangeError', 'no table name'],
    ['no bundle at all', 'nowhere', 'Runtime.ImportModuleError', "Error: Cannot find module 'index'"],
  ];
  for (const [name, fixture, errorType, message] of loads) {
    test(`${name} is found at the cold start, every time`, async () => {
      const arn = await local.add(fixture);
      const lines: string[] = [];
      const stop = local.runtime.onLog(({ text }) => lines.push(text));
      for (let times = 0; times < 2; times += 1) {
        expect(await local.invoke(arn, {})).toMatchObject({
          kind: 'function-error',
          errorType,
          message: typeof message === 'string' ? message : expect.stringMatching(message),
        });
      }
      expect(local.runtime.coldStarts(arn)).toBe(2);
      stop();
      expect(lines).toHaveLength(2);
      expect(lines[0]).toMatch(/^ERROR\tUncaught Exception\t/);
      expect(lines[0]).toMatch(message);
    });
  }

  test('a syntax error is found at the cold start', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'callwright-'));
    writeFileSync(join(folder, 'index.mjs'), 'export const handler = async () => ({;');
    expect(await local.invoke(await local.add(folder), {})).toMatchObject({
      kind: 'function-error',
      errorType: 'Runtime.UserCodeSyntaxError',
      message: expect.stringMatching(/^SyntaxError: /),
    });
  });

  const handlers: readonly [string, string, string, string][] = [
    ['not exported', 'index.handle', 'Runtime.HandlerNotFound', 'index.handle is undefined or not exported'],
    [
      'not a function',
      'index.notAFunction',
      'Runtime.HandlerNotFound',
      'index.notAFunction is not a function',
    ],
    ['with a callback', 'index.withCallback', 'Runtime.CallbackHandlerDeprecated', 'callback-based'],
    ['malformed', 'index', 'Runtime.MalformedHandlerName', 'Bad handler'],
    ['outside the bundle', '../probe/index.handler', 'Runtime.MalformedHandlerName', 'Bad handler'],
  ];
  for (const [name, handler, errorType, message] of handlers) {
    test(`a handler ${name} is refused`, async () => {
      const result = await local.invoke(await local.add('probe', { Handler: handler }), {});
      expect(result).toMatchObject({
        kind: 'function-error',
        errorType,
        message: expect.stringContaining(message),
      });
    });
  }

  test('a lone index.js is CommonJS', async () => {
    expect(returned(await local.invoke(await local.add('common-js'), {}))).toEqual({ form: 'object' });
  });
});

describe('a deterministic invocation', () => {
  const fixed = (seed: string) => ({ deterministic: { nowMs: Date.UTC(2026, 0, 5, 9), seed } });

  test('is the same byte for byte for one seed, in a cold and in a warm environment, and another for another', async () => {
    const arn = await local.add('probe');
    const other = localFunctions();
    const again = await other.add('probe');
    const first = await local.invoke(arn, { act: 'chance' }, fixed('one'));
    expect(await other.invoke(again, { act: 'chance' }, fixed('one'))).toEqual(first);
    expect(await local.invoke(arn, { act: 'chance' }, fixed('one'))).toEqual(first);
    await other.runtime.close();
    const values = Object(returned(first));
    expect(values).toMatchObject({
      now: Date.UTC(2026, 0, 5, 9),
      startedAt: Date.UTC(2026, 0, 5, 9),
      date: '2026-01-05T09:00:00.000Z',
      given: '1970-01-01T00:00:00.000Z',
      isDate: true,
    });
    expect(new Set(values.uuids).size).toBe(3);
    for (const uuid of values.uuids)
      expect(uuid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(values.random).toBeGreaterThanOrEqual(0);
    expect(values.random).toBeLessThan(1);
    const different = Object(returned(await local.invoke(arn, { act: 'chance' }, fixed('two'))));
    for (const key of ['random', 'uuids', 'int', 'bytes', 'values', 'filled'])
      expect(different[key]).not.toEqual(values[key]);
  });

  test('does not leak into the next one', async () => {
    const arn = await local.add('probe');
    const first = Object(returned(await local.invoke(arn, { act: 'chance' }, fixed('one'))));
    const [second, third] = [
      Object(returned(await local.invoke(arn, { act: 'chance' }))),
      Object(returned(await local.invoke(arn, { act: 'chance' }))),
    ];
    expect(local.runtime.coldStarts(arn)).toBe(1);
    expect(Math.abs(second.now - Date.now())).toBeLessThan(60_000);
    for (const key of ['random', 'uuids', 'int', 'bytes', 'values', 'filled']) {
      expect(second[key]).not.toEqual(first[key]);
      expect(second[key]).not.toEqual(third[key]);
    }
  });

  test('has its whole time left, and a request id that follows from the seed', async () => {
    const arn = await local.add('probe', { Timeout: 3 });
    const [one, two] = [
      Object(returned(await local.invoke(arn, { act: 'echo' }, fixed('one')))),
      Object(returned(await local.invoke(arn, { act: 'echo' }, fixed('one')))),
    ];
    expect(one.context.remaining).toBe(3_000);
    expect(two.context.awsRequestId).toBe(one.context.awsRequestId);
  });
});

describe('bad requests', () => {
  test('an unknown function, no JSON, and more than 6 MB', async () => {
    const arn = await local.add('probe');
    expect(await local.invoke(`${arn}x`, {})).toEqual({
      kind: 'not-found',
      message: `Function not found: ${arn}x`,
    });
    expect(await local.invoke(arn, {}, { payload: '{"cut' })).toMatchObject({
      kind: 'service-error',
      message: expect.stringContaining('Could not parse request body into json'),
    });
    expect(await local.invoke(arn, { act: 'x'.repeat(6_291_456) })).toMatchObject({
      kind: 'service-error',
      message: expect.stringContaining('Request must be smaller than'),
    });
  });

  test('a qualified ARN is the function itself, that of another region is not', async () => {
    const arn = await local.add('probe');
    expect(await local.invoke(`${arn}:live`, { act: 'nothing' })).toMatchObject({ kind: 'returned' });
    expect(await local.invoke(arn.replace('us-east-1', 'eu-west-1'), {})).toMatchObject({
      kind: 'not-found',
    });
  });
});

afterAll(() => {
  expect(process.env['SECRET_OF_THE_HOST']).toBeUndefined();
});
