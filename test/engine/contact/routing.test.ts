/** Who rings where: priorities, ages, delays, missed and rejected contacts, statuses. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { describeAgent, describeContact, describeQueue } from '../../../engine/contact/describe.ts';
import type { Instance } from '../../../engine/contact/instance.ts';
import { Centre, type CentreOptions, hangUp, type Steps, toQueue } from './centre.ts';

const straight: Steps = { ...toQueue('support', 'end'), end: hangUp };
/** Callers with an odd last digit want orders. */
const twoQueues: Steps = {
  which: [
    'Compare',
    { ComparisonValue: '$.CustomerEndpoint.Address' },
    {
      next: 'set-queue',
      conditions: [['TextEndsWith', '1', 'orders']],
      errors: { NoMatchingCondition: 'set-queue' },
    },
  ],
  orders: ['UpdateContactTargetQueue', { QueueId: 'orders' }, { next: 'transfer' }],
  ...straight,
};
const centre = (options: Partial<CentreOptions> = {}) =>
  new Centre({ flows: { main: straight }, ...options });
const at = (one: Centre, userId: string) => describeAgent(one.world, userId)?.contact;

const profile = (
  queues: Instance['routingProfiles'][number]['queues'],
  id = 'agents',
  voice = 1,
): Instance['routingProfiles'][number] => ({
  arn: `arn:${id}`,
  id,
  name: id,
  queues,
  concurrency: { VOICE: voice },
});
const serves = (queueId: string, priority = 1, delaySeconds = 0) =>
  ({ queueId, channel: 'VOICE', priority, delaySeconds }) as const;

describe('callers', () => {
  test('are taken in the order in which they came', () => {
    const one = centre();
    const first = one.dial();
    one.dial();
    one.available('sam');
    expect(at(one, 'sam')?.contactId).toBe(first);
  });
  test('of a better priority go first, even from within the queue flow', () => {
    const hurry = ['UpdateContactRoutingBehavior', { QueuePriority: '1' }, { next: 'set-queue' }] as const;
    const one = centre({
      flows: {
        main: {
          which: [
            'Compare',
            { ComparisonValue: '$.CustomerEndpoint.Address' },
            {
              next: 'set-queue',
              conditions: [['TextEndsWith', '1', 'hurry']],
              errors: { NoMatchingCondition: 'set-queue' },
            },
          ],
          hurry,
          ...straight,
        },
      },
    });
    one.dial('+12025550120');
    const urgent = one.dial('+12025550121');
    one.available('sam');
    expect(at(one, 'sam')?.contactId).toBe(urgent);
  });
  test('whose queue flow raises them go before those who wait longer, at once', async () => {
    const one = centre({
      flows: {
        main: {
          hook: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'wait' } }, { next: 'set-queue' }],
          ...straight,
        },
        'wait:CUSTOMER_QUEUE': {
          loop: [
            'MessageParticipantIteratively',
            { Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: '30' },
            { when: { MessagesInterrupted: 'which' } },
          ],
          which: [
            'Compare',
            { ComparisonValue: '$.CustomerEndpoint.Address' },
            {
              next: 'go-on',
              conditions: [['TextEndsWith', '1', 'hurry']],
              errors: { NoMatchingCondition: 'go-on' },
            },
          ],
          hurry: ['UpdateContactRoutingBehavior', { QueuePriority: '1' }, { next: 'go-on' }],
          'go-on': ['EndFlowExecution'],
        },
      },
    });
    const patient = one.dial('+12025550120');
    await one.driver.advanceBy(1000);
    const urgent = one.dial('+12025550121');
    await one.driver.advanceBy(28_999);
    expect(describeQueue(one.world, 'support')?.contactIds).toEqual([patient, urgent]);
    await one.driver.advanceBy(1001);
    one.available('sam');
    expect(at(one, 'sam')?.contactId).toBe(urgent);
  });
  test('of any priorities and ages are taken by priority, then by adjusted age', async () => {
    const caller = fc.record({
      priority: fc.integer({ min: 1, max: 4 }),
      olderBySeconds: fc.integer({ min: -60, max: 60 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(caller, { minLength: 2, maxLength: 8 }), async (callers) => {
        const one = centre({
          users: [{ id: 'sam', afterContactWorkSeconds: 1 }],
          flows: Object.fromEntries(
            callers.map(({ priority, olderBySeconds }, index) => [
              index === 0 ? 'main' : `main-${index}`,
              {
                priority: [
                  'UpdateContactRoutingBehavior',
                  { QueuePriority: String(priority) },
                  { next: 'age' },
                ],
                age: [
                  'UpdateContactRoutingBehavior',
                  { QueueTimeAdjustmentSeconds: String(olderBySeconds) },
                  { next: 'set-queue' },
                ],
                ...straight,
              } satisfies Steps,
            ]),
          ),
        });
        const waiting: { contactId: string; priority: number; sinceMs: number }[] = [];
        const [number] = one.world.instance.phoneNumbers;
        for (const [index, { priority, olderBySeconds }] of callers.entries()) {
          // A number's flow is read at every call.
          Object.assign(number ?? {}, { flowId: index === 0 ? 'main' : `main-${index}` });
          waiting.push({ contactId: one.dial(), priority, sinceMs: index * 1000 - olderBySeconds * 1000 });
          await one.driver.advanceBy(1000);
        }
        const expected = [...waiting].sort((a, b) => a.priority - b.priority || a.sinceMs - b.sinceMs);
        one.available('sam');
        const taken: string[] = [];
        for (let turn = 0; turn < callers.length; turn += 1) {
          const contactId = at(one, 'sam')?.contactId ?? '';
          taken.push(contactId);
          one.send({ kind: 'caller-hangs-up', contactId });
        }
        expect(taken).toEqual(expected.map(({ contactId }) => contactId));
      }),
      { numRuns: 40 },
    );
  });
  test('made older go first', async () => {
    const one = centre({
      flows: {
        main: {
          which: [
            'Compare',
            { ComparisonValue: '$.CustomerEndpoint.Address' },
            {
              next: 'set-queue',
              conditions: [['TextEndsWith', '1', 'older']],
              errors: { NoMatchingCondition: 'set-queue' },
            },
          ],
          older: [
            'UpdateContactRoutingBehavior',
            { QueueTimeAdjustmentSeconds: '60' },
            { next: 'set-queue' },
          ],
          ...straight,
        },
      },
    });
    one.dial('+12025550120');
    await one.driver.advanceBy(30_000);
    const older = one.dial('+12025550121');
    one.available('sam');
    expect(at(one, 'sam')?.contactId).toBe(older);
  });
  test('of the queue that matters more to the agent go first, whatever their age', async () => {
    const one = centre({
      flows: { main: twoQueues },
      queues: [{ id: 'support' }, { id: 'orders' }],
      profiles: [profile([serves('support', 2), serves('orders', 1)])],
    });
    one.dial('+12025550120');
    await one.driver.advanceBy(30_000);
    const order = one.dial('+12025550121');
    one.available('sam');
    expect(at(one, 'sam')?.contactId).toBe(order);
  });
  test('of equal queues go by age across them', async () => {
    const one = centre({
      flows: { main: twoQueues },
      queues: [{ id: 'support' }, { id: 'orders' }],
      profiles: [profile([serves('orders'), serves('support')])],
    });
    const older = one.dial('+12025550120');
    await one.driver.advanceBy(1000);
    one.dial('+12025550121');
    one.available('sam');
    expect(at(one, 'sam')?.contactId).toBe(older);
  });
});

