/** InvokeLambdaFunction: what reaches the function, what comes back, and every way in which it fails. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { functionResult } from '../../../engine/blocks/function-result.ts';
import type { InvokeEffect, InvokeReply } from '../../../engine/contact/driver.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { CALLER } from '../contact/centre.ts';
import { walk } from './walk.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:lookup-order';
const returned = (payload: string, virtualDurationMs = 0): InvokeReply => ({
  answer: { kind: 'returned', payload },
  virtualDurationMs,
});
const failing = (retryable: boolean): InvokeReply => ({
  answer: { kind: 'failed', retryable, message: 'boom' },
});

const call = (
  reply: (request: InvokeEffect, nowMs: number) => InvokeReply,
  more: Record<string, Json> = {},
  before: readonly (readonly [string, Json])[] = [],
) =>
  walk({
    before,
    type: 'InvokeLambdaFunction',
    parameters: { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '4', ...more },
    errors: ['NoMatchingError'],
    after: {
      keep: [
        'UpdateContactAttributes',
        {
          Attributes: {
            status: '$.External.status',
            deep: '$.External.order.id',
            old: '$.LambdaInvocation.ResultData.status',
          },
        },
        { next: 'end', errors: { NoMatchingError: 'end' } },
      ],
    },
    centre: { invoke: reply },
  });

describe('a function', () => {
  test('gets the event of Connect', async () => {
    const { centre, contactId } = await call(
      () => returned('{}'),
      {
        LambdaInvocationAttributes: {
          order: '$.Attributes.order',
          fixed: 'a',
          deep: { from: '$.CustomerEndpoint.Address' },
        },
      },
      [
        ['UpdateContactAttributes', { Attributes: { order: '1002' } }],
        ['UpdateContactTargetQueue', { QueueId: 'support' }],
      ],
    );
    const [invoke] = centre.of('invoke');
    expect(JSON.parse(invoke?.payload ?? '')).toEqual({
      Name: 'ContactFlowEvent',
      Details: {
        ContactData: {
          Attributes: { order: '1002' },
          AwsRegion: 'us-east-1',
          Channel: 'VOICE',
          ContactId: contactId,
          CustomerEndpoint: { Address: CALLER, Type: 'TELEPHONE_NUMBER' },
          CustomerId: null,
          Description: null,
          InitialContactId: contactId,
          InitiationMethod: 'INBOUND',
          InstanceARN: 'arn:aws:connect:us-east-1:123456789012:instance/i1',
          LanguageCode: 'en-US',
          MediaStreams: { Customer: { Audio: null } },
          Name: null,
          PreviousContactId: contactId,
          Queue: {
            ARN: 'arn:aws:connect:us-east-1:123456789012:instance/i1/queue/support',
            Name: 'support',
            OutboundCallerId: null,
          },
          References: {},
          RelatedContactId: null,
          SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Telephony' } },
          SystemEndpoint: { Address: '+12025550100', Type: 'TELEPHONE_NUMBER' },
          Tags: { 'aws:connect:instanceId': 'i1', 'aws:connect:systemEndpoint': '+12025550100' },
        },
        Parameters: { order: '1002', fixed: 'a', deep: { from: CALLER } },
      },
    });
  });
  test('leaves a flat result in $.External', async () => {
    const { branch, centre } = await call(() => returned('{"status":"sent","count":2}'));
    expect(branch).toBe('NextAction');
    const [contact] = [...centre.world.contacts.values()];
    expect(Object.fromEntries(contact?.attributes ?? [])).toEqual({ status: 'sent', deep: '', old: 'sent' });
  });
  test('may return nested JSON where the block takes JSON', async () => {
    const { centre } = await call(() => returned('{"order":{"id":7}}'), {
      ResponseValidation: { ResponseType: 'JSON' },
    });
    const [contact] = [...centre.world.contacts.values()];
    expect(contact?.attributes.get('deep')).toBe('7');
  });
  test.each([
    [
      'nested',
      '{"order":{"id":7}}',
      "the function returned 'order' nested, and the block takes a STRING_MAP",
    ],
    ['a list', '[1]', 'the function did not return an object'],
    ['null', 'null', 'the function did not return an object'],
    ['no JSON', '<html>', 'the function did not return JSON'],
    ['nothing', '', 'the function did not return JSON'],
    ['over 32 KB', JSON.stringify({ x: 'y'.repeat(33_000) }), 'the function returned more than 32768 bytes'],
    [
      'over 32 KB by its accents',
      JSON.stringify({ x: 'é'.repeat(16_400) }),
      'the function returned more than 32768 bytes',
    ],
  ])('that returns %s takes the error branch', async (_title, payload, because) => {
    const walked = await call(() => returned(payload));
    expect([walked.branch, walked.because]).toEqual(['NoMatchingError', because]);
  });
  test('that fails for a moment is asked again, three times at most', async () => {
    const { branch, centre } = await call(() => failing(true));
    expect(branch).toBe('NoMatchingError');
    expect(centre.of('invoke').map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
    expect(new Set(centre.of('invoke').map(({ invocationId }) => invocationId)).size).toBe(4);
  });
  test('that answers at the second attempt has answered', async () => {
    const { branch } = await call(({ attempt }) => (attempt === 1 ? failing(true) : returned('{}')));
    expect(branch).toBe('NextAction');
  });
  test('that may not be invoked is not asked again', async () => {
    const { centre, because } = await call(() => failing(false));
    expect(centre.of('invoke')).toHaveLength(1);
    expect(because).toBe('boom');
  });
  test.each([
    [false, 'boom'],
    [true, 'The Lambda Function Returned An Error.'],
  ])('that fails (to be tried again: %s) is in the flow log as "%s"', async (retryable, results) => {
    const { centre } = await call(() => failing(retryable), {}, [
      ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }],
    ]);
    expect(centre.of('flow-log').map(({ entry }) => entry['Results'])).toContain(results);
  });
  test('that is slower than the limit is a time-out at the limit, and its late answer is ignored', async () => {
    const { branch, centre } = await call(() => returned('{"status":"late"}', 4001));
    expect(branch).toBe('NoMatchingError');
    expect(centre.record.find(({ effect }) => effect.kind === 'step-taken')?.atMs).toBe(4000);
    const [contact] = [...centre.world.contacts.values()];
    expect(contact?.attributes.size).toBe(0);
  });
  test('that answers at the very limit is in time', async () => {
    expect((await call(() => returned('{}', 4000))).branch).toBe('NextAction');
  });
  test('is tried again only within the limit of the block', async () => {
    const { centre } = await call(() => ({ ...failing(true), virtualDurationMs: 1500 }));
    expect(centre.of('invoke')).toHaveLength(3);
    expect(centre.record.find(({ effect }) => effect.kind === 'step-taken')?.atMs).toBe(4000);
  });
  test('is not invoked with a limit beyond eight seconds', async () => {
    const { branch, centre } = await call(() => returned('{}'), { InvocationTimeLimitSeconds: '9' });
    expect([branch, centre.of('invoke').length]).toEqual(['NoMatchingError', 0]);
  });
  test('may be given the result of the one before, at every attempt', async () => {
    const given: unknown[] = [];
    const invoke = (request: InvokeEffect): InvokeReply => {
      const { Details } = JSON.parse(request.payload);
      given.push(Details.Parameters);
      return given.length === 2 ? failing(true) : returned('{"status":"shipped"}');
    };
    const LambdaInvocationAttributes = { last: '$.External.status' };
    await call(invoke, { LambdaInvocationAttributes }, [
      ['InvokeLambdaFunction', { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '4' }],
    ]);
    expect(given).toEqual([{}, { last: 'shipped' }, { last: 'shipped' }]);
  });
  test('replaces the last result even when it fails', async () => {
    const { centre } = await walk({
      type: 'InvokeLambdaFunction',
      parameters: { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '4' },
      after: {
        again: [
          'InvokeLambdaFunction',
          { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '4' },
          { next: 'say', errors: { NoMatchingError: 'say' } },
        ],
        say: ['MessageParticipant', { Text: 'Status $.External.status' }, { next: 'end' }],
      },
      centre: {
        invoke: (request) =>
          request.payload.length > 0 && count++ === 0 ? returned('{"status":"new"}') : failing(false),
      },
    });
    expect(centre.heard()).toEqual(['Status ']);
  });
  let count = 0;
});

describe('functions in a row', () => {
  const slow = [
    'InvokeLambdaFunction',
    { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '8' },
  ] as const;
  test('have twenty seconds together while the caller hears nothing', async () => {
    const { branch, because, centre } = await call(
      () => returned('{}', 7000),
      { InvocationTimeLimitSeconds: '8' },
      [slow, slow],
    );
    expect([branch, because]).toEqual(['NoMatchingError', 'the function did not answer in time']);
    expect(
      centre.record.find(({ effect }) => effect.kind === 'step-taken' && effect.step === 'it')?.atMs,
    ).toBe(20_000);
  });
  test('have them anew after a prompt', async () => {
    const { branch } = await call(() => returned('{}', 7000), { InvocationTimeLimitSeconds: '8' }, [
      slow,
      slow,
      ['MessageParticipant', { Text: 'One moment.' }],
    ]);
    expect(branch).toBe('NextAction');
  });
});

describe('an asynchronous function', () => {
  test('holds nobody up', async () => {
    const { branch, centre } = await call(() => returned('{"status":"x"}', 30_000), {
      InvocationType: 'ASYNCHRONOUS',
      InvocationTimeLimitSeconds: '60',
    });
    expect(branch).toBe('NextAction');
    expect(centre.record.find(({ effect }) => effect.kind === 'step-taken')?.atMs).toBe(0);
    const [contact] = [...centre.world.contacts.values()];
    expect(contact?.attributes.get('status')).toBe('');
  });
});

test('a result is an object or a reason, whatever text comes back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), fc.constantFrom('STRING_MAP', 'JSON'), (payload, type) => {
      const result = functionResult(payload, type);
      expect(typeof result === 'string' ? result.length : Object.keys(result).length).toBeGreaterThanOrEqual(
        0,
      );
      if (typeof result !== 'string' && type === 'STRING_MAP') {
        expect(Object.values(result).every((value) => typeof value === 'string')).toBe(true);
      }
    }),
  );
});
