/** MessageParticipant and what it says. */
import { describe, expect, test } from '@jest/globals';
import { walk } from './walk.ts';

const spoken = (parameters: Record<string, string>, errors: readonly string[] = ['NoMatchingError']) =>
  walk({ type: 'MessageParticipant', parameters, errors });

describe('MessageParticipant', () => {
  test('says its text, and goes on when it has been said', async () => {
    const { branch, centre } = await spoken({ Text: 'Good morning.' });
    expect(centre.heard()).toEqual(['Good morning.']);
    expect(branch).toBe('NextAction');
  });
  test.each([
    ['a value', 'Queue $.Channel, please', 'Queue VOICE, please'],
    ['an unset value as nothing', 'Hello $.Attributes.name.', 'Hello .'],
    ['an attribute with a space', "It is $.Attributes['a b']!", 'It is !'],
    ['a broken path as nothing', 'You keyed $.Attributes.$.StoredCustomerInput', 'You keyed '],
    ['a price as it stands', 'That is $5.00 or $ 7', 'That is $5.00 or $ 7'],
    ['an unknown namespace as nothing', 'x$.BadValue.y', 'x'],
  ])('says %s', async (_title, Text, heard) => {
    expect((await spoken({ Text })).centre.heard()).toEqual([heard]);
  });
  test('takes SSML inside Text as SSML', async () => {
    const { centre } = await spoken({ Text: '<speak>One<break time="3s"/>two</speak>' });
    expect(centre.of('prompt')[0]).toMatchObject({ form: 'ssml', durationMs: expect.any(Number) });
    expect(centre.of('prompt')[0]?.durationMs).toBeGreaterThan(3000);
  });
  test('plays a recording by name, for its own length', async () => {
    const { centre } = await spoken({ PromptId: 'music' });
    expect(centre.of('prompt')[0]).toMatchObject({ text: 'queue-music', form: 'prompt', durationMs: 30_000 });
  });
  test.each([
    ['an unknown recording', { PromptId: 'nothing' }, "prompt 'nothing' does not exist"],
    [
      'a recording that is not set',
      { PromptId: '$.Attributes.prompt' },
      "prompt '$.Attributes.prompt' does not exist",
    ],
    ['SSML that is not closed', { SSML: '<speak>Hello' }, 'the SSML is not well formed'],
    ['SSML crossed over', { SSML: '<speak><p><s>Hi</p></s></speak>' }, 'the SSML is not well formed'],
    ['3,001 characters', { Text: 'x'.repeat(3001) }, 'the text has 3001 spoken characters; 3000 are allowed'],
  ])('takes the error branch for %s', async (_title, parameters, because) => {
    const walked = await spoken(parameters);
    expect([walked.branch, walked.because]).toEqual(['NoMatchingError', because]);
    expect(walked.centre.heard()).toEqual([]);
  });
  test('without an error branch goes on by NextAction, as old exports do', async () => {
    const { branch, centre } = await spoken({ PromptId: 'nothing' }, []);
    expect(branch).toBe('NoMatchingError');
    expect(centre.taken()).toContain('after → End');
  });
  test('is not cut by keys, which are lost', async () => {
    const { centre } = await walk({
      type: 'MessageParticipant',
      parameters: { Text: 'Please listen.' },
      act: (running, contactId) => running.press(contactId, '12'),
    });
    expect(centre.of('prompt-stopped')).toEqual([]);
    expect(centre.of('key-heard')).toHaveLength(2);
  });
});

describe('keys typed ahead', () => {
  const buffer = ['GetParticipantInput', { EnableDTMFBuffer: 'True' }] as const;
  test('cut a prompt that may be skipped, and choose in the menu after it', async () => {
    const { centre } = await walk({
      before: [buffer],
      type: 'MessageParticipant',
      parameters: { Text: 'A long announcement, which may be cut.', SkipWhenDTMFBufferEnabled: 'true' },
      after: {
        menu: [
          'GetParticipantInput',
          { Text: 'Press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
          {
            next: 'no',
            when: { '1': 'yes' },
            errors: { NoMatchingCondition: 'no', NoMatchingError: 'no', InputTimeLimitExceeded: 'no' },
          },
        ],
        yes: ['DisconnectParticipant'],
        no: ['DisconnectParticipant'],
      },
      act: (running, contactId) => running.press(contactId, '1'),
    });
    expect(centre.heard()).toEqual(['A long announcement, which may be cut.']);
    expect(centre.of('prompt-stopped')).toHaveLength(1);
    expect(centre.taken()).toContain('yes → End');
  });
  test('leave out a prompt that may be skipped when they are there already', async () => {
    const { centre } = await walk({
      before: [buffer, ['MessageParticipant', { Text: 'First.' }]],
      type: 'MessageParticipant',
      parameters: { Text: 'Second.', SkipWhenDTMFBufferEnabled: 'true' },
      act: (running, contactId) => running.press(contactId, '7'),
    });
    expect(centre.heard()).toEqual(['First.']);
  });
  test('are kept up to thirty, stored by Stop and Clear, and then gone', async () => {
    const { centre } = await walk({
      before: [buffer, ['MessageParticipant', { Text: 'Key now.' }]],
      type: 'GetParticipantInput',
      parameters: { EnableDTMFBuffer: 'False', StoreInput: 'True' },
      after: {
        keep: ['UpdateContactAttributes', { Attributes: { keys: '$.StoredCustomerInput' } }, { next: 'end' }],
      },
      act: (running, contactId) => running.press(contactId, '1'.repeat(40)),
    });
    const [contact] = [...centre.world.contacts.values()];
    expect(contact?.attributes.get('keys')).toBe('1'.repeat(30));
    expect(contact?.keysAhead).toEqual([]);
  });
});