describe('agents', () => {
  test('who have been free longest ring first', async () => {
    const one = centre();
    one.available('robin');
    await one.driver.advanceBy(1000);
    one.available('sam');
    one.dial();
    expect(at(one, 'robin')?.state).toBe('ringing');
    expect(at(one, 'sam')).toBeUndefined();
  });
  test('with a delay are asked only when it is over', async () => {
    const one = centre({ profiles: [profile([serves('support', 1, 30)])] });
    one.available('sam');
    one.dial();
    await one.driver.advanceBy(29_999);
    expect(at(one, 'sam')).toBeUndefined();
    await one.driver.advanceBy(1);
    expect(at(one, 'sam')?.state).toBe('ringing');
  });
  test('with a delay take the contact that is old enough, though a more urgent one is not', async () => {
    const one = centre({
      profiles: [profile([serves('support', 1, 30)])],
      flows: {
        main: {
          which: [
            'Compare',
            { ComparisonValue: '$.CustomerEndpoint.Address' },
            {
              next: 'set-queue',
              conditions: [['TextEndsWith', '1', 'hurry']],
              errors: { NoMatchingCondition: 'set-queue' },
            },
          ],
          hurry: ['UpdateContactRoutingBehavior', { QueuePriority: '1' }, { next: 'set-queue' }],
          ...straight,
        },
      },
    });
    const old = one.dial('+12025550120');
    await one.driver.advanceBy(40_000);
    one.dial('+12025550121');
    one.available('sam');
    expect(at(one, 'sam')?.contactId).toBe(old);
  });
  test.each([
    ['no voice in their profile', [profile([serves('support')], 'agents', 0)]],
    ['another queue in their profile', [profile([])]],
  ])('with %s are never asked', async (_title, profiles) => {
    const one = centre({ profiles });
    one.available('sam');
    const contactId = one.dial();
    await one.driver.advanceBy(60_000);
    expect(describeContact(one.world, contactId)?.phase).toBe('queued');
    expect(one.of('offered')).toEqual([]);
  });
  test('get what is for them alone, and nobody else does', async () => {
    const one = centre({
      flows: {
        main: { mine: ['UpdateContactTargetQueue', { AgentId: 'robin' }, { next: 'transfer' }], ...straight },
      },
    });
    one.available('sam');
    const contactId = one.dial();
    expect(describeQueue(one.world, 'agent/robin')?.contactIds).toEqual([contactId]);
    expect(at(one, 'sam')).toBeUndefined();
    one.available('robin');
    expect(at(one, 'robin')?.contactId).toBe(contactId);
  });
});

