/** Schedules invoke functions in their role at their time, try again as AWS does, and stop with the cloud. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { VirtualDriver } from '../../../engine/contact/driver.ts';
import { startTimedWork, withTimedWork } from '../../../local/scheduler/driving.ts';
import { Scheduler } from '../../../local/scheduler/scheduler.ts';
import { together } from '../../../local/timed-work.ts';
import { accountId, type LocalFunctions, localFunctions, stack } from '../lambda/local-functions.ts';

const BEGIN = Date.parse('2026-11-22T06:00:00Z');
const MINUTE_MS = 60_000;
const SERVICE = 'scheduler.amazonaws.com';

let functions: LocalFunctions;
let scheduler: Scheduler;
let nowMs = BEGIN;
/** When the function ran, as it says itself. */
let ran: string[] = [];
let troubles: string[] = [];
beforeEach(() => {
  nowMs = BEGIN;
  ran = [];
  troubles = [];
  functions = localFunctions();
  scheduler = new Scheduler({ functions: functions.runtime, nowMs: () => nowMs, seed: '1' });
  scheduler.onTrouble((line) => troubles.push(line));
  functions.runtime.onLog(({ text }) => {
    const said = /ran at (.*)/.exec(text)?.[1];
    if (said !== undefined) ran.push(said);
  });
});
afterEach(() => functions.runtime.close());

const roleFor = (service: string, allowed: readonly object[]) =>
  functions.create('AWS::IAM::Role', 'ScheduleRole', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } }],
    },
    Policies: [{ PolicyName: 'own', PolicyDocument: { Version: '2012-10-17', Statement: allowed } }],
  });

interface Wish {
  readonly properties?: Record<string, unknown>;
  readonly target?: Record<string, unknown>;
  readonly service?: string;
  readonly allowed?: boolean;
}
async function add({
  properties = {},
  target = {},
  service = SERVICE,
  allowed = true,
}: Wish = {}): Promise<void> {
  const Arn = await functions.add('probe');
  const invoke = { Effect: 'Allow', Action: 'lambda:InvokeFunction', Resource: Arn };
  const log = { Effect: 'Allow', Action: 'logs:PutLogEvents', Resource: '*' };
  const [provisioner] = scheduler.provisioners();
  await provisioner?.create({
    logicalId: 'Schedule',
    type: 'AWS::Scheduler::Schedule',
    stack,
    properties: {
      Name: 'tidy-up',
      ScheduleExpression: 'rate(5 minutes)',
      FlexibleTimeWindow: { Mode: 'OFF' },
      Target: {
        Arn,
        RoleArn: await roleFor(service, [allowed ? invoke : log]),
        Input: JSON.stringify({ act: 'log', lines: ['ran at <aws.scheduler.scheduled-time>'] }),
        ...target,
      },
      ...properties,
    },
  });
}
/** Goes from one thing that is due to the next. */
async function passes(minutes: number): Promise<void> {
  const untilMs = nowMs + minutes * MINUTE_MS;
  for (
    let dueMs = scheduler.nextDueAtMs();
    dueMs !== undefined && dueMs <= untilMs;
    dueMs = scheduler.nextDueAtMs()
  ) {
    nowMs = Math.max(nowMs, dueMs);
    await scheduler.runDue();
  }
  nowMs = untilMs;
}
const faultsOf = (kind: 'throttle' | 'error-before', times: number) =>
  functions.runtime.injectFault('Function', { kind }, times);

test('a rate runs from the beginning, and says what is next', async () => {
  await add();
  await passes(11);
  expect(ran).toEqual(['2026-11-22T06:00:00Z', '2026-11-22T06:05:00Z', '2026-11-22T06:10:00Z']);
  expect(scheduler.describe()).toEqual([
    {
      name: 'tidy-up',
      expression: 'rate(5 minutes)',
      timeZone: 'UTC',
      functionName: expect.stringContaining('Function'),
      nextAtMs: BEGIN + 15 * MINUTE_MS,
    },
  ]);
  expect(troubles).toEqual([]);
});
test('without an input the function gets the event of the service', async () => {
  await add({ target: { Input: undefined } });
  await passes(0);
  expect(troubles).toEqual([expect.stringContaining('acts[event.act] is not a function')]);
});
test('what was due while the machine slept is not made up for', async () => {
  await add();
  nowMs += 58 * MINUTE_MS;
  await scheduler.runDue();
  expect(ran).toEqual([]);
  await passes(3);
  expect(ran).toEqual(['2026-11-22T07:00:00Z']);
});
test.each([
  ['that is switched off', { State: 'DISABLED' }],
  ['that has ended', { EndDate: '2026-11-22T05:00:00Z' }],
  ['whose moment is past', { ScheduleExpression: 'at(2026-11-22T05:00:00)' }],
])('a schedule %s never runs', async (_what, properties) => {
  await add({ properties });
  expect(scheduler.nextDueAtMs()).toBeUndefined();
});
test('a schedule begins at its start date', async () => {
  await add({ properties: { StartDate: '2026-11-22T06:07:00Z' } });
  await passes(13);
  expect(ran).toEqual(['2026-11-22T06:07:00Z', '2026-11-22T06:12:00Z']);
});

