/** Position, estimated wait and staffing, as a queue flow reads them. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { estimatedWaitSeconds, queueFilled, queueMoved } from '../../../engine/contact/estimated-wait.ts';
import { ESTIMATED_WAIT_LEAVINGS_KEPT } from '../../../engine/limits.ts';
import { Centre, type CentreOptions, hangUp, type Steps, say, toQueue } from './centre.ts';

const straight: Steps = { ...toQueue('support', 'end'), end: hangUp };
const measure = (parameters: Record<string, string>, words: string): CentreOptions['flows'] => ({
  main: {
    which: [
      'Compare',
      { ComparisonValue: '$.CustomerEndpoint.Address' },
      {
        next: 'set-queue',
        conditions: [['TextEndsWith', '9', 'hurry']],
        errors: { NoMatchingCondition: 'hook' },
      },
    ],
    hurry: ['UpdateContactRoutingBehavior', { QueuePriority: '1' }, { next: 'hook' }],
    hook: ['UpdateContactEventHooks', { EventHooks: { CustomerQueue: 'wait' } }, { next: 'set-queue' }],
    ...straight,
  },
  'wait:CUSTOMER_QUEUE': {
    loop: [
      'MessageParticipantIteratively',
      { Messages: [{ PromptId: 'music' }], InterruptFrequencySeconds: '10' },
      { when: { MessagesInterrupted: 'get' } },
    ],
    get: ['GetMetricData', parameters, { next: 'say', errors: { NoMatchingError: 'go-on' } }],
    say: say(words, 'go-on'),
    'go-on': ['EndFlowExecution'],
  },
});
const spoken = (centre: Centre) => centre.heard().filter((text) => text.startsWith('['));

describe('the position in the queue', () => {
  const flows = measure({}, '[$.Metrics.Contact.PositionInQueue]');
  test('counts the callers who will be taken before, by priority and then by age', async () => {
    const centre = new Centre({ flows });
    centre.dial('+12025550120');
    centre.dial('+12025550121');
    centre.dial('+12025550129');
    await centre.driver.advanceBy(10_000);
    expect(spoken(centre)).toEqual(['[2]', '[3]', '[1]']);
  });
  test('moves up as others leave', async () => {
    const centre = new Centre({ flows });
    const first = centre.dial('+12025550120');
    centre.dial('+12025550121');
    await centre.driver.advanceBy(10_000);
    centre.send({ kind: 'caller-hangs-up', contactId: first });
    await centre.driver.advanceBy(15_000);
    expect(spoken(centre)).toEqual(['[1]', '[2]', '[1]']);
  });
  test('is unset for a caller who asks about another queue', async () => {
    const centre = new Centre({
      flows: measure({ QueueId: 'orders' }, '[$.Metrics.Contact.PositionInQueue]'),
      queues: [{ id: 'support' }, { id: 'orders' }],
    });
    centre.dial();
    await centre.driver.advanceBy(10_000);
    expect(spoken(centre)).toEqual(['[]']);
  });
});

describe('the estimated wait', () => {
  const words = '[$.Metrics.Contact.EstimatedWaitTime|$.Metrics.Queue.EstimatedWaitTime]';
  /** Callers whom the only agent takes one after another, for a minute each; then two more wait. */
  const busy = async (channel: Record<string, string>, before: number) => {
    const centre = new Centre({
      flows: measure(channel, words),
      users: [{ id: 'sam', afterContactWorkSeconds: 10 }],
    });
    for (let count = 0; count < before; count += 1) centre.dial('+12025550120');
    centre.available('sam');
    for (let count = 0; count < before; count += 1) {
      const [contactId = ''] = centre
        .of('offered')
        .slice(-1)
        .map((offered) => offered.contactId);
      centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
      await centre.driver.advanceBy(50_000);
      if (count + 1 === before) {
        centre.record.length = 0;
        centre.dial('+12025550121');
        centre.dial('+12025550122');
      }
      centre.send({ kind: 'caller-hangs-up', contactId });
      if (count + 1 < before) await centre.driver.advanceBy(10_000);
    }
    await centre.driver.advanceBy(10_000);
    return centre;
  };
  test('is unset while too few callers have left', async () => {
    expect(spoken(await busy({ QueueChannel: 'Voice' }, 2))).toEqual(['[|]', '[|]']);
  });
  test('is the pace of the queue times the position; of the queue for who comes next, in one channel', async () => {
    const estimates = spoken(await busy({ QueueChannel: 'Voice' }, 6)).map((text) =>
      text.match(/\d+/g)?.map(Number),
    );
    const [[first = 0, next = 0] = [], [second = 0] = []] = estimates;
    expect(first).toBeGreaterThan(30);
    expect(first).toBeLessThan(70);
    expect(Math.abs(second - 2 * first)).toBeLessThanOrEqual(1);
    expect(Math.abs(next - 3 * first)).toBeLessThanOrEqual(2);
  });
  test('is unset for the queue where all channels are asked for', async () => {
    expect(spoken(await busy({}, 6))[0]).toMatch(/^\[\d+\|\]$/);
  });
  test('is unset while nobody is staffed', async () => {
    const centre = await busy({ QueueChannel: 'Voice' }, 6);
    centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Offline' });
    centre.send({ kind: 'agent-signs-out', userId: 'sam' });
    await centre.driver.advanceBy(20_000);
    expect(spoken(centre).at(-1)).toBe('[|]');
  });
  test('of any history is finite, grows with the position and forgets what is old', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(600_000), { maxLength: 40 }),
        fc.integer({ min: 1, max: 500 }),
        (gaps, position) => {
          const pace = { intervalsMs: [], next: 0, movedAtMs: 0 };
          queueFilled(pace, 0);
          let nowMs = 0;
          for (const gap of gaps) {
            nowMs += gap;
            queueMoved(pace, nowMs);
          }
          expect(pace.intervalsMs.length).toBeLessThanOrEqual(ESTIMATED_WAIT_LEAVINGS_KEPT);
          const wait = estimatedWaitSeconds(pace, position, 1);
          expect(wait === undefined).toBe(gaps.length < 3);
          if (wait === undefined) return;
          expect(Number.isSafeInteger(wait) && wait >= 0).toBe(true);
          expect(estimatedWaitSeconds(pace, position + 1, 1)).toBeGreaterThanOrEqual(wait);
          expect(estimatedWaitSeconds(pace, position, 0)).toBeUndefined();
        },
      ),
    );
  });
});

