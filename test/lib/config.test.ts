import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { readConfiguration } from '../../lib/config.ts';
import { ConfigurationError } from '../../lib/config-error.ts';
import { configurationFile } from '../../lib/paths.ts';
import { isFull } from '../calls/counts.ts';

const committed = JSON.parse(readFileSync(configurationFile, 'utf8')).context.callwright;

/** The committed document with one place changed; `undefined` removes it. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const document = structuredClone(committed);
  let place = document;
  for (const step of path.slice(0, -1)) place = place[step];
  const last = path.at(-1) ?? '';
  if (value === undefined) delete place[last];
  else place[last] = value;
  return document;
}

function refusal(document: unknown, environment?: unknown): string {
  try {
    readConfiguration(document, environment);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError);
    return error instanceof Error ? error.message : '';
  }
  throw new Error('the configuration was accepted');
}

describe('the committed configuration', () => {
  test('is that of dev where no environment is chosen', () => {
    const configuration = readConfiguration(committed, undefined);
    expect(configuration).toMatchObject({
      environment: 'dev',
      disposable: true,
      company: 'Larkfield Supplies',
    });
    expect(configuration.agents.map((agent) => agent.username)).toEqual(['sam', 'robin']);
  });
  test('keeps everything in prod, and has no demo agents there', () => {
    expect(readConfiguration(committed, 'prod')).toMatchObject({ disposable: false, agents: [] });
  });
});

describe('an environment', () => {
  test('replaces a shared setting as a whole and leaves the others', () => {
    const departments = { capacity: 6 };
    const queues = {
      support: { capacity: 3, answerWithinSeconds: 10 },
      orders: { capacity: 4, answerWithinSeconds: 20 },
      escalations: { capacity: 5, answerWithinSeconds: 3600 },
      departments,
    };
    const configuration = readConfiguration(changed(['environments', 'dev', 'queues'], queues), 'dev');
    expect(configuration.queues).toEqual(queues);
    expect(configuration.phoneNumber).toEqual(committed.phoneNumber);
  });
  test('may name account, Region and alias', () => {
    const own = { account: '123456789012', region: 'eu-west-2', alias: 'larkfield-supplies' };
    expect(readConfiguration(changed(['environments', 'test'], own), 'test')).toMatchObject({
      ...own,
      disposable: false,
    });
  });
  test.each(['prd', '', 'constructor', '__proto__', 7])(
    'that cdk.json does not have is refused: %j',
    (environment) => {
      expect(refusal(committed, environment)).toBe(
        `environment ${JSON.stringify(environment)} is not in cdk.json; choose one of dev, prod with -c environment=NAME.`,
      );
    },
  );
});

test('where there is no environment at all, one is asked for', () => {
  expect(refusal({ ...committed, environments: {} }, 'dev')).toBe(
    'environment "dev" is not in cdk.json; add one under callwright.environments.',
  );
});

describe('a mistake in cdk.json', () => {
  const mistakes: readonly [(string | number)[], unknown, string][] = [
    [['company'], undefined, 'callwright.company is missing; it must be a text of 1 to 100 characters.'],
    [['company'], '  ', 'callwright.company is "  "; it must be a text of 1 to 100 characters.'],
    [
      ['compnay'],
      'Larkfield',
      'callwright has the unknown key "compnay"; the keys accepted there are company, phoneNumber, languages, openingHours, escalationHours, holidays, salesTax, returns, appointments, troubles, queues, messages, payments, survey, alarms, agents, demoAgents, desktop, connectCases, retentionDays, reservedConcurrency, environments.',
    ],
    [
      ['connectCases'],
      { domainId: 'd', templateId: 't', customerProfileArn: 'callers', fields: {} },
      'callwright.connectCases.customerProfileArn is "callers"; it must be the ARN of a profile of Customer Profiles.',
    ],
    [
      ['connectCases'],
      true,
      'callwright.connectCases is true; it must be an object with the keys domainId, templateId, customerProfileArn, fields.',
    ],
    [
      ['agents', 0, 'languages', 'hu'],
      9,
      'callwright.agents[0].languages.hu is 9; it must be a whole number from 1 to 5.',
    ],
    [
      ['agents', 0, 'languages', 'fr'],
      3,
      'callwright.agents[0].languages has the unknown key "fr"; the keys accepted there are en, el, hu, ro.',
    ],
    [
      ['agents', 0, 'languages'],
      ['hu'],
      'callwright.agents[0].languages is ["hu"]; it must be an object of languages and levels from 1 to 5.',
    ],
    [
      ['languages', 'answered'],
      ['hu', 'hu'],
      'callwright.languages.answered is ["hu","hu"]; it must be a list of languages, each once.',
    ],
    [
      ['troubles', 'alertFrom'],
      0,
      'callwright.troubles.alertFrom is 0; it must be a whole number from 1 to 10,000.',
    ],
    [
      ['environments', 'dev', 'troubles'],
      { alertFrom: 5, newAlertFrom: 2.5 },
      'callwright.environments.dev.troubles.newAlertFrom is 2.5; it must be a whole number from 1 to 10,000.',
    ],
    [
      ['phoneNumber', 'country'],
      'UK',
      'callwright.phoneNumber.country is "UK"; it must be an ISO 3166 country code of two capital letters such as US, GB or DE.',
    ],
    [
      ['phoneNumber', 'country'],
      'us',
      'callwright.phoneNumber.country is "us"; it must be an ISO 3166 country',
    ],
    [
      ['phoneNumber', 'country'],
      'QQ',
      'callwright.phoneNumber.country is "QQ"; it must be an ISO 3166 country',
    ],
    [
      ['phoneNumber', 'type'],
      'MOBILE',
      'callwright.phoneNumber.type is "MOBILE"; it must be one of DID, TOLL_FREE.',
    ],
    [
      ['phoneNumber', 'prefix'],
      '+1',
      'callwright.phoneNumber has the unknown key "prefix"; the keys accepted there are country, type.',
    ],
    [
      ['phoneNumber'],
      '+12025550100',
      'callwright.phoneNumber is "+12025550100"; it must be an object with the keys country, type.',
    ],
    [
      ['queues', 'orders', 'capacity'],
      0,
      'callwright.queues.orders.capacity is 0; it must be a whole number from 1 to 10,000.',
    ],
    [
      ['queues', 'orders', 'capacity'],
      1.5,
      'callwright.queues.orders.capacity is 1.5; it must be a whole number',
    ],
    [['queues', 'orders', 'capacity'], '20', 'callwright.queues.orders.capacity is "20"; it must be a whole'],
    [
      ['queues', 'orders'],
      undefined,
      'callwright.queues.orders is missing; it must be an object with the keys capacity, answerWithinSeconds.',
    ],
    [
      ['queues', 'orders', 'answerWithinSeconds'],
      5,
      'callwright.queues.orders.answerWithinSeconds is 5; it must be a whole number from 10 to 3,600.',
    ],
    [['queues', 'sales'], { capacity: 1 }, 'callwright.queues has the unknown key "sales"'],
    [['agents'], 'sam', 'callwright.agents is "sam"; it must be a list of at most 500 agents.'],
    [
      ['agents', 1, 'username'],
      'Robin L',
      'callwright.agents[1].username is "Robin L"; it must be 1 to 64 lower-case letters',
    ],
    [['agents', 0, 'password'], 'x', 'callwright.agents[0] has the unknown key "password"'],
    [
      ['agents', 1, 'username'],
      'sam',
      'callwright.agents has the username "sam" twice; each agent needs one of their own.',
    ],
    [
      ['agents', 1, 'username'],
      's-a.m',
      'callwright.agents has the usernames "sam" and "s-a.m"; they must differ in more than dots and hyphens.',
    ],
    [['survey'], 'yes', 'callwright.survey is "yes"; it must be true or false.'],
    [['survey'], undefined, 'callwright.survey is missing; it must be true or false.'],
    [
      ['environments', 'dev', 'survey'],
      1,
      'callwright.environments.dev.survey is 1; it must be true or false.',
    ],
    [['demoAgents'], 'yes', 'callwright.demoAgents is "yes"; it must be true or false.'],
    [
      ['retentionDays', 'logs'],
      31,
      'callwright.retentionDays.logs is 31; it must be one of 1, 3, 5, 7, 14, 30',
    ],
    [
      ['retentionDays', 'recordings'],
      -1,
      'callwright.retentionDays.recordings is -1; it must be a whole number from 1 to 3,653.',
    ],
    [
      ['reservedConcurrency'],
      { 'open-case': 0 },
      'callwright.reservedConcurrency.open-case is 0; it must be a whole number from 1 to 1,000.',
    ],
    [
      ['openingHours', 'timeZone'],
      'Boston',
      'callwright.openingHours.timeZone is "Boston"; it must be an IANA time zone',
    ],
    [['openingHours', 'days', 0, 'day'], 'Monday', 'callwright.openingHours.days[0].day is "Monday";'],
    [
      ['openingHours', 'days', 0, 'start'],
      '8:00',
      'callwright.openingHours.days[0].start is "8:00"; it must be a time of day',
    ],
    [['openingHours', 'days', 0, 'end'], '07:00', 'it must end after it starts'],
    [['openingHours', 'days'], [], 'callwright.openingHours.days is []; it must name at least one span'],
    [
      ['escalationHours'],
      undefined,
      'callwright.escalationHours is missing; it must be an object with the keys',
    ],
    [
      ['escalationHours', 'timeZone'],
      'Boston',
      'callwright.escalationHours.timeZone is "Boston"; it must be an',
    ],
    [['escalationHours', 'days', 0, 'end'], '09:00', 'it must end after it starts'],
    [['escalationHours', 'holidays'], [], 'callwright.escalationHours has the unknown key "holidays"'],
    [
      ['queues', 'escalations', 'capacity'],
      0,
      'callwright.queues.escalations.capacity is 0; it must be a whole number from 1 to 10,000.',
    ],
    [
      ['holidays', 0, 'from'],
      '2027-02-30',
      'callwright.holidays[0].from is "2027-02-30"; it must be a day of the calendar',
    ],
    [['holidays', 1, 'name'], 'Thanksgiving 2026', 'has the name "Thanksgiving 2026" twice'],
    [['holidays', 1, 'name'], 'x'.repeat(128), 'it must be text of 1 to 127 characters'],
    [
      ['holidays', 1, 'name'],
      '',
      'callwright.holidays[1].name is ""; it must be text of 1 to 127 characters',
    ],
    [['environments'], undefined, 'callwright.environments is missing; it must be an object whose names are'],
    [
      ['environments', 'Prod!'],
      {},
      'callwright.environments has the name "Prod!"; it must be an object whose names are 1 to 20 lower-case letters',
    ],
    [
      ['environments', 'dev', 'region'],
      'eu-west-1',
      'callwright.environments.dev.region is "eu-west-1"; it must be one of us-east-1,',
    ],
    [
      ['environments', 'dev', 'account'],
      123456789012,
      'callwright.environments.dev.account is 123456789012; it must be the 12 digits',
    ],
    [
      ['environments', 'dev', 'alias'],
      'd-larkfield',
      'callwright.environments.dev.alias is "d-larkfield"; it must be 1 to 45',
    ],
    [['environments', 'dev', 'alias'], 'a'.repeat(46), 'callwright.environments.dev.alias is "aaa'],
    [
      ['environments', 'dev', 'dispossable'],
      true,
      'callwright.environments.dev has the unknown key "dispossable"',
    ],
  ];
  test.each(mistakes)('at %j, %j, is one sentence: %s', (path, value, sentence) => {
    const message = refusal(changed(path, value));
    expect(message).toContain(sentence);
    expect(message).toMatch(/^cdk\.json: callwright[^\n]*\.$/);
  });

  test.each([[null], [[]], ['text'], [7], [{}]])('as the whole document is refused: %j', (document) => {
    expect(refusal(document)).toMatch(/^cdk\.json: callwright/);
  });
  test('is a document that is not there', () => {
    expect(refusal(undefined)).toContain('cdk.json has no context key "callwright"');
  });
  test('is more holidays than Connect takes', () => {
    const holidays = Array.from({ length: 51 }, (_, index) => ({
      name: `Holiday ${index}`,
      from: '2027-01-01',
      till: '2027-01-01',
    }));
    expect(refusal(changed(['holidays'], holidays))).toContain('has 51 holidays; Connect takes at most 50.');
  });
  test('of any kind, anywhere, is refused in one sentence or accepted, and never a crash', () => {
    const places = [
      'company',
      'phoneNumber',
      'openingHours',
      'queues',
      'agents',
      'demoAgents',
      'environments',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        try {
          readConfiguration(changed([place], value), undefined);
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigurationError);
        }
      }),
      { numRuns: isFull ? 500 : 40 },
    );
  });
});
