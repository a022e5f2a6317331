/** What the caller's line does while a block waits: who may press what, how long, and what stops. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { Centre, hangUp, type Steps, toQueue } from '../contact/centre.ts';
import { type Walk, walk } from './walk.ts';

const buffer = ['GetParticipantInput', { EnableDTMFBuffer: 'True' }] as const;
/** While it is off, keys are shown to nobody. */
const log = ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }] as const;
const hello = ['MessageParticipant', { Text: 'Hello.' }] as const;
const STORE = {
  Text: 'Key your number.',
  StoreInput: 'True',
  InputTimeLimitSeconds: '6',
  InputValidation: { CustomValidation: { MaximumLength: '4' } },
};
/** When a block is left, in ms from the start, and what was keyed. */
const store = async (act: Walk['act'], more: Partial<Walk> = {}, parameters: Json = STORE) => {
  const walked = await walk({
    type: 'GetParticipantInput',
    parameters,
    errors: ['NoMatchingError'],
    after: {
      keep: ['UpdateContactAttributes', { Attributes: { keyed: '$.StoredCustomerInput' } }, { next: 'end' }],
    },
    ...(act && { act }),
    ...more,
  });
  const leftAtMs = walked.centre.record.find(
    ({ effect }) => effect.kind === 'step-taken' && effect.step === 'it',
  )?.atMs;
  const [contact] = [...walked.centre.world.contacts.values()];
  return { ...walked, leftAtMs, keyed: contact?.attributes.get('keyed') };
};
const spokenMs = (centre: Centre) => centre.of('prompt')[0]?.durationMs ?? 0;

describe('digits are keyed', () => {
  test('into a line that knows how many, their end, and how long it takes', async () => {
    const { centre } = await store(
      undefined,
      {},
      {
        ...STORE,
        DTMFConfiguration: { InputTerminationSequence: '*#' },
      },
    );
    expect(centre.of('listening')).toMatchObject([
      { listening: { form: 'store', maxDigits: 4, terminator: '*#', firstKeyWithinMs: 6000 } },
    ]);
    expect(centre.of('listening-ended')).toHaveLength(1);
  });
  test('by the sixth second after the prompt', async () => {
    const { centre, keyed, leftAtMs } = await store(undefined);
    expect([keyed, leftAtMs]).toEqual(['Timeout', spokenMs(centre) + 6000]);
  });
  test('while the prompt is cut, and no first key is waited for any more', async () => {
    const { centre, keyed, leftAtMs } = await store((running, contactId) => running.press(contactId, '47'));
    expect(centre.of('prompt-stopped')).toHaveLength(1);
    expect([keyed, leftAtMs]).toEqual(['47', 5000]);
  });
  test('after the prompt too: the first one in time, the next one within the pause', async () => {
    const { keyed, leftAtMs, centre } = await store(async (running, contactId) => {
      await running.driver.advanceBy(spokenMs(running) + 5900);
      running.press(contactId, '4');
    });
    expect([keyed, leftAtMs]).toEqual(['4', spokenMs(centre) + 5900 + 5000]);
  });
  test('and end at once with the last one that is wanted', async () => {
    const { keyed, leftAtMs } = await store((running, contactId) => running.press(contactId, '4711'));
    expect([keyed, leftAtMs]).toEqual(['4711', 0]);
  });
  test('anew after the cancel key, with the time of a first key', async () => {
    const { keyed, leftAtMs } = await store((running, contactId) => running.press(contactId, '12*'));
    expect([keyed, leftAtMs]).toEqual(['Timeout', 6000]);
  });
  test('to the end that the number of a reference says', async () => {
    const { keyed } = await store(
      (running, contactId) => running.press(contactId, '12'),
      {
        before: [['UpdateContactAttributes', { Attributes: { two: '2' } }]],
      },
      { ...STORE, InputValidation: { CustomValidation: { MaximumLength: '$.Attributes.two' } } },
    );
    expect(keyed).toBe('12');
  });
  test('to twenty where a telephone number is asked for', async () => {
    const { centre } = await store(
      undefined,
      {},
      {
        ...STORE,
        InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } },
      },
    );
    expect(centre.of('listening')).toMatchObject([{ listening: { maxDigits: 20, terminator: '#' } }]);
  });
  test('with a pause that a reference says', async () => {
    const { leftAtMs } = await store(
      (running, contactId) => running.press(contactId, '1'),
      {
        before: [['UpdateContactAttributes', { Attributes: { two: '2' } }]],
      },
      { ...STORE, DTMFConfiguration: { InterdigitTimeLimitSeconds: '$.Attributes.two' } },
    );
    expect(leftAtMs).toBe(2000);
  });
});

