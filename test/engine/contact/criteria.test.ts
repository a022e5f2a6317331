/** Routing criteria: which agents a contact waits for, step by step, and everybody in the end. */
import { describe, expect, test } from '@jest/globals';
import { describeAgent, describeContact } from '../../../engine/contact/describe.ts';
import type { Proficiency } from '../../../engine/contact/instance.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { Centre, type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';

const can = (value: string, level: number, name = 'language'): Proficiency => ({ name, value, level });
const needs = (Value: string, ProficiencyLevel: Json, Name = 'language') => ({
  AttributeCondition: { Name, Value, ProficiencyLevel, ComparisonOperator: 'NumberGreaterOrEqualTo' },
});
const step = (Expression: Json, seconds?: string): Json => ({
  Expression,
  ...(seconds === undefined ? {} : { Expiry: { DurationInSeconds: seconds } }),
});
const flow = (Steps: readonly Json[], queue: Steps = toQueue('support', 'end')): Steps => ({
  criteria: [
    'UpdateContactRoutingCriteria',
    { RoutingCriteria: { Steps: [...Steps] } },
    { next: Object.keys(queue)[0] ?? '', errors: { NoMatchingError: 'bad' } },
  ],
  ...queue,
  bad: say('Wrong criteria.', 'end'),
  end: hangUp,
});
const USERS: NonNullable<CentreOptions['users']> = [
  { id: 'sam', proficiencies: [can('English', 5), can('Spanish', 2)] },
  { id: 'robin', proficiencies: [can('Spanish', 4), can('AWS', 1, 'technology')] },
  { id: 'alex' },
];
/** sam has been free longest, then robin, then alex. */
async function centre(
  steps: readonly Json[],
  options: Partial<CentreOptions> = {},
  here = ['sam', 'robin', 'alex'],
) {
  const one = new Centre({ flows: { main: flow(steps) }, users: USERS, ...options });
  for (const userId of here) {
    one.available(userId);
    await one.driver.advanceBy(1000);
  }
  return one;
}
const ringsAt = (one: Centre): string | undefined =>
  ['sam', 'robin', 'alex'].find((userId) => describeAgent(one.world, userId)?.contact?.state === 'ringing');

describe('a contact rings at the agent who has been free longest among those who', () => {
  test.each<[string, Json, string | undefined]>([
    ['can it well enough', needs('Spanish', '3'), 'robin'],
    ['can it at all', needs('Spanish', 1.0), 'sam'],
    ['can both', { AndExpression: [needs('Spanish', '2'), needs('AWS', '1', 'technology')] }, 'robin'],
    ['can one of two', { OrExpression: [needs('AWS', '1', 'technology'), needs('French', '1')] }, 'robin'],
    ['cannot it', { NotAttributeCondition: needs('Spanish', '1').AttributeCondition }, 'alex'],
    [
      'can it within a range',
      {
        AttributeCondition: {
          Name: 'language',
          Value: 'Spanish',
          ComparisonOperator: 'Range',
          Range: { MinProficiencyLevel: 3, MaxProficiencyLevel: 4 },
        },
      },
      'robin',
    ],
    [
      'are named',
      {
        AttributeCondition: {
          ComparisonOperator: 'Match',
          MatchCriteria: { AgentsCriteria: { AgentIds: ['alex', 'nobody'] } },
        },
      },
      'alex',
    ],
    [
      'are one of a nested kind',
      { OrExpression: [{ AndExpression: [needs('AWS', '1', 'technology')] }] },
      'robin',
    ],
    ['do not exist', needs('Greek', '1'), undefined],
  ])('%s', async (_title, expression, userId) => {
    const one = await centre([step(expression)]);
    one.dial();
    expect(ringsAt(one)).toBe(userId);
  });
});

