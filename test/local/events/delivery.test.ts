/** Rules and readers of streams invoke functions with the rights that the template gives, and try again as AWS does. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EventBus } from '../../../local/events/event-bus.ts';
import { EventSourceMappings } from '../../../local/kinesis/event-source-mappings.ts';
import { Streams } from '../../../local/kinesis/streams.ts';
import type { TimedWork } from '../../../local/timed-work.ts';
import { accountId, type LocalFunctions, localFunctions, stack, trust } from '../lambda/local-functions.ts';

const RULE = `arn:aws:events:us-east-1:${accountId}:rule/tell`;
let functions: LocalFunctions;
let bus: EventBus;
let streams: Streams;
let mappings: EventSourceMappings;
let nowMs = 0;
let heard: { readonly atMs: number; readonly text: string }[] = [];
let troubles: string[] = [];
beforeEach(() => {
  nowMs = 0;
  heard = [];
  troubles = [];
  functions = localFunctions();
  const options = { functions: functions.runtime, nowMs: () => nowMs, seed: '1' };
  bus = new EventBus(options);
  streams = new Streams();
  mappings = new EventSourceMappings({ ...options, streams });
  for (const part of [bus, mappings]) part.onTrouble((line) => troubles.push(line));
  functions.runtime.onLog(({ text }) => {
    if (text.includes('heard')) heard.push({ atMs: nowMs, text });
  });
});
afterEach(() => functions.runtime.close());

/** Goes from one thing that is due to the next. */
async function runAll(work: TimedWork, tillMs = 24 * 3_600_000): Promise<void> {
  for (let dueMs = work.nextDueAtMs(); dueMs !== undefined && dueMs <= tillMs; dueMs = work.nextDueAtMs()) {
    nowMs = Math.max(nowMs, dueMs);
    await work.runDue();
  }
}

describe('a rule', () => {
  const event = { source: 'aws.connect', act: 'log', lines: ['heard'] };
  const add = async (more: Record<string, unknown> = {}, permission: Record<string, unknown> = {}) => {
    const Arn = await functions.add('probe');
    await functions.create('AWS::Lambda::Permission', 'RulePermission', {
      FunctionName: Arn,
      Action: 'lambda:InvokeFunction',
      Principal: 'events.amazonaws.com',
      SourceArn: RULE,
      ...permission,
    });
    const properties = {
      Name: 'tell',
      EventPattern: { source: ['aws.connect'] },
      Targets: [{ Id: 'f', Arn }],
      ...more,
    };
    await bus.provisioners()[0]?.create({ logicalId: 'Rule', type: 'AWS::Events::Rule', stack, properties });
  };
  test('gives its function what it matches, and nothing else', async () => {
    await add();
    bus.put(event);
    bus.put({ ...event, source: 'aws.ec2' });
    await runAll(bus);
    expect(heard).toHaveLength(1);
    expect(troubles).toEqual([]);
  });
  test.each<[string, Record<string, unknown>]>([
    ['another rule', { SourceArn: `${RULE}-more` }],
    ['another service', { Principal: 'sns.amazonaws.com' }],
    ['another account', { SourceAccount: '210987654321' }],
  ])('whose function lets in %s only gets a refusal, once', async (_title, permission) => {
    await add({}, permission);
    bus.put(event);
    await runAll(bus);
    expect(heard).toEqual([]);
    expect(troubles).toEqual([
      expect.stringMatching(/^Rule tell: .*not authorized to perform: lambda:InvokeFunction.*given up/),
    ]);
  });
  test('that is disabled, or has no target, is heard by nobody', async () => {
    await add({ State: 'DISABLED' });
    expect(bus.isHeard).toBe(false);
    bus.put(event);
    expect(bus.nextDueAtMs()).toBeUndefined();
  });
  test('runs a function that failed again after one and after two minutes, and then gives up', async () => {
    await add();
    const fault = functions.runtime.injectFault('Function', { kind: 'error-before' }, 3);
    bus.put(event);
    await runAll(bus);
    expect([fault.applied, nowMs, troubles.length]).toEqual([3, 180_000, 3]);
    expect(troubles[2]).toContain('given up');
  });
  test('tries a function that is throttled until it is taken', async () => {
    await add();
    functions.runtime.injectFault('Function', { kind: 'throttle' }, 2);
    bus.put(event);
    await runAll(bus);
    expect(heard.map(({ atMs }) => atMs)).toEqual([3_000]);
  });
  test.each<[string, Record<string, unknown>, string]>([
    ['that runs on a schedule', { ScheduleExpression: 'rate(1 minute)' }, 'ScheduleExpression'],
    ['for another bus', { EventBusName: 'own' }, 'EventBusName'],
    ['without a pattern', { EventPattern: undefined }, 'it must be an object'],
    [
      'with a queue as its target',
      { Targets: [{ Id: 'q', Arn: 'arn:aws:sqs:us-east-1:1:q' }] },
      'is no function',
    ],
  ])('%s stops the boot', async (_title, more, message) => {
    await expect(add(more)).rejects.toThrow(message);
  });
});

