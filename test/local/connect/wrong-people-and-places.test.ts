/** Instances, hours, queues, profiles and agents that Connect would not create stop the boot, named and explained. */
import { expect, test } from '@jest/globals';
import { add, bootResources, change } from './booted-resources.ts';
import { expectRefusal, type WrongTemplate } from './refused-template.ts';

const CENTRE = { 'Fn::GetAtt': ['Centre', 'Arn'] };
const ELSEWHERE = 'arn:aws:connect:us-east-1:123456789012:instance/11111111-2222-4333-8444-555555555555';
const period = (start: object, end: object) => ({
  Config: [{ Day: 'MONDAY', StartTime: start, EndTime: end }],
});
const NINE = { Hours: 9, Minutes: 0 };
const override = (fields: object) => ({
  HoursOfOperationOverrides: [
    {
      OverrideName: 'holiday',
      EffectiveFrom: '2026-12-25',
      EffectiveTill: '2026-12-26',
      OverrideConfig: [],
      ...fields,
    },
  ],
});

const CASES: readonly WrongTemplate[] = [
  [
    'an alias that looks like a directory',
    change('Centre', { InstanceAlias: 'd-123' }),
    ['Centre', 'InstanceAlias', 'd-123'],
  ],
  [
    'a missing alias',
    change('Centre', { InstanceAlias: undefined }),
    ['Centre', 'InstanceAlias', 'is missing'],
  ],
  [
    'an instance attribute that is neither true nor false',
    change('Centre', { Attributes: { InboundCalls: 'maybe', OutboundCalls: false } }),
    ['Centre', 'Attributes.InboundCalls', '"maybe"'],
  ],
  [
    'a second instance',
    add('Other', 'AWS::Connect::Instance', {
      Attributes: { InboundCalls: true, OutboundCalls: true },
      IdentityManagementType: 'SAML',
      InstanceAlias: 'other',
    }),
    ['runs one Connect instance'],
  ],
  ['an unknown property', change('Support', { Colour: 'green' }), ['Support', 'Properties.Colour']],
  [
    'an instance of somebody else',
    change('Support', { InstanceArn: ELSEWHERE }),
    ['Support', 'InstanceArn', ELSEWHERE],
  ],
  [
    'an instance that is no ARN',
    change('Opening', { InstanceArn: 'front' }),
    ['Opening', 'InstanceArn', '"front"', 'ARN of a Connect instance'],
  ],
  [
    'an hour that does not exist',
    change('Opening', period(NINE, { Hours: 24, Minutes: 0 })),
    ['Opening', 'Config.0.EndTime.Hours', 'is 24', '0 to 23'],
  ],
  [
    'a minute that does not exist',
    change('Opening', period({ Hours: 9, Minutes: 60 }, NINE)),
    ['Opening', 'Config.0.StartTime.Minutes', 'is 60'],
  ],
  [
    'half an hour as a fraction',
    change('Opening', period({ Hours: 9.5, Minutes: 0 }, NINE)),
    ['Opening', 'StartTime.Hours', '9.5'],
  ],
  [
    'a day that does not exist',
    change('Opening', { Config: [{ Day: 'SOMEDAY', StartTime: NINE, EndTime: NINE }] }),
    ['Opening', 'Config.0.Day', 'SOMEDAY', 'MONDAY'],
  ],
  [
    'a time zone that does not exist',
    change('Opening', { TimeZone: 'Europe/Atlantis' }),
    ['Opening', 'TimeZone', 'Europe/Atlantis', 'IANA'],
  ],
  [
    'a holiday on a day that does not exist',
    change('Opening', override({ EffectiveTill: '2026-12-32' })),
    ['Opening', 'HoursOfOperationOverrides.0.EffectiveTill', '2026-12-32'],
  ],
  [
    'a holiday on 30 February',
    change('Opening', override({ EffectiveFrom: '2026-02-30' })),
    ['EffectiveFrom', '2026-02-30', 'no such day'],
  ],
  [
    'a holiday that ends before it begins',
    change('Opening', override({ EffectiveTill: '2026-12-24' })),
    ['EffectiveTill', 'must not be before EffectiveFrom'],
  ],
  [
    'an override whose meaning is not published',
    change('Opening', override({ OverrideType: 'OPEN' })),
    ['OverrideType', 'OPEN'],
  ],
  [
    'hours that are not of this instance',
    change('Support', { HoursOfOperationArn: `${ELSEWHERE}/operating-hours/x` }),
    ['Support', 'HoursOfOperationArn', 'no such hours'],
  ],
  [
    'a queue where hours belong',
    change('Support', { HoursOfOperationArn: `${ELSEWHERE}/queue/x` }),
    ['Support', 'HoursOfOperationArn', 'ARN of hours of operation'],
  ],
  ['a negative capacity', change('Support', { MaxContacts: -1 }), ['Support', 'MaxContacts', '-1']],
  [
    'two queues of one name',
    add('Twin', 'AWS::Connect::Queue', {
      InstanceArn: CENTRE,
      Name: 'support',
      HoursOfOperationArn: { 'Fn::GetAtt': ['Opening', 'HoursOfOperationArn'] },
    }),
    ["'support' exists", 'DuplicateResourceException'],
  ],
  ['a name of 128 characters', change('Support', { Name: 'x'.repeat(128) }), ['Support', 'Name', '1 to 127']],
  [
    'a queue that is not there',
    change('Agents', { DefaultOutboundQueueArn: `${ELSEWHERE}/queue/x` }),
    ['Agents', 'DefaultOutboundQueueArn', 'no such queue'],
  ],
  [
    'two calls at once',
    change('Agents', { MediaConcurrencies: [{ Channel: 'VOICE', Concurrency: 2 }] }),
    ['Agents', 'MediaConcurrencies.0.Concurrency', 'is 2'],
  ],
  [
    'a channel without concurrency',
    change('Agents', { MediaConcurrencies: [{ Channel: 'TASK', Concurrency: 1 }] }),
    ['Agents', 'QueueConfigs.0.QueueReference.Channel', 'VOICE'],
  ],
  [
    'priority 0',
    change('Agents', {
      QueueConfigs: [
        {
          Delay: 0,
          Priority: 0,
          QueueReference: { Channel: 'VOICE', QueueArn: { 'Fn::GetAtt': ['Support', 'QueueArn'] } },
        },
      ],
    }),
    ['Agents', 'Priority', 'is 0'],
  ],
  [
    'an agent without security profile',
    change('Sam', { SecurityProfileArns: [] }),
    ['Sam', 'SecurityProfileArns', '1 to 10'],
  ],
  [
    'a security profile that is not there',
    change('Sam', { SecurityProfileArns: [`${ELSEWHERE}/security-profile/x`] }),
    ['Sam', 'SecurityProfileArns.0', 'no such security profile'],
  ],
  ['an agent without password', change('Sam', { Password: undefined }), ['Sam', 'Password', 'is missing']],
  [
    'after contact work of a month',
    change('Sam', { PhoneConfig: { AfterContactWorkTimeLimit: 2_592_000 } }),
    ['Sam', 'AfterContactWorkTimeLimit', '2592000'],
  ],
  ['a username with a space', change('Sam', { Username: 'sam okoro' }), ['Sam', 'Username', 'sam okoro']],
];

test.each(CASES)('%s stops the boot', (_, mutate, words) => expectRefusal(mutate, words));

test('a wrong password is not shown', async () => {
  const boot = bootResources(change('Sam', { Password: 'hunter' }));
  await expect(boot).rejects.toThrow('Password: has a wrong value (not shown)');
  await expect(boot).rejects.not.toThrow('hunter');
});
