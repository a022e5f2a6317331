import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { InjectedFault } from '../../../local/lambda/injected-fault.ts';
import type { FunctionLogLine } from '../../../local/lambda/invocation.ts';
import { type LocalFunctions, localFunctions } from './local-functions.ts';

let local: LocalFunctions;
let arn: string;
const lines: FunctionLogLine[] = [];

beforeAll(async () => {
  local = localFunctions();
  arn = await local.add('probe', { Timeout: 2 });
  local.runtime.onLog((line) => lines.push(line));
});
afterEach(() => {
  lines.length = 0;
});
afterAll(() => local.runtime.close());

/** Invokes with an effect that can be seen: a log line. */
const invoke = () => local.invoke(arn, { act: 'log', lines: ['the effect'] });
const effects = () => lines.filter(({ text }) => text === 'the effect').length;

describe('an injected fault is applied, proves it, and is gone', () => {
  const lost = { kind: 'service-error', message: 'The AWS Lambda service encountered an internal error.' };
  const table: readonly [InjectedFault, object, number][] = [
    [{ kind: 'throttle' }, { kind: 'throttled', message: 'Rate Exceeded.' }, 0],
    [{ kind: 'service-error' }, lost, 0],
    [
      { kind: 'error-before', errorType: 'Boom', message: 'early' },
      { kind: 'function-error', errorType: 'Boom', message: 'early', trace: [] },
      0,
    ],
    [{ kind: 'error-after' }, lost, 1],
    [{ kind: 'malformed-result' }, { kind: 'returned', payload: expect.not.stringMatching(/\}$/) }, 1],
    [{ kind: 'nested-result' }, { kind: 'returned', payload: '{"outcome":{"nested":"value"}}' }, 1],
    [{ kind: 'oversized-result' }, { kind: 'returned', payload: expect.stringMatching(/^.{32769,}$/) }, 1],
    [{ kind: 'empty-result' }, { kind: 'returned', payload: '{}' }, 1],
    [{ kind: 'null-result' }, { kind: 'returned', payload: 'null' }, 1],
    [{ kind: 'wrong-types' }, { kind: 'returned', payload: '{"outcome":["list"],"count":7,"yes":true}' }, 1],
    [{ kind: 'slow', virtualMs: 1_999 }, { kind: 'returned', payload: '{}', virtualDurationMs: 1_999 }, 1],
    [
      { kind: 'slow', virtualMs: 2_000 },
      {
        kind: 'timed-out',
        message: expect.stringMatching(/Task timed out after 2\.00 seconds$/),
        virtualDurationMs: 2_000,
      },
      1,
    ],
  ];
  for (const [fault, outcome, effect] of table) {
    test(`${JSON.stringify(fault)}, with ${effect} effect`, async () => {
      const record = local.runtime.injectFault(arn, fault);
      expect(record).toMatchObject({ applied: 0, remaining: 1 });
      expect(await invoke()).toEqual(outcome);
      expect(effects()).toBe(effect);
      expect(record).toMatchObject({ fault, applied: 1, remaining: 0 });
      expect(await invoke()).toEqual({ kind: 'returned', payload: '{}' });
    });
  }
});

test('a fault lasts for as many invocations as asked, and faults queue up', async () => {
  const twice = local.runtime.injectFault('Function', { kind: 'throttle' }, 2);
  const then = local.runtime.injectFault(arn, { kind: 'null-result' });
  const kinds = [];
  for (let count = 0; count < 4; count += 1) {
    const outcome = await invoke();
    kinds.push(outcome.kind === 'returned' ? outcome.payload : outcome.kind);
  }
  expect(kinds).toEqual(['throttled', 'throttled', 'null', '{}']);
  expect([twice.applied, then.applied]).toEqual([2, 1]);
});

test('a fault that is withdrawn does not happen any more', async () => {
  const record = local.runtime.injectFault(arn, { kind: 'throttle' }, 3);
  expect((await invoke()).kind).toBe('throttled');
  record.withdraw();
  expect((await invoke()).kind).toBe('returned');
  expect(record).toMatchObject({ applied: 1, remaining: 0 });
});

test('a fault in a function that does not exist, or in no invocation, is refused', () => {
  expect(() => local.runtime.injectFault('lookup', { kind: 'throttle' })).toThrow(
    "there is no function 'lookup'; there are Test-Function-",
  );
  expect(() => local.runtime.injectFault(arn, { kind: 'throttle' }, 0)).toThrow(
    'one or more invocations, not 0',
  );
});