describe('agents', () => {
  const counts =
    '[$.Metrics.Agents.Online.Count $.Metrics.Agents.Available.Count $.Metrics.Agents.Staffed.Count $.Metrics.Agents.Busy.Count $.Metrics.Agents.AfterContactWork.Count $.Metrics.Agents.Missed.Count $.Metrics.Agents.NonProductive.Count]';
  const check = (metric: string): Steps => ({
    [metric]: [
      'CheckMetricData',
      { MetricType: metric, QueueId: 'support' },
      {
        next: 'no',
        conditions: [['NumberGreaterThan', '0', 'yes']],
        errors: { NoMatchingCondition: 'no', NoMatchingError: 'error' },
      },
    ],
    yes: say('yes', 'hang-up'),
    no: say('no', 'hang-up'),
    error: say('error', 'hang-up'),
    'hang-up': hangUp,
  });
  /** Brings Sam into a state; then a caller asks. */
  const states: readonly (readonly [string, (centre: Centre) => Promise<void> | void, string, string])[] = [
    ['out', () => undefined, '[      ]', 'no no no'],
    [
      'signed in and Offline',
      (centre) => void centre.send({ kind: 'agent-signs-in', userId: 'sam' }),
      '[      ]',
      'no no no',
    ],
    ['Available', (centre) => centre.available('sam'), '[1 1 1 0 0 0 0]', 'yes yes yes'],
    [
      'at lunch',
      (centre) => {
        centre.available('sam');
        centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
      },
      '[1 0 0 0 0 0 1]',
      'yes no no',
    ],
    [
      'ringing',
      (centre) => {
        centre.available('sam');
        centre.dial('+12025550128');
      },
      '[1 0 1 1 0 0 0]',
      'yes no yes',
    ],
    [
      'talking, lunch to follow',
      async (centre) => {
        await talk(centre);
        centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
      },
      '[1 0 1 1 0 0 0]',
      'yes no yes',
    ],
    [
      'holding',
      async (centre) => {
        centre.send({ kind: 'agent-holds', userId: 'sam', contactId: await talk(centre) });
      },
      '[1 0 1 1 0 0 0]',
      'yes no yes',
    ],
    [
      'in after contact work',
      async (centre) => {
        centre.send({ kind: 'caller-hangs-up', contactId: await talk(centre) });
      },
      '[1 0 1 1 1 0 0]',
      'yes no yes',
    ],
    [
      'with a missed call',
      async (centre) => {
        centre.available('sam');
        const contactId = centre.dial('+12025550128');
        await centre.driver.advanceBy(20_000);
        centre.send({ kind: 'caller-hangs-up', contactId });
      },
      '[1 0 1 0 0 1 0]',
      'yes no yes',
    ],
    [
      'vanished in conversation',
      async (centre) => {
        await talk(centre);
        centre.send({ kind: 'agent-vanishes', userId: 'sam' });
      },
      '[      ]',
      'no no no',
    ],
  ];
  const talk = async (centre: Centre): Promise<string> => {
    centre.available('sam');
    const contactId = centre.dial('+12025550128');
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await centre.driver.advanceBy(10_000);
    return contactId;
  };
  const METRICS = ['NumberOfAgentsOnline', 'NumberOfAgentsAvailable', 'NumberOfAgentsStaffed'];
  test.each(states)('who are %s are counted', async (_title, bring, figures, answers) => {
    const heardIn = async (steps: Steps): Promise<string | undefined> => {
      const centre = new Centre({
        flows: {
          main: {
            who: [
              'Compare',
              { ComparisonValue: '$.CustomerEndpoint.Address' },
              {
                next: 'start',
                conditions: [['TextEndsWith', '28', 'set-queue']],
                errors: { NoMatchingCondition: 'start' },
              },
            ],
            ...straight,
            ...steps,
          },
        },
        users: [{ id: 'sam' }],
      });
      await bring(centre);
      const before = centre.heard().length;
      centre.dial('+12025550120');
      await centre.driver.settle();
      return centre.heard()[before];
    };
    const get: Steps = {
      start: ['GetMetricData', { QueueId: 'support' }, { next: 'say' }],
      say: say(counts, 'end'),
    };
    expect(await heardIn(get)).toBe(figures);
    const checked = await Promise.all(
      METRICS.map((metric) =>
        heardIn({
          start: ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Disabled' }, { next: metric }],
          ...check(metric),
        }),
      ),
    );
    expect(checked.join(' ')).toBe(answers);
  });
});
