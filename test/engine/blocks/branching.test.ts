/** Blocks that decide: every branch from a cause. */
import { describe, expect, test } from '@jest/globals';
import { COMPARE_OPERATORS } from '../../../engine/blocks/compare.ts';
import { holds } from '../../../engine/contact/conditions.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { START_MS } from '../contact/centre.ts';
import { type Walk, walk } from './walk.ts';

describe('Compare', () => {
  test.each<[string, string, string, boolean]>([
    ['Equals', 'gold', 'gold', true],
    ['Equals', 'Gold', 'gold', false],
    ['TextStartsWith', 'gold', 'go', true],
    ['TextStartsWith', 'gold', 'ld', false],
    ['TextEndsWith', 'gold', 'ld', true],
    ['TextContains', 'gold', 'ol', true],
    ['NumberGreaterThan', '10', '9', true],
    ['NumberGreaterThan', '9', '9', false],
    ['NumberGreaterOrEqualTo', '9', '9', true],
    ['NumberLessThan', '-1.5', '0', true],
    ['NumberLessOrEqualTo', '1', '0', false],
    ['NumberLessThan', 'one', '2', false],
    ['NumberGreaterOrEqualTo', '', '0', false],
    ['KeyExists', 'x', 'any', true],
  ])('%s of %s and %s is %s', async (operator, value, operand, met) => {
    const { branch } = await walk({
      before: [['UpdateContactAttributes', { Attributes: { value } }]],
      type: 'Compare',
      parameters: { ComparisonValue: '$.Attributes.value' },
      when: [[operator, operand]],
      errors: ['NoMatchingCondition'],
    });
    expect(branch).toBe(met ? `${operator} ${operand}` : 'NoMatchingCondition');
  });
  test.each(COMPARE_OPERATORS)('%s is not met by what is unset', (operator) => {
    expect(holds(operator, undefined, '0')).toBe(false);
  });
  test.each([
    '$.Attributes.none',
    '$.Attributes',
    '$.External',
    '$.Attributes.$.StoredCustomerInput',
    '$.Nonsense.x',
    '$',
  ])('%s meets nothing, and crashes nothing', async (ComparisonValue) => {
    const { branch } = await walk({
      type: 'Compare',
      parameters: { ComparisonValue },
      when: [['KeyExists', 'x']],
      errors: ['NoMatchingCondition'],
    });
    expect(branch).toBe('NoMatchingCondition');
  });
  test('compares with a reference, and takes the first that holds', async () => {
    const { branch } = await walk({
      before: [['UpdateContactAttributes', { Attributes: { a: 'same', b: 'same' } }]],
      type: 'Compare',
      parameters: { ComparisonValue: "$['Attributes']['a']" },
      when: ['other', '$.Attributes.b', 'same'],
      errors: ['NoMatchingCondition'],
    });
    expect(branch).toBe('Equals $.Attributes.b');
  });
  test('without the error branch goes on by NextAction', async () => {
    const { branch } = await walk({
      type: 'Compare',
      parameters: { ComparisonValue: '$.Channel' },
      when: ['CHAT'],
    });
    expect(branch).toBe('NextAction');
  });
});

const HOURS: Pick<Walk, 'type' | 'when' | 'errors'> = {
  type: 'CheckHoursOfOperation',
  when: ['True', 'False'],
  errors: ['NoMatchingError'],
};
const target: NonNullable<Walk['before']> = [['UpdateContactTargetQueue', { QueueId: 'support' }]];

describe('CheckHoursOfOperation', () => {
  test.each<[string, Partial<Walk>, string]>([
    ['the given hours are open', { parameters: { HoursOfOperationId: 'opening' } }, 'Equals True'],
    [
      'the given hours are closed',
      { parameters: { HoursOfOperationId: 'opening' }, centre: { nowMs: START_MS + 8 * 3_600_000 } },
      'Equals False',
    ],
    ['the hours of the target queue are open', { before: target }, 'Equals True'],
    ['there is neither', {}, 'NoMatchingError'],
    ['the hours do not exist', { parameters: { HoursOfOperationId: 'never' } }, 'NoMatchingError'],
    [
      'the hours are not set',
      { parameters: { HoursOfOperationId: '$.Attributes.hours' } },
      'NoMatchingError',
    ],
  ])('when %s', async (_title, plan, branch) => {
    expect((await walk({ ...HOURS, ...plan })).branch).toBe(branch);
  });
});

