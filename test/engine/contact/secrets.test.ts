/** The flow log, and keys that nobody may read. */
import { describe, expect, test } from '@jest/globals';
import { contactAttributes, describeContact } from '../../../engine/contact/describe.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { CALLER, Centre, type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';

const logging = (FlowLoggingBehavior: 'Enabled' | 'Disabled', next: string) =>
  ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior }, { next }] as const;
const key = (next: string, length = '4') =>
  [
    'GetParticipantInput',
    {
      Text: 'Key it.',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: length } },
    },
    { next, errors: { NoMatchingError: next } },
  ] as const;
const verify = (next: string) =>
  [
    'InvokeLambdaFunction',
    {
      LambdaFunctionARN: 'verify',
      InvocationTimeLimitSeconds: '8',
      LambdaInvocationAttributes: { pin: '$.StoredCustomerInput' },
    },
    { next, errors: { NoMatchingError: next } },
  ] as const;

async function run(
  steps: Steps,
  keys: string,
  invoke: CentreOptions['invoke'] = () => ({
    answer: { kind: 'returned', payload: '{"outcome":"verified"}' },
  }),
  ask?: CentreOptions['ask'],
) {
  const centre = new Centre({ flows: { main: { ...steps, end: hangUp } }, invoke, ...(ask && { ask }) });
  const contactId = centre.dial();
  for (const digit of keys) {
    await centre.driver.settle();
    centre.press(contactId, digit);
  }
  await centre.run();
  return { centre, contactId };
}