describe('steps', () => {
  test('expire one after the other, and then everybody may take the contact', async () => {
    const one = await centre([step(needs('Greek', '3'), '20'), step(needs('AWS', '1', 'technology'), '10')]);
    one.send({ kind: 'agent-sets-status', userId: 'robin', status: 'Lunch' });
    one.dial();
    expect(ringsAt(one)).toBeUndefined();
    await one.driver.advanceBy(29_999);
    expect(ringsAt(one)).toBeUndefined();
    await one.driver.advanceBy(1);
    expect(ringsAt(one)).toBe('sam');
    expect(one.of('routing-step').map(({ index }) => index)).toEqual([0, 1, 2]);
  });
  test('go on to agents who are free when they begin', async () => {
    const one = await centre([step(needs('Greek', '3'), '20'), step(needs('Spanish', '4'))]);
    one.dial();
    await one.driver.advanceBy(20_000);
    expect(ringsAt(one)).toBe('robin');
  });
  test('without an end are waited for, however long', async () => {
    const one = await centre([step(needs('Spanish', '4'))], {}, ['sam']);
    const contactId = one.dial();
    await one.driver.advanceBy(3_600_000);
    expect(describeContact(one.world, contactId)).toMatchObject({ phase: 'queued' });
    one.available('robin');
    expect(ringsAt(one)).toBe('robin');
  });
  test('leave the agent to a later caller who is for them', async () => {
    const one = await centre(
      [],
      {
        flows: {
          main: {
            who: [
              'Compare',
              { ComparisonValue: '$.CustomerEndpoint.Address' },
              {
                next: 'criteria',
                conditions: [['TextEndsWith', '1', 'set-queue']],
                errors: { NoMatchingCondition: 'criteria' },
              },
            ],
            ...flow([step(needs('Spanish', '4'))]),
          },
        },
      },
      [],
    );
    one.dial('+12025550120');
    const later = one.dial('+12025550121');
    one.available('sam');
    expect(describeAgent(one.world, 'sam')?.contact?.contactId).toBe(later);
  });
  test('stop at the agent who takes the contact, and begin again in another queue', async () => {
    const one = await centre([step(needs('Spanish', '4'), '15')], {}, ['robin']);
    const contactId = one.dial();
    one.send({ kind: 'agent-accepts', userId: 'robin', contactId });
    await one.driver.advanceBy(60_000);
    expect(one.of('routing-step')).toHaveLength(1);
  });
  test('go on while it rings: one who misses it leaves it to everybody', async () => {
    const one = await centre([step(needs('Spanish', '4'), '15')]);
    one.dial();
    expect(ringsAt(one)).toBe('robin');
    await one.driver.advanceBy(20_000);
    expect(ringsAt(one)).toBe('sam');
  });
  test('have no effect in the queue of an agent', async () => {
    const own: Steps = {
      mine: ['UpdateContactTargetQueue', { AgentId: 'alex' }, { next: 'transfer' }],
      ...toQueue('support', 'end'),
    };
    const one = await centre([], { flows: { main: flow([step(needs('Spanish', '4'))], own) } });
    one.dial();
    expect(ringsAt(one)).toBe('alex');
    expect(one.of('routing-step')).toEqual([]);
  });
  test('that the queue flow sets are at work at once', async () => {
    const one = await centre([], {
      flows: {
        main: {
          hook: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'wait' } }, { next: 'set-queue' }],
          ...toQueue('support', 'end'),
          end: hangUp,
        },
        'wait:CUSTOMER_QUEUE': {
          criteria: [
            'UpdateContactRoutingCriteria',
            { RoutingCriteria: { Steps: [step(needs('Spanish', '4'), '30')] } },
            { next: 'loop', errors: { NoMatchingError: 'loop' } },
          ],
          loop: ['MessageParticipantIteratively', { Messages: [{ PromptId: 'music' }] }],
        },
      },
    });
    one.dial();
    expect(ringsAt(one)).toBe('robin');
  });
});

describe('criteria that mean nothing', () => {
  test.each<[string, Json]>([
    ['no steps', []],
    ['a level that there is not', [step(needs('Spanish', '6'))]],
    ['a level between two', [step(needs('Spanish', 2.5))]],
    ['a value that is not set', [step(needs('$.Attributes.nothing', '3'))]],
    ['a value that is too long', [step(needs('x'.repeat(65), '3'))]],
    ['an expression that says nothing', [step({})]],
    ['a match with nobody', [step({ AttributeCondition: { ComparisonOperator: 'Match' } })]],
    ['an expiry that is no number', [step(needs('Spanish', '3'), 'soon')]],
  ])('go the error branch: %s', async (_title, steps) => {
    const one = await centre(Array.isArray(steps) ? steps : []);
    one.dial();
    expect(one.heard()).toEqual(['Wrong criteria.']);
    expect(one.of('step-taken')[0]?.because).toBeDefined();
  });
});