describe('a reader of a stream', () => {
  const READ = [
    'kinesis:DescribeStream',
    'kinesis:GetRecords',
    'kinesis:GetShardIterator',
    'kinesis:ListShards',
  ];
  const add = async (actions: readonly string[], more: Record<string, unknown> = {}) => {
    const made = await streams.provisioners()[0]?.create({
      logicalId: 'Stream',
      type: 'AWS::Kinesis::Stream',
      stack,
      properties: {
        ShardCount: 1,
        StreamEncryption: { EncryptionType: 'KMS', KeyId: 'arn:aws:kms:us-east-1:1:key/k' },
      },
    });
    const stream = String(made?.attributes['Arn']);
    const Role = await functions.create('AWS::IAM::Role', 'ReaderRole', {
      AssumeRolePolicyDocument: trust,
      Policies: [
        {
          PolicyName: 'own',
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: actions, Resource: '*' }],
          },
        },
      ],
    });
    const FunctionName = await functions.add('probe', { Role });
    const properties = { FunctionName, EventSourceArn: stream, StartingPosition: 'LATEST', ...more };
    await mappings
      .provisioners()[0]
      ?.create({ logicalId: 'Reader', type: 'AWS::Lambda::EventSourceMapping', stack, properties });
    return stream;
  };
  test.each<[string, readonly string[], Record<string, unknown>, RegExp]>([
    ['may not read it', READ.slice(1), {}, /Cannot access stream .*kinesis:DescribeStream/],
    ['may not decrypt it', READ, {}, /kms:Decrypt/],
    [
      'may not tell of failures',
      [...READ, 'kms:Decrypt'],
      { DestinationConfig: { OnFailure: { Destination: 'arn:aws:sqs:us-east-1:1:q' } } },
      /sqs:SendMessage/,
    ],
    [
      'does not exist',
      [...READ, 'kms:Decrypt'],
      { FunctionName: 'nobody' },
      /Function does not exist: nobody/,
    ],
    [
      'has no stream',
      [...READ, 'kms:Decrypt'],
      { EventSourceArn: 'arn:aws:kinesis:us-east-1:1:stream/gone' },
      /Stream not found/,
    ],
  ])('whose function %s stops the boot', async (_title, actions, more, message) => {
    await expect(add(actions, more)).rejects.toThrow(message);
  });
  test('needs no permission of the function, and tells of what fails and what is given up', async () => {
    const stream = await add([...READ, 'kms:Decrypt'], { MaximumRetryAttempts: 1 });
    const fault = functions.runtime.injectFault('Function', { kind: 'error-before' }, 2);
    let woken = 0;
    mappings.onEarlier(() => {
      woken += 1;
    });
    streams.put(stream, 'k', '{}', nowMs);
    await runAll(mappings);
    expect([woken, fault.applied, mappings.givenUp().length]).toEqual([1, 2, 1]);
    expect(troubles.at(-1)).toMatch(/1 records given up \(RetryAttemptsExhausted\); nobody is told/);
  });
});