describe('a contact that is not taken', () => {
  test('for twenty seconds is missed, and rings at the next agent; the first gets nothing until it is cleared', async () => {
    const one = centre();
    one.available('sam');
    await one.driver.advanceBy(1);
    one.available('robin');
    const contactId = one.dial();
    await one.driver.advanceBy(19_999);
    expect(at(one, 'sam')?.state).toBe('ringing');
    await one.driver.advanceBy(1);
    expect([at(one, 'sam')?.state, at(one, 'robin')?.contactId]).toEqual(['missed', contactId]);
    one.dial();
    expect(at(one, 'sam')?.state).toBe('missed');
    one.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(at(one, 'sam')?.state).toBe('ringing');
  });
  test('keeps its place before those who came later', async () => {
    const one = centre();
    one.available('sam');
    const first = one.dial();
    one.dial();
    one.send({ kind: 'agent-rejects', userId: 'sam', contactId: first });
    expect(at(one, 'sam')?.state).toBe('rejected');
    one.available('robin');
    expect(at(one, 'robin')?.contactId).toBe(first);
  });
  test('is cleared by choosing a status too', async () => {
    const one = centre();
    one.available('sam');
    const contactId = one.dial();
    await one.driver.advanceBy(20_000);
    one.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Available' });
    expect(at(one, 'sam')).toMatchObject({ contactId, state: 'ringing' });
  });
  test('rings at whoever becomes free later', async () => {
    const one = centre();
    const contactId = one.dial();
    await one.driver.advanceBy(600_000);
    one.available('robin');
    expect(at(one, 'robin')).toMatchObject({ contactId, state: 'ringing', callerNumber: '+12025550123' });
  });
});

describe('statuses', () => {
  const talking = async (users?: CentreOptions['users']) => {
    const one = centre(users === undefined ? {} : { users });
    one.available('sam');
    const contactId = one.dial();
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await one.driver.advanceBy(20_000);
    return { one, contactId };
  };
  test('chosen while busy are taken when the work ends', async () => {
    const { one, contactId } = await talking();
    one.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
    expect(describeAgent(one.world, 'sam')).toMatchObject({ status: 'Available', nextStatus: 'Lunch' });
    one.send({ kind: 'caller-hangs-up', contactId });
    expect(describeAgent(one.world, 'sam')).toMatchObject({
      status: 'Available',
      contact: { state: 'after-contact-work' },
    });
    one.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(describeAgent(one.world, 'sam')).toMatchObject({ status: 'Lunch' });
    one.dial();
    expect(at(one, 'sam')).toBeUndefined();
  });
  test('chosen in after contact work end it, unless there is more to do', async () => {
    const { one, contactId } = await talking();
    one.send({ kind: 'caller-hangs-up', contactId });
    one.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
    expect(describeAgent(one.world, 'sam')).toMatchObject({ status: 'Lunch', contacts: [] });
    expect(one.of('contact-completed')).toHaveLength(1);
  });
  test('after contact work ends by itself where there is a limit', async () => {
    const { one, contactId } = await talking([{ id: 'sam', afterContactWorkSeconds: 30 }]);
    one.send({ kind: 'caller-hangs-up', contactId });
    await one.driver.advanceBy(29_999);
    expect(at(one, 'sam')?.state).toBe('after-contact-work');
    await one.driver.advanceBy(1);
    expect(at(one, 'sam')).toBeUndefined();
    expect(one.kinds().filter((kind) => kind === 'contact-completed')).toHaveLength(1);
    one.dial();
    expect(at(one, 'sam')?.state).toBe('ringing');
  });
  test('after contact work without a limit lasts', async () => {
    const { one, contactId } = await talking();
    one.send({ kind: 'caller-hangs-up', contactId });
    await one.driver.advanceBy(3_600_000);
    expect(at(one, 'sam')?.state).toBe('after-contact-work');
  });
});