describe('a telephone number is keyed', () => {
  const phone = { ...STORE, InputValidation: { PhoneNumberValidation: { NumberFormat: 'E164' } } };
  test('with the code of its country', async () => {
    const { keyed } = await store(
      (running, contactId) => running.press(contactId, '442079460123#'),
      {},
      phone,
    );
    expect(keyed).toBe('+442079460123');
  });
  test('or it is none, and that is the reason', async () => {
    const { because } = await store(
      (running, contactId) => running.press(contactId, '123#'),
      { errors: ['NoMatchingError', 'InvalidPhoneNumber'] },
      phone,
    );
    expect(because).toBe('the keys are no telephone number');
  });
  test('or not at all, which is no fault', async () => {
    expect((await store(undefined, {}, phone)).keyed).toBe('Timeout');
  });
});

describe('keys typed ahead', () => {
  test('of which one is missing leave the prompt out, and the pause runs at once', async () => {
    const { centre, keyed, leftAtMs } = await store((running, contactId) => running.press(contactId, '47'), {
      before: [buffer, hello],
    });
    expect(centre.heard()).toEqual(['Hello.']);
    expect([keyed, leftAtMs]).toEqual(['47', spokenMs(centre) + 5000]);
  });
  test('that end the input leave the rest for the next block', async () => {
    const { keyed, leftAtMs, centre } = await store(
      (running, contactId) => running.press(contactId, '47#9'),
      {
        before: [buffer, hello],
      },
    );
    expect([keyed, leftAtMs]).toEqual(['47', spokenMs(centre)]);
  });
  test('that were wiped are no keys: the prompt is said', async () => {
    const { centre, keyed } = await store((running, contactId) => running.press(contactId, '47*'), {
      before: [buffer, hello],
    });
    expect(centre.heard()).toEqual(['Hello.', 'Key your number.']);
    expect(keyed).toBe('Timeout');
  });
  test('choose in a menu without its prompt, and nobody listens', async () => {
    const { centre, branch } = await walk({
      before: [log, buffer, hello],
      type: 'GetParticipantInput',
      parameters: { Text: 'Press 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      when: ['2'],
      errors: ['NoMatchingCondition'],
      act: (running, contactId) => running.press(contactId, '2'),
    });
    expect([branch, centre.heard(), centre.of('listening')]).toEqual(['Equals 2', ['Hello.'], []]);
  });
  test('are forgotten by Stop and Clear, and stored by it only where it says so', async () => {
    const { keyed, centre } = await store(
      (running, contactId) => running.press(contactId, '47'),
      { before: [buffer, hello] },
      { EnableDTMFBuffer: 'False' },
    );
    expect(keyed).toBe('');
    const [contact] = [...centre.world.contacts.values()];
    expect(contact?.keysAhead).toEqual([]);
  });
  test('are lost again after Stop and Clear', async () => {
    const { centre, branch } = await walk({
      before: [buffer, ['GetParticipantInput', { EnableDTMFBuffer: 'False' }], hello],
      type: 'GetParticipantInput',
      parameters: { Text: 'Press 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      when: ['2'],
      errors: ['InputTimeLimitExceeded'],
      act: (running, contactId) => running.press(contactId, '2'),
    });
    expect([branch, centre.heard()]).toEqual(['InputTimeLimitExceeded', ['Hello.', 'Press 2.']]);
  });
});

describe('a menu', () => {
  const MENU = { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' };
  const menu = (act: Walk['act']) =>
    walk({
      before: [log],
      type: 'GetParticipantInput',
      parameters: MENU,
      when: ['1'],
      errors: ['InputTimeLimitExceeded', 'NoMatchingCondition'],
      ...(act && { act }),
    });
  test('tells the line that one key is wanted, and is over when the time is', async () => {
    const { centre, because } = await menu(undefined);
    expect(centre.of('listening')).toMatchObject([
      { listening: { form: 'menu', maxDigits: 1, terminator: '', firstKeyWithinMs: 5000 } },
    ]);
    expect(centre.of('listening-ended')).toHaveLength(1);
    expect(because).toBe('no key was pressed in time');
  });
  test('after its prompt still takes a key, once', async () => {
    const { branch, centre } = await menu(async (running, contactId) => {
      await running.driver.advanceBy(spokenMs(running) + 4999);
      running.press(contactId, '1');
    });
    expect(branch).toBe('Equals 1');
    expect(centre.of('step-taken').filter(({ step }) => step === 'it')).toHaveLength(1);
  });
});

describe('the loop of prompts of a queue', () => {
  const waiting = (parameters: Record<string, Json>, more: Steps = {}) =>
    new Centre({
      flows: {
        main: {
          hook: [
            'UpdateContactEventHooks',
            { EventHooks: { CustomerQueue: 'wait' } },
            { next: 'set-queue', errors: { NoMatchingError: 'end' } },
          ],
          ...toQueue('support', 'end'),
          end: hangUp,
        },
        'wait:CUSTOMER_QUEUE': {
          loop: [
            'MessageParticipantIteratively',
            { Messages: [{ Text: 'One.' }, { Text: 'Two.' }], ...parameters },
            { errors: { NoMatchingError: 'sorry' }, when: { MessagesInterrupted: 'resume' } },
          ],
          sorry: ['MessageParticipant', { Text: 'Sorry.' }, { next: 'resume' }],
          resume: ['EndFlowExecution'],
          ...more,
        },
      },
    });
  const errorOf = async (parameters: Record<string, Json>) => {
    const centre = waiting(parameters);
    centre.dial();
    await centre.driver.advanceBy(1000);
    return centre.of('step-taken').find(({ step }) => step === 'loop')?.because;
  };
  test.each([
    [{ InterruptFrequencySeconds: '0' }, "InterruptFrequencySeconds '0' is no number of seconds"],
    [{ InterruptFrequencySeconds: '604801' }, "InterruptFrequencySeconds '604801' is no number of seconds"],
    [{ Messages: [] }, 'needs exactly one of Text, SSML, PromptId, Media, has 0'],
    [{ Messages: [{ PromptId: 'none' }] }, "prompt 'none' does not exist"],
  ])('with %j is left because %s', async (parameters, because) => {
    expect(await errorOf(parameters)).toBe(because);
  });
  test('takes the longest interval, of a week', async () => {
    expect(await errorOf({ InterruptFrequencySeconds: '604800' })).toBeUndefined();
  });
  test('is not interrupted any more once it was left', async () => {
    const centre = waiting({
      Messages: [{ Text: 'One.' }, { PromptId: 'none' }],
      InterruptFrequencySeconds: '2',
    });
    centre.dial();
    await centre.driver.advanceBy(60_000);
    expect(centre.taken().filter((step) => step.startsWith('loop'))).toEqual(['loop → NoMatchingError']);
  });
  test('is cut by each interruption, and begins again', async () => {
    const centre = waiting({ Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: '1' });
    centre.dial();
    await centre.driver.advanceBy(3_500);
    expect(centre.heard()).toEqual(Array.from({ length: 4 }, () => 'queue-music'));
    expect(centre.of('prompt-stopped')).toHaveLength(3);
    expect(centre.taken().filter((step) => step.startsWith('loop'))).toHaveLength(3);
  });
  test('after an interruption that cut nothing says the next prompt, not the first', async () => {
    const centre = waiting({ ContinueMessagingDuringInterrupt: 'true', InterruptFrequencySeconds: '3' });
    centre.dial();
    await centre.driver.advanceBy(12_000);
    const heard = centre.heard();
    expect(heard.length).toBeGreaterThan(4);
    expect(heard).toEqual(heard.map((_, index) => (index % 2 === 0 ? 'One.' : 'Two.')));
    expect(centre.of('prompt-stopped')).toEqual([]);
  });
});