describe('keys pressed while the flow log is off', () => {
  const pin: Steps = {
    on: logging('Enabled', 'off'),
    off: logging('Disabled', 'pin'),
    pin: key('verify'),
    verify: verify('again'),
    again: logging('Enabled', 'attribute'),
    attribute: [
      'UpdateContactAttributes',
      { Attributes: { kept: 'pin $.StoredCustomerInput', plain: 'x' } },
      { next: 'speak' },
    ],
    speak: say('You keyed $.StoredCustomerInput.', 'compare'),
    compare: [
      'Compare',
      { ComparisonValue: '$.StoredCustomerInput' },
      { next: 'late', conditions: [['Equals', '4711', 'late']], errors: { NoMatchingCondition: 'late' } },
    ],
    late: verify('end'),
  };
  test('are in no effect that a person reads, and true in what the function gets', async () => {
    const { centre, contactId } = await run(pin, '4711');
    const invokes = centre.of('invoke');
    expect(invokes.map(({ masked }) => masked)).toEqual([true, true]);
    expect(invokes.map(({ payload }) => JSON.parse(payload).Details.Parameters)).toEqual([
      { pin: '4711' },
      { pin: '4711' },
    ]);
    const readable = centre.record.filter(({ effect }) => effect.kind !== 'invoke');
    expect(JSON.stringify(readable)).not.toContain('4711');
    expect(centre.of('key-heard').map((heard) => heard.key)).toEqual(['•', '•', '•', '•']);
    expect(centre.heard().at(-1)).toBe('You keyed ••••.');
    expect(describeContact(centre.world, contactId)?.attributes).toEqual({ kept: 'pin ••••', plain: 'x' });
    expect(contactAttributes(centre.world, contactId)).toEqual({ kept: 'pin 4711', plain: 'x' });
    expect(centre.taken()).toContain('compare → Equals ••••');
    const logged = centre.of('flow-log').find(({ entry }) => entry['Identifier'] === 'late');
    expect(logged?.entry['ExternalResults']).toEqual({ outcome: '•' });
  });
  test('are hidden even when there is one of them only', async () => {
    const { centre } = await run(
      { off: key('speak', '1'), speak: say('Choice $.StoredCustomerInput of 7.', 'end') },
      '7',
    );
    expect(centre.heard().at(-1)).toBe('Choice • of 7.');
  });
  test('choose a branch whose name does not tell them', async () => {
    const menu: Steps = {
      menu: [
        'GetParticipantInput',
        { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
        {
          next: 'end',
          when: { '1': 'end' },
          errors: { NoMatchingCondition: 'end', NoMatchingError: 'end', InputTimeLimitExceeded: 'end' },
        },
      ],
    };
    expect((await run(menu, '1')).centre.taken()).toContain('menu → Equals •');
    expect((await run({ on: logging('Enabled', 'menu'), ...menu }, '1')).centre.taken()).toContain(
      'menu → Equals 1',
    );
  });
  test('stay hidden when they were typed ahead and are taken while the log is on', async () => {
    const { centre } = await run(
      {
        ahead: ['GetParticipantInput', { EnableDTMFBuffer: 'True' }, { next: 'hello' }],
        hello: say('Hello.', 'on'),
        on: logging('Enabled', 'pin'),
        pin: key('speak'),
        speak: say('$.StoredCustomerInput', 'end'),
      },
      '4711',
    );
    expect(centre.heard()).toEqual(['Hello.', '••••']);
  });
  test('are hidden in the reason of a failure', async () => {
    const { centre } = await run({ pin: key('verify'), verify: verify('end') }, '4711', () => ({
      answer: { kind: 'failed', retryable: false, message: 'PIN 4711 is wrong' },
    }));
    expect(centre.of('step-taken').find(({ step }) => step === 'verify')?.because).toBe('PIN •••• is wrong');
  });
  test('with the log on are shown', async () => {
    const { centre } = await run(
      { on: logging('Enabled', 'pin'), pin: key('speak'), speak: say('$.StoredCustomerInput', 'end') },
      '1002',
    );
    expect(
      centre
        .of('key-heard')
        .map((heard) => heard.key)
        .join(''),
    ).toBe('1002');
    expect(centre.heard().at(-1)).toBe('1002');
    expect(centre.of('listening')[0]?.masked).toBe(false);
  });
});

describe('keys of an encrypted input', () => {
  const KEY = { EncryptionKeyId: 'key-1', Key: '$.Attributes.certificate' };
  const secret = (next: string, onError: string): Steps[string] => [
    'GetParticipantInput',
    {
      Text: 'Key your card.',
      StoreInput: 'True',
      InputTimeLimitSeconds: '5',
      InputValidation: { CustomValidation: { MaximumLength: '4' } },
      InputEncryption: KEY,
    },
    { next, errors: { NoMatchingError: onError } },
  ];
  const steps: Steps = {
    on: logging('Enabled', 'certificate'),
    certificate: ['UpdateContactAttributes', { Attributes: { certificate: 'PEM' } }, { next: 'card' }],
    card: secret('verify', 'failed'),
    verify: verify('speak'),
    speak: say('$.StoredCustomerInput', 'end'),
    failed: say('No. $.StoredCustomerInput', 'end'),
  };
  const pay = (keys: string, ask: NonNullable<CentreOptions['ask']>) =>
    run(steps, keys, () => ({ answer: { kind: 'returned', payload: '{}' } }), ask);
  test('are ciphertext for the flow and its functions, and are shown to nobody though the log is on', async () => {
    const asked: unknown[] = [];
    const { centre } = await pay('4711', async ({ input, service, masked }) => {
      asked.push(service, input, masked);
      return { answer: { kind: 'answered', values: { ciphertext: 'Zm9v' } } };
    });
    const input = { keyId: 'key-1', certificate: 'PEM', keys: '4711' };
    expect(asked).toEqual(['input-encryption', input, true]);
    expect(centre.of('listening').map(({ masked }) => masked)).toEqual([true]);
    expect(centre.of('key-heard').map((heard) => heard.key)).toEqual(['•', '•', '•', '•']);
    expect(JSON.parse(centre.of('invoke')[0]?.payload ?? '').Details.Parameters).toEqual({ pin: 'Zm9v' });
    expect(centre.heard().at(-1)).toBe('Zm9v');
    const readable = centre.record.filter(({ effect }) => effect.kind !== 'ask-service');
    expect(JSON.stringify(readable)).not.toContain('4711');
  });
  test.each([
    ['refused', { kind: 'refused', problem: 'failed', message: 'the certificate has expired' }],
    ['answered with nothing', { kind: 'answered', values: {} }],
  ] as const)('that are %s are forgotten', async (_title, answer) => {
    const { centre } = await pay('4711', async () => ({ answer }));
    expect(centre.taken()).toContain('card → NoMatchingError');
    expect(centre.heard().at(-1)).toBe('No. ');
  });
  describe('that were typed ahead', () => {
    const buffer = (parameters: Readonly<Record<string, Json>>, next: string): Steps[string] => [
      'GetParticipantInput',
      parameters,
      { next, errors: { NoMatchingError: 'failed' } },
    ];
    const stored = { EnableDTMFBuffer: 'False', StoreInput: 'True', InputEncryption: KEY };
    const ahead: Steps = {
      ...steps,
      certificate: ['UpdateContactAttributes', { Attributes: { certificate: 'PEM' } }, { next: 'keep' }],
      keep: buffer({ EnableDTMFBuffer: 'True' }, 'hello'),
      hello: say('Hello.', 'card'),
      card: buffer(stored, 'speak'),
    };
    const typed = (keys: string, ask: NonNullable<CentreOptions['ask']>) => run(ahead, keys, undefined, ask);
    test('are encrypted when the keeping of them ends, and are no clear text before or after', async () => {
      const { centre } = await typed('4711', async ({ input }) => {
        expect(input).toEqual({ keyId: 'key-1', certificate: 'PEM', keys: '4711' });
        return { answer: { kind: 'answered', values: { ciphertext: 'Zm9v' } } };
      });
      expect(centre.taken()).toContain('card → NextAction');
      expect(centre.heard().at(-1)).toBe('Zm9v');
      const readable = centre.record.filter(({ effect }) => effect.kind !== 'ask-service');
      expect(JSON.stringify(readable)).not.toContain('4711');
    });
    test('are forgotten where that is refused, and asked of nobody where there are none', async () => {
      const answer = { kind: 'refused', problem: 'failed', message: 'the certificate has expired' } as const;
      expect((await typed('4711', async () => ({ answer }))).centre.heard().at(-1)).toBe('No. ');
      const none = await typed('', async () => {
        throw new Error('asked');
      });
      expect(none.centre.taken()).toContain('card → NextAction');
    });
  });
  test('are not asked to be encrypted where nothing was keyed', async () => {
    const { centre } = await pay('', async () => {
      throw new Error('asked');
    });
    expect(centre.heard().at(-1)).toBe('Timeout');
  });
  test('are the secret of that input alone: the next one shows its keys', async () => {
    const { centre } = await run(
      { ...steps, card: secret('plain', 'end'), plain: key('end', '1') },
      '47118',
      undefined,
      async () => ({ answer: { kind: 'answered', values: { ciphertext: 'Zm9v' } } }),
    );
    expect(centre.of('key-heard').map((heard) => heard.key)).toEqual(['•', '•', '•', '•', '8']);
  });
});

describe('keys that nobody asked for', () => {
  const on = logging('Enabled', 'hello');
  test('are shown to nobody, though the flow log is on', async () => {
    const { centre } = await run({ on, hello: say('Hello.', 'end') }, '47');
    expect(centre.of('key-heard').map((heard) => heard.key)).toEqual(['•', '•']);
  });
  test('such as the rest of a PIN after the last try are shown to nobody', async () => {
    const { centre } = await run(
      { off: logging('Disabled', 'pin'), pin: key('on'), on, hello: say('Wrong.', 'end') },
      '471189',
    );
    expect(JSON.stringify(centre.of('key-heard'))).not.toMatch(/"key":"\d"/);
  });
  test('are shown while the input that takes them runs, and not before it', async () => {
    const { centre } = await run(
      {
        on: logging('Enabled', 'ahead'),
        ahead: ['GetParticipantInput', { EnableDTMFBuffer: 'True' }, { next: 'hello' }],
        hello: say('Hello.', 'pin'),
        pin: key('speak'),
        speak: say('$.StoredCustomerInput', 'end'),
      },
      '12',
    );
    expect(centre.of('key-heard').map((heard) => heard.key)).toEqual(['•', '•']);
    expect(centre.heard().at(-1)).toBe('12');
  });
  test('in conversation with an agent are shown to nobody', async () => {
    const centre = new Centre({
      flows: { main: { on: logging('Enabled', 'set-queue'), ...toQueue('support', 'end'), end: hangUp } },
    });
    const contactId = centre.dial();
    centre.available('sam');
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await centre.driver.advanceBy(10_000);
    centre.press(contactId, '4711');
    expect(centre.of('key-heard').map((heard) => heard.key)).toEqual(['•', '•', '•', '•']);
  });
});

describe('the flow log', () => {
  test('has an entry for each block while it is on, and for the blocks that turn it on and off', async () => {
    const { centre, contactId } = await run(
      {
        first: say('Unlogged.', 'on'),
        on: logging('Enabled', 'set'),
        set: [
          'UpdateContactAttributes',
          { Attributes: { a: '1', b: '$.CustomerEndpoint.Address' } },
          { next: 'ask' },
        ],
        ask: verify('off'),
        off: logging('Disabled', 'last'),
        last: say('Unlogged again.', 'end'),
      },
      '',
    );
    const entries = centre.of('flow-log').map(({ entry }) => entry);
    expect(entries.map((entry) => entry['ContactFlowModuleType'])).toEqual([
      'SetLoggingBehavior',
      'SetAttributes',
      'SetAttributes',
      'InvokeExternalResource',
      'SetLoggingBehavior',
    ]);
    expect(entries[2]).toEqual({
      ContactId: contactId,
      ContactFlowId: 'arn:aws:connect:us-east-1:123456789012:instance/i1/contact-flow/main',
      ContactFlowName: 'main',
      ContactFlowModuleType: 'SetAttributes',
      Identifier: 'set',
      Timestamp: expect.stringMatching(/^2026-03-02T15:00:0\d\.\d{3}Z$/),
      Parameters: { Key: 'b', Value: CALLER, AddAttributeToRelatedContact: 'false' },
    });
    expect(entries[3]).toMatchObject({
      Parameters: { FunctionArn: 'verify', ResponseValidation: 'ResponseType=STRING_MAP', TimeLimit: '8000' },
      ExternalResults: { outcome: 'verified' },
    });
  });
  test.each([
    ["of a function that fails in Connect's words", true, 'The Lambda Function Returned An Error.'],
    ['of a function that cannot be called with the reason', false, 'boom'],
  ])('names the error %s', async (_title, retryable, results) => {
    const { centre } = await run({ on: logging('Enabled', 'ask'), ask: verify('end') }, '', () => ({
      answer: { kind: 'failed', retryable, message: 'boom' },
    }));
    const logged = centre.of('flow-log').find(({ entry }) => entry['Identifier'] === 'ask');
    expect(logged?.entry['Results']).toBe(results);
  });
});