describe('a function that', () => {
  test('the role may not invoke is refused in the words of AWS, and not tried again', async () => {
    await add({ allowed: false });
    await passes(4);
    expect(troubles).toEqual([
      expect.stringMatching(
        new RegExp(
          `User: arn:aws:sts::${accountId}:assumed-role/.* is not authorized to perform: lambda:InvokeFunction on resource: .* because no identity-based policy allows the lambda:InvokeFunction action \\(given up\\)`,
        ),
      ),
    ]);
    expect(scheduler.describe()[0]?.trouble).toContain('is not authorized');
  });
  test('fails is run again after one and after two minutes, and then no more', async () => {
    await add({ properties: { ScheduleExpression: 'rate(1 hour)' } });
    const fault = faultsOf('error-before', 9);
    await passes(0.9);
    expect(fault.applied).toBe(1);
    await passes(0.2);
    expect(fault.applied).toBe(2);
    await passes(2);
    expect(fault.applied).toBe(3);
    await passes(30);
    expect(fault.applied).toBe(3);
    expect(troubles.at(-1)).toContain('(given up)');
  });
  test('is throttled is tried again, longer and longer apart, until it works', async () => {
    await add();
    faultsOf('throttle', 3);
    await passes(0.1);
    expect(ran).toEqual([]);
    await passes(0.1);
    expect(ran).toEqual(['2026-11-22T06:00:00Z']);
    expect(troubles.map((line) => /again in (\d+) s/.exec(line)?.[1])).toEqual(['1', '2', '4']);
    expect(scheduler.describe()[0]).not.toHaveProperty('trouble');
  });
  test.each([
    ['as often as the retry policy says', { MaximumRetryAttempts: 2 }, 3],
    ['for as long as the retry policy says', { MaximumEventAgeInSeconds: 60 }, 6],
  ])('is always throttled is tried %s', async (_how, RetryPolicy, tries) => {
    await add({ properties: { ScheduleExpression: 'rate(1 day)' }, target: { RetryPolicy } });
    const fault = faultsOf('throttle', 300);
    await passes(24 * 59);
    expect(fault.applied).toBe(tries);
  });
});

describe('a schedule is refused', () => {
  test.each([
    [
      'whose role does not trust the scheduler',
      { service: 'lambda.amazonaws.com' },
      /must allow AWS EventBridge Scheduler to assume/,
    ],
    ['with an unknown property', { properties: { Colour: 'blue' } }, /Colour|Unrecognized/],
    [
      'whose target is no function',
      { target: { Arn: 'arn:aws:sqs:us-east-1:123456789012:q' } },
      /is no function/,
    ],
    ['whose expression is none', { properties: { ScheduleExpression: 'daily' } }, /is no schedule/],
  ])('%s', async (_what, wish: Wish, message) => {
    await expect(add(wish)).rejects.toThrow(message);
  });
});

describe('the clock of the cloud', () => {
  test('that jumps stops at each run on its way', async () => {
    await add();
    const own: VirtualDriver = {
      nowMs: () => nowMs,
      send: () => [],
      settle: async () => undefined,
      advanceToNext: async () => false,
      advanceBy: async (ms) => {
        nowMs += ms;
      },
      close: () => undefined,
    };
    const driver = withTimedWork(own, scheduler);
    await driver.advanceBy(7 * MINUTE_MS);
    expect([ran, nowMs - BEGIN]).toEqual([['2026-11-22T06:00:00Z', '2026-11-22T06:05:00Z'], 7 * MINUTE_MS]);
    expect(await driver.advanceToNext(2 * MINUTE_MS)).toBe(false);
    expect(await driver.advanceToNext(3 * MINUTE_MS)).toBe(true);
    expect(nowMs - BEGIN).toBe(10 * MINUTE_MS);
    await withTimedWork(
      own,
      together([], () => nowMs),
    ).advanceBy(60 * MINUTE_MS);
    expect(ran).toHaveLength(3);
  });
  test('that was closed on its way stands still, and nobody waits for what would have been due', async () => {
    await add();
    const closed: VirtualDriver = {
      nowMs: () => nowMs,
      send: () => [],
      settle: async () => undefined,
      advanceToNext: async () => false,
      advanceBy: async () => undefined,
      close: () => undefined,
    };
    await withTimedWork(closed, scheduler).advanceBy(60 * MINUTE_MS);
    expect([ran, nowMs]).toEqual([['2026-11-22T06:00:00Z'], BEGIN]);
  });
  test('on the wall wakes for what is due, and never after it was stopped', async () => {
    await add();
    const faults: unknown[] = [];
    const alarms: { readonly ms: number; readonly wake: () => void }[] = [];
    let cancelled = 0;
    const clock = {
      nowMs: () => nowMs,
      after(ms: number, wake: () => void) {
        alarms.push({ ms, wake });
        return () => {
          cancelled += 1;
        };
      },
    };
    const stop = startTimedWork(scheduler, clock, (fault) => faults.push(fault));
    expect(alarms.map(({ ms }) => ms)).toEqual([0]);
    alarms[0]?.wake();
    expect(alarms.at(-1)?.ms).toBe(5 * MINUTE_MS);
    await stop();
    expect(ran).toEqual(['2026-11-22T06:00:00Z']);
    const alarmsThen = alarms.length;
    alarms[0]?.wake();
    expect([alarms.length, faults]).toEqual([alarmsThen, []]);
    expect(cancelled).toBeGreaterThan(0);
  });
});
