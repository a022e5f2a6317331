/** GetParticipantInput: the menu and the stored digits, on every way out. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { keyedNumber } from '../../../engine/blocks/keyed-number.ts';
import type { Json } from '../../../engine/language/flow.ts';
import type { Centre } from '../contact/centre.ts';
import { walk } from './walk.ts';

const MENU = { Text: 'Press 1 or 2.', StoreInput: 'False', InputTimeLimitSeconds: '5' };
const MENU_ERRORS = ['NoMatchingCondition', 'NoMatchingError', 'InputTimeLimitExceeded'];

const menu = (act?: (centre: Centre, contactId: string) => Promise<void> | void, parameters: Json = MENU) =>
  walk({
    type: 'GetParticipantInput',
    parameters,
    errors: MENU_ERRORS,
    when: ['1', '*'],
    ...(act && { act }),
    before: [LOG],
  });
const LOG = ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }] as const;

describe('a menu', () => {
  test('takes the branch of the key, and the key cuts the prompt', async () => {
    const { branch, centre } = await menu((running, contactId) => running.press(contactId, '1'));
    expect(branch).toBe('Equals 1');
    expect(centre.of('prompt-stopped')).toHaveLength(1);
    expect(centre.of('listening')[0]).toMatchObject({ listening: { form: 'menu', firstKeyWithinMs: 5000 } });
    expect(centre.of('listening-ended')).toHaveLength(1);
  });
  test('takes * as a key like any other', async () => {
    expect((await menu((running, contactId) => running.press(contactId, '*'))).branch).toBe('Equals *');
  });
  test('has no branch for another key', async () => {
    expect((await menu((running, contactId) => running.press(contactId, '9'))).branch).toBe(
      'NoMatchingCondition',
    );
  });
  test('waits its seconds from the end of the prompt, not from its beginning', async () => {
    const { branch, centre } = await menu();
    expect(branch).toBe('InputTimeLimitExceeded');
    const spokenMs = centre.of('prompt')[0]?.durationMs ?? 0;
    const leftAtMs = centre.record.find(
      ({ effect }) => effect.kind === 'step-taken' && effect.step === 'it',
    )?.atMs;
    expect(leftAtMs).toBe(spokenMs + 5000);
  });
  test.each([
    ['no time', { Text: 'x', StoreInput: 'False' }],
    ['181 seconds', { ...MENU, InputTimeLimitSeconds: '181' }],
    ['an unknown recording', { PromptId: 'nothing', StoreInput: 'False', InputTimeLimitSeconds: '5' }],
  ])('takes the error branch with %s', async (_title, parameters) => {
    expect((await menu(undefined, parameters)).branch).toBe('NoMatchingError');
  });
});

const store = async (
  keypad: Json | undefined,
  act: (centre: Centre, contactId: string) => Promise<void> | void,
  more: Record<string, Json> = {},
) => {
  const walked = await walk({
    type: 'GetParticipantInput',
    parameters: {
      Text: 'Key your number.',
      StoreInput: 'True',
      InputTimeLimitSeconds: '6',
      InputValidation: { CustomValidation: { MaximumLength: '4' } },
      ...(keypad === undefined ? {} : { DTMFConfiguration: keypad }),
      ...more,
    },
    errors: ['NoMatchingError', 'InvalidPhoneNumber'],
    after: {
      keep: ['UpdateContactAttributes', { Attributes: { keyed: '$.StoredCustomerInput' } }, { next: 'end' }],
    },
    act,
  });
  const [contact] = [...walked.centre.world.contacts.values()];
  return { ...walked, keyed: contact?.attributes.get('keyed') };
};

describe('stored digits', () => {
  test.each([
    ['the greatest length', '4711', '4711'],
    ['the terminator', '47#', '47'],
    ['the terminator at once, with nothing', '#', ''],
    ['the cancel key, which wipes what came before', '12*47#', '47'],
  ])('end at %s', async (_title, keys, keyed) => {
    const walked = await store(undefined, (running, contactId) => running.press(contactId, keys));
    expect([walked.branch, walked.keyed]).toEqual(['NextAction', keyed]);
  });
  test('take * as a digit where the cancel key is off', async () => {
    const walked = await store({ DisableCancelKey: 'True' }, (running, contactId) =>
      running.press(contactId, '1*2#'),
    );
    expect(walked.keyed).toBe('1*2');
  });
  test('end at a terminator of two keys', async () => {
    const walked = await store(
      { InputTerminationSequence: '##' },
      (running, contactId) => running.press(contactId, '1#2##'),
      { InputValidation: { CustomValidation: { MaximumLength: '9' } } },
    );
    expect(walked.keyed).toBe('1#2');
  });
  test('end at a pause of five seconds', async () => {
    const walked = await store(undefined, async (running, contactId) => {
      running.press(contactId, '1');
      await running.driver.advanceBy(4900);
      running.press(contactId, '2');
      await running.driver.advanceBy(4900);
      expect(running.of('step-taken')).toEqual([]);
      await running.driver.advanceBy(200);
      expect(running.of('step-taken')[0]?.step).toBe('it');
    });
    expect(walked.keyed).toBe('12');
  });
  test('end at the pause that the block asks for', async () => {
    const walked = await store({ InterdigitTimeLimitSeconds: '1' }, async (running, contactId) => {
      running.press(contactId, '1');
      await running.driver.advanceBy(1001);
      expect(running.of('step-taken')[0]?.step).toBe('it');
    });
    expect(walked.keyed).toBe('1');
  });
  test('are the word Timeout, on the success branch, when nothing is keyed', async () => {
    const walked = await store(undefined, () => undefined);
    expect([walked.branch, walked.keyed]).toEqual(['NextAction', 'Timeout']);
  });
  test('are Timeout too when all was wiped', async () => {
    expect((await store(undefined, (running, contactId) => running.press(contactId, '12*'))).keyed).toBe(
      'Timeout',
    );
  });
  test.each<[string, Record<string, Json>]>([
    ['no validation', { InputValidation: {} }],
    [
      'a length that is no number',
      { InputValidation: { CustomValidation: { MaximumLength: '$.Attributes.none' } } },
    ],
    ['a pause of 30 seconds', { DTMFConfiguration: { InterdigitTimeLimitSeconds: '30' } }],
  ])('take the error branch with %s', async (_title, more) => {
    const walked = await store(undefined, () => undefined, more);
    expect([walked.branch, walked.keyed]).toEqual(['NoMatchingError', undefined]);
  });
  test('typed ahead end the block without its prompt', async () => {
    const walked = await walk({
      before: [
        ['GetParticipantInput', { EnableDTMFBuffer: 'True' }],
        ['MessageParticipant', { Text: 'Hello.' }],
      ],
      type: 'GetParticipantInput',
      parameters: {
        Text: 'Key.',
        StoreInput: 'True',
        InputTimeLimitSeconds: '5',
        InputValidation: { CustomValidation: { MaximumLength: '2' } },
      },
      act: (running, contactId) => running.press(contactId, '12'),
    });
    expect(walked.centre.heard()).toEqual(['Hello.']);
    expect(walked.branch).toBe('NextAction');
  });
});

describe('a telephone number', () => {
  const local = { InputValidation: { PhoneNumberValidation: { NumberFormat: 'Local', CountryCode: 'US' } } };
  test('is stored in E.164', async () => {
    const walked = await store(
      undefined,
      (running, contactId) => running.press(contactId, '2025550123#'),
      local,
    );
    expect(walked.keyed).toBe('+12025550123');
  });
  test('that cannot be one takes the InvalidPhoneNumber branch', async () => {
    const walked = await store(undefined, (running, contactId) => running.press(contactId, '123#'), local);
    expect([walked.branch, walked.keyed]).toEqual(['InvalidPhoneNumber', undefined]);
  });
  test.each([
    ['1112345678', 'Local', 'US', undefined],
    ['12025550123', 'Local', 'US', '+12025550123'],
    ['02079460123', 'Local', 'GB', '+442079460123'],
    ['0612345678', 'Local', 'IT', '+390612345678'],
    ['442079460123', 'E164', '', '+442079460123'],
    ['00442079460123', 'E164', '', '+442079460123'],
    ['9992079460123', 'E164', '', undefined],
    ['2025550123', 'Local', 'XX', undefined],
    ['20255*0123', 'Local', 'US', undefined],
  ])('%s as %s of %s is %s', (keys, format, country, number) => {
    expect(keyedNumber(keys, format, country)).toBe(number);
  });
  test('is E.164 or nothing, whatever is keyed', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom('Local', 'E164', ''),
        fc.constantFrom('US', 'DE', 'XK', ''),
        (keys, format, country) => {
          const number = keyedNumber(keys, format, country);
          expect(number === undefined || /^\+[1-9]\d{7,14}$/.test(number)).toBe(true);
        },
      ),
    );
  });
});
