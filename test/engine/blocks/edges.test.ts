/** What blocks of our flows take and leave at the very edges: sizes, numbers as they stand on the wire, other flows. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { functionResult } from '../../../engine/blocks/function-result.ts';
import { isE164, keyedNumber } from '../../../engine/blocks/keyed-number.ts';
import { utf8Bytes } from '../../../engine/blocks/utf8-bytes.ts';
import { flag, wholeNumber } from '../../../engine/blocks/wire-values.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { hangUp, say } from '../contact/centre.ts';
import { walk } from './walk.ts';

const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:lookup-order';
const NO_MATCH = ['NoMatchingError'];

describe('a prompt', () => {
  const prompt = async (parameters: Json) => {
    const { centre, branch } = await walk({ type: 'MessageParticipant', parameters, errors: NO_MATCH });
    const [spoken] = centre.of('prompt');
    return spoken === undefined ? branch : [spoken.form, spoken.text];
  };
  test('has 3,000 characters at most, and not one more', async () => {
    expect(await prompt({ Text: 'x'.repeat(3_000) })).toEqual(['text', 'x'.repeat(3_000)]);
    expect(await prompt({ Text: 'x'.repeat(3_001) })).toBe('NoMatchingError');
  });
  test('has 6,000 with its SSML, of which tags are not spoken', async () => {
    const longest = `<speak>${'<break/>'.repeat(374)}${'x'.repeat(2_993)}</speak>`;
    expect(longest).toHaveLength(6_000);
    expect(await prompt({ SSML: longest })).toEqual(['ssml', longest]);
    expect(await prompt({ SSML: longest.replace('x<', 'xx<') })).toBe('NoMatchingError');
  });
  test.each([
    '<speak>Hello</speak>',
    '  <speak>Hello</speak>',
    '<speak version="1.1">Hello</speak>',
    '<speak/>',
    '<speak><amazon:effect name="x">Hello</amazon:effect></speak>',
    '<speak><h-1>Hello</h-1> <break time="1s"/></speak>',
    '<speak><p><s>One</s><s>Two</s></p></speak>',
  ])('is SSML: %s', async (words) => {
    expect(await prompt({ SSML: words })).toEqual(['ssml', words]);
    expect(await prompt({ Text: words })).toEqual(['ssml', words]);
  });
  test.each(['x<speak>Hello</speak>', '<speak><a:b>Hello</a:c></speak>', '<speak><a1>Hello</a2></speak>'])(
    'is no SSML: %s',
    async (words) => expect(await prompt({ SSML: words })).toBe('NoMatchingError'),
  );
  test('with a tag in the middle is a text', async () => {
    expect(await prompt({ Text: 'Say <speak>' })).toEqual(['text', 'Say <speak>']);
  });
  test('may be audio from a bucket', async () => {
    const Media = { Uri: 's3://b/hello.wav', SourceType: 'S3', MediaType: 'Audio' };
    expect(await prompt({ Media })).toEqual(['media', 's3://b/hello.wav']);
  });
  test('is heard to its end, whatever is keyed', async () => {
    const { centre } = await walk({
      type: 'MessageParticipant',
      parameters: { Text: 'Please listen.' },
      act: (running, contactId) => running.press(contactId, '1'),
    });
    const atMs = centre.record.find(({ effect }) => effect.kind === 'step-taken')?.atMs;
    expect(atMs).toBe(centre.of('prompt')[0]?.durationMs);
  });
});

describe('a keyed telephone number', () => {
  test.each([
    ['1234567', 'E164', '', undefined],
    ['49123456', 'E164', '', '+49123456'],
    ['491234567890123', 'E164', '', '+491234567890123'],
    ['4912345678901234', 'E164', '', undefined],
    ['01149301234567', 'E164', '', '+49301234567'],
    ['49301100567', 'E164', '', '+49301100567'],
    ['0301010', 'Local', 'DE', '+49301010'],
    ['301010', 'Local', 'DE', '+49301010'],
    ['4930123x', 'E164', '', undefined],
    ['x4930123', 'E164', '', undefined],
    ['', 'E164', '', undefined],
  ])('%j as %s of %j is %s', (keys, format, country, number) => {
    expect(keyedNumber(keys, format, country)).toBe(number);
  });
  test.each([
    ['+12025550123', true],
    ['12025550123', false],
    ['+1202555012x', false],
    ['+49x30123456', false],
    ['+49301234x', false],
    ['+', false],
  ])('%s is E.164: %s', (text, expected) => expect(isE164(text)).toBe(expected));
});

describe('a number on the wire', () => {
  test.each([
    ['5', 5],
    [' 5 ', 5],
    ['-1', -1],
    ['100', 100],
    ['101', undefined],
    ['-2', undefined],
    ['5 s', undefined],
    ['s5', undefined],
    ['5.5', undefined],
    ['', undefined],
    [undefined, undefined],
  ])('%j is %j, from -1 to 100', (text, number) => expect(wholeNumber(text, -1, 100)).toBe(number));
  test.each([
    ['true', true],
    ['True', true],
    [true, true],
    ['False', false],
    [1, false],
    [null, false],
    [undefined, false],
    [['true'], false],
  ])('%j is a flag that is set: %s', (value, expected) => expect(flag(value)).toBe(expected));
  test('may be no text: a menu takes it as it is', async () => {
    const { centre } = await walk({
      type: 'GetParticipantInput',
      parameters: { Text: 'Press 1.', StoreInput: false, InputTimeLimitSeconds: 7 },
      errors: ['InputTimeLimitExceeded'],
    });
    expect(centre.of('listening')).toMatchObject([{ listening: { form: 'menu', firstKeyWithinMs: 7000 } }]);
  });
});

describe('the result of a function', () => {
  const sized = (bytes: number) => JSON.stringify({ x: 'y'.repeat(bytes - 8) });
  test('may have 32 KB', () => {
    expect(utf8Bytes(sized(32_768))).toBe(32_768);
    expect(functionResult(sized(32_768), 'STRING_MAP')).toEqual({ x: 'y'.repeat(32_760) });
    expect(functionResult(sized(32_769), 'STRING_MAP')).toMatch(/more than 32768 bytes/);
  });
  test('is texts, and what is null is unset', () => {
    expect(functionResult('{"a":null,"b":2,"c":true,"d":""}', 'STRING_MAP')).toEqual({
      b: '2',
      c: 'true',
      d: '',
    });
    expect(functionResult('{"a":null,"b":[2]}', 'JSON')).toEqual({ a: null, b: [2] });
  });
  test('has as many bytes as its text in UTF-8, at every edge of the alphabet', () => {
    const edge = fc.constantFrom(
      '\x7f',
      '\x80',
      '\u07ff',
      '\u0800',
      '\ud7ff',
      '\ue000',
      '\u{103ff}',
      '\u{10ffff}',
    );
    fc.assert(
      fc.property(fc.array(edge), (characters) => {
        const text = characters.join('');
        expect(utf8Bytes(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });
});

describe('functions', () => {
  const slow = [
    'InvokeLambdaFunction',
    { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '8' },
  ] as const;
  test('that took twenty seconds in a row leave none for the next', async () => {
    let count = 0;
    const walked = await walk({
      before: [slow, slow, slow],
      type: 'InvokeLambdaFunction',
      parameters: slow[1],
      errors: NO_MATCH,
      centre: {
        invoke: () => ({
          answer: { kind: 'returned', payload: '{}' },
          virtualDurationMs: [7_000, 7_000, 6_000][count++] ?? 0,
        }),
      },
    });
    expect([walked.branch, walked.because]).toEqual(['NoMatchingError', 'functions in a row took 20 s']);
    expect(count).toBe(3);
  });
  test('that nobody waits for leave the id of their invocation, and no result of the one before', async () => {
    const { centre } = await walk({
      before: [slow],
      type: 'InvokeLambdaFunction',
      parameters: { ...slow[1], InvocationTimeLimitSeconds: '60', InvocationType: 'ASYNCHRONOUS' },
      errors: NO_MATCH,
      after: { speak: say('$.LambdaInvocation.InvocationId|$.External.status', 'end') },
      centre: { invoke: () => ({ answer: { kind: 'returned', payload: '{"status":"sent"}' } }) },
    });
    expect(centre.heard()).toEqual([`${centre.of('invoke')[1]?.invocationId}|`]);
  });
  test('are waited for, whatever the caller presses meanwhile', async () => {
    const { branch, centre } = await walk({
      type: 'InvokeLambdaFunction',
      parameters: { ...slow[1], ResponseValidation: { ResponseType: 'STRING_MAP' } },
      errors: NO_MATCH,
      act: (running, contactId) => running.press(contactId, '1'),
      centre: {
        invoke: () => ({ answer: { kind: 'returned', payload: '{}' }, virtualDurationMs: 3_000 }),
      },
    });
    expect(branch).toBe('NextAction');
    expect(centre.record.find(({ effect }) => effect.kind === 'step-taken')?.atMs).toBe(3_000);
  });
});

describe('a contact', () => {
  const contactAfter = async (type: string, parameters: Json) => {
    const { centre, branch } = await walk({
      type,
      parameters,
      errors: NO_MATCH,
      centre: { flows: { 'whisper:AGENT_WHISPER': { end: ['EndFlowExecution'] } } },
    });
    const [contact] = [...centre.world.contacts.values()];
    if (contact === undefined) throw new Error('there is no contact');
    return { contact, branch, centre };
  };
  test('goes before others by its priority, or by minutes that it counts as longer in the queue', async () => {
    const first = await contactAfter('UpdateContactRoutingBehavior', { QueuePriority: '2' });
    expect([first.contact.priority, first.contact.queueTimeAdjustmentMs]).toEqual([2, 0]);
    const sooner = await contactAfter('UpdateContactRoutingBehavior', { QueueTimeAdjustmentSeconds: '-60' });
    expect([sooner.contact.priority, sooner.contact.queueTimeAdjustmentMs]).toEqual([5, -60_000]);
  });
  test.each<[Json, readonly string[]]>([
    [{ RecordedParticipants: ['Agent', 'Customer'] }, ['Agent', 'Customer']],
    [{ RecordedParticipants: ['Agent'], IVRRecordingBehavior: 'Enabled' }, ['Agent', 'IVR']],
    [{ RecordedParticipants: ['Agent'], IVRRecordingBehavior: 'Disabled' }, ['Agent']],
    [{ RecordedParticipants: [] }, []],
    [{}, []],
  ])('with the recording %j is recorded as %j', async (RecordingBehavior, participants) => {
    const { centre } = await contactAfter('UpdateContactRecordingBehavior', { RecordingBehavior });
    expect(centre.of('recording')).toMatchObject([{ participants }]);
  });
  test('has its whisper, or none where it was turned off, not even that of Connect', async () => {
    const EventHooks = { AgentWhisper: 'whisper' };
    const settings = (DisableExecution: string) => ({
      EventHooks,
      EventHooksConfiguration: { AgentWhisper: { DisableExecution } },
    });
    const hookAfter = async (parameters: Json) =>
      (await contactAfter('UpdateContactEventHooks', parameters)).contact.hooks.find(
        ({ event }) => event === 'AgentWhisper',
      )?.flowId;
    expect(await hookAfter({ EventHooks })).toBe('whisper');
    expect(await hookAfter(settings('false'))).toBe('whisper');
    expect(await hookAfter(settings('true'))).toBeNull();
  });
  test('goes on in another inbound flow, never in a module', async () => {
    const to = (ContactFlowId: string) =>
      walk({
        type: 'TransferToFlow',
        parameters: { ContactFlowId },
        errors: NO_MATCH,
        centre: {
          flows: {
            menu: { hello: say('Menu.', 'end'), end: hangUp },
            'verify:MODULE': { end: ['EndFlowModuleExecution'] },
          },
        },
      });
    expect((await to('menu')).centre.heard()).toEqual(['Menu.']);
    expect((await to('verify')).because).toBe(
      "flow 'verify' is a MODULE; only inbound and transfer flows can be gone to",
    );
  });
  test('hears the figures of the queue that was asked for, not of its own', async () => {
    const { centre } = await walk({
      before: [['UpdateContactTargetQueue', { QueueId: 'support' }]],
      type: 'GetMetricData',
      parameters: { QueueId: 'orders', QueueChannel: 'Voice' },
      errors: NO_MATCH,
      after: { speak: say('$.Metrics.Queue.Name', 'end') },
      centre: { queues: [{ id: 'support' }, { id: 'orders' }] },
    });
    expect(centre.heard()).toEqual(['orders']);
  });
});
