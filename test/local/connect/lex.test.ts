/** Bots of the template are understood by the interpreter, or refused with the reason. */
import { describe, expect, test } from '@jest/globals';
import { type Block, run, sub } from './asked-flow.ts';
import { add, bootResources, change, type Mutate } from './booted-resources.ts';
import { BOT } from './service-resources.ts';

function slot(SlotTypeName: string) {
  return { Name: 'Number', SlotTypeName, ValueElicitationSetting: { SlotConstraint: 'Optional' } };
}
function locale(intent: object) {
  return {
    BotLocales: [{ LocaleId: 'en_US', NluConfidenceThreshold: 0.4, Intents: [{ Name: 'One', ...intent }] }],
  };
}
function pattern(Pattern: string) {
  const ValueSelectionSetting = { ResolutionStrategy: 'ORIGINAL_VALUE', RegexFilter: { Pattern } };
  return {
    BotLocales: [
      { LocaleId: 'en_US', NluConfidenceThreshold: 0.4, SlotTypes: [{ Name: 'T', ValueSelectionSetting }] },
    ],
  };
}

describe('a bot of the template', () => {
  const talk: Block = [
    'ConnectParticipantWithLexBot',
    { Text: 'How can I help?', LexV2Bot: { AliasArn: sub('LiveBot.Arn') } },
  ];
  const look = { intent: '$.Lex.IntentName', number: '$.Lex.Slots.Number', colour: '$.Lex.Slots.Colour' };
  test('understands its utterances, asks for its slots by its prompts', async () => {
    const { noted } = await run(BOT, [talk], look, [
      'where is my ladder',
      'the navy one',
      'one oh oh two',
      'yes',
    ]);
    expect(noted).toEqual({ intent: 'OrderStatus', number: '1002', colour: 'blue' });
  });
  test('falls back, has no locale that is off, and must be associated', async () => {
    expect((await run(BOT, [talk], look, ['la la la'])).noted).toMatchObject({ intent: 'FallbackIntent' });
    const off = change('LiveBot', {
      BotAliasLocaleSettings: [{ LocaleId: 'en_US', BotAliasLocaleSetting: { Enabled: false } }],
    });
    expect((await run([...BOT, off], [talk])).taken[0]).toContain('the instance has no bot');
    const alone: Mutate = (template) => void delete template.Resources['BotLink'];
    expect((await run([...BOT, alone], [talk])).taken[0]).toContain('the instance has no bot');
  });
  test.each<[string, Mutate, string]>([
    [
      'an unknown slot type',
      change('Bot', locale({ Slots: [slot('AMAZON.City')] })),
      "slot 'Number' must have a type of the locale or one of AMAZON.AlphaNumeric",
    ],
    ['a version of another bot', change('BotV1', { BotId: 'NOSUCHBOT1' }), 'the stack has no such bot'],
    [
      'a version of another locale',
      change('BotV1', { BotVersionLocaleSpecification: [{ LocaleId: 'de_DE' }] }),
      "bot 'orders' has no such locale",
    ],
    ['a pattern that is none', change('Bot', pattern('[')), 'its pattern is no regular expression'],
    [
      'an alias of nothing',
      change('BotLink', { IntegrationArn: 'arn:none' }),
      'the stack has no such alias of a bot',
    ],
    [
      'a second bot of its name',
      add('Twin', 'AWS::Lex::Bot', {
        Name: 'orders',
        RoleArn: 'arn:role',
        DataPrivacy: {},
        IdleSessionTTLInSeconds: 300,
      }),
      'ConflictException',
    ],
  ])('is refused with %s', async (_, mutate, sentence) => {
    await expect(bootResources(...BOT, mutate)).rejects.toThrow(sentence);
  });
});