describe('CheckMetricData', () => {
  const staffed: Walk = {
    type: 'CheckMetricData',
    parameters: { MetricType: 'NumberOfAgentsStaffed' },
    when: [['NumberGreaterThan', '0']],
    errors: ['NoMatchingError', 'NoMatchingCondition'],
  };
  const wait: NonNullable<Walk['before']> = [...target, ['MessageParticipant', { Text: 'Wait.' }]];
  test.each<[string, Partial<Walk>, string]>([
    ['no agent is staffed', { before: wait }, 'NoMatchingCondition'],
    ['one is', { before: wait, act: (centre) => centre.available('sam') }, 'NumberGreaterThan 0'],
    [
      'the one is on a break',
      {
        before: wait,
        act: (centre) => {
          centre.available('sam');
          centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
        },
      },
      'NoMatchingCondition',
    ],
    [
      'the one on a break is online',
      {
        before: wait,
        parameters: { MetricType: 'NumberOfAgentsOnline' },
        act: (centre) => {
          centre.available('sam');
          centre.send({ kind: 'agent-sets-status', userId: 'sam', status: 'Lunch' });
        },
      },
      'NumberGreaterThan 0',
    ],
    [
      'the queue is given by ARN',
      {
        parameters: {
          MetricType: 'NumberOfAgentsAvailable',
          QueueId: 'arn:aws:connect:us-east-1:123456789012:instance/i1/queue/support',
        },
      },
      'NoMatchingCondition',
    ],
    [
      'an agent is asked for',
      {
        before: [['MessageParticipant', { Text: 'Wait.' }]],
        parameters: { MetricType: 'NumberOfAgentsAvailable', AgentId: 'sam' },
        act: (centre) => centre.available('sam'),
      },
      'NumberGreaterThan 0',
    ],
    ['no queue is set', {}, 'NoMatchingError'],
    [
      'the queue does not exist',
      { parameters: { MetricType: 'NumberOfContactsInQueue', QueueId: 'none' } },
      'NoMatchingError',
    ],
    ['the metric does not exist', { before: target, parameters: { MetricType: 'Mood' } }, 'NoMatchingError'],
  ])('when %s', async (_title, plan, branch) => {
    expect((await walk({ ...staffed, ...plan })).branch).toBe(branch);
  });
});

describe('GetMetricData', () => {
  test('leaves figures as texts, and nothing where nothing happens', async () => {
    const { centre } = await walk({
      before: target,
      type: 'GetMetricData',
      errors: ['NoMatchingError'],
      after: {
        speak: [
          'MessageParticipant',
          {
            Text: '$.Metrics.Queue.Name $.Metrics.Queue.Size [$.Metrics.Queue.OldestContactAge] $.Metrics.Agents.Online.Count',
          },
          { next: 'end' },
        ],
      },
    });
    expect(centre.heard()).toEqual(['support 0 [] ']);
  });
  test.each<[string, Json]>([
    ['no queue', {}],
    ['a queue that does not exist', { QueueId: 'none' }],
    ['the figures of faxes', { QueueId: 'support', QueueChannel: '$.Attributes.fax' }],
  ])('takes the error branch with %s', async (_title, parameters) => {
    expect((await walk({ type: 'GetMetricData', parameters, errors: ['NoMatchingError'] })).branch).toBe(
      'NoMatchingError',
    );
  });
});

describe('Loop', () => {
  const loop = (LoopCount: string) =>
    walk({
      type: 'Loop',
      parameters: { LoopCount },
      when: ['ContinueLooping', 'DoneLooping'],
      errors: ['NoMatchingError'],
    });
  test.each([
    ['0', 'Equals DoneLooping'],
    ['2', 'Equals ContinueLooping'],
    ['101', 'NoMatchingError'],
    ['$.Attributes.none', 'NoMatchingError'],
    ['two', 'NoMatchingError'],
  ])('of %s rounds begins with %s', async (count, branch) => {
    expect((await loop(count)).branch).toBe(branch);
  });
  test('goes its rounds, is done, and may begin again', async () => {
    const { centre } = await walk({
      type: 'UpdateFlowLoggingBehavior',
      parameters: { FlowLoggingBehavior: 'Enabled' },
      after: {
        outer: [
          'Loop',
          { LoopCount: '2' },
          { next: 'end', when: { ContinueLooping: 'inner', DoneLooping: 'end' } },
        ],
        inner: [
          'Loop',
          { LoopCount: '1' },
          { next: 'outer', when: { ContinueLooping: 'say', DoneLooping: 'outer' } },
        ],
        say: ['MessageParticipant', { Text: 'Round.' }, { next: 'inner' }],
      },
    });
    expect(centre.heard()).toEqual(['Round.', 'Round.']);
  });
});

describe('DistributeByPercentage', () => {
  test('draws from the seed, about as often as it is asked to', async () => {
    let below = 0;
    for (let seed = 0; seed < 200; seed += 1) {
      const { branch } = await walk({
        type: 'DistributeByPercentage',
        when: [['NumberLessThan', '31']],
        errors: ['NoMatchingCondition'],
        centre: { seed },
      });
      if (branch === 'NumberLessThan 31') below += 1;
    }
    expect(below).toBeGreaterThan(40);
    expect(below).toBeLessThan(80);
  });
});
