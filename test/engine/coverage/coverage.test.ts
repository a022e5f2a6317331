/** What counts as taken, and what there is to take. */
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import type { Effect } from '../../../engine/contact/events.ts';
import { coverageTable, percentOf, shareOf, untaken } from '../../../engine/coverage/coverage-table.ts';
import { FlowCoverage } from '../../../engine/coverage/flow-coverage.ts';
import { transitionsOf } from '../../../engine/coverage/transitions.ts';
import type { FlowDocument } from '../../../engine/language/flow.ts';

const menu: FlowDocument = {
  Version: '2019-10-30',
  StartAction: 'ask',
  Actions: [
    {
      Identifier: 'ask',
      Type: 'GetParticipantInput',
      Parameters: { Text: 'For orders, press 1.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
      Transitions: {
        NextAction: 'bye',
        Errors: [
          { ErrorType: 'InputTimeLimitExceeded', NextAction: 'bye' },
          { ErrorType: 'NoMatchingError', NextAction: 'bye' },
          { ErrorType: 'NoMatchingCondition', NextAction: 'bye' },
        ],
        Conditions: [
          { Condition: { Operator: 'Equals', Operands: ['1'] }, NextAction: 'say' },
          { Condition: { Operator: 'Equals', Operands: ['2'] }, NextAction: 'other' },
        ],
      },
    },
    {
      Identifier: 'say',
      Type: 'MessageParticipant',
      Parameters: { Text: 'One moment.' },
      Transitions: { NextAction: 'other', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] },
    },
    {
      Identifier: 'other',
      Type: 'TransferToFlow',
      Parameters: { ContactFlowId: 'orders' },
      Transitions: { NextAction: 'bye', Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'bye' }] },
    },
    { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ],
};
const flow = { name: 'menu', content: JSON.stringify(menu) };
const left = (step: string, branch: string, to?: string): Effect => ({
  kind: 'step-taken',
  contactId: 'c',
  flowArn: 'arn',
  flowName: 'menu',
  step,
  type: 'any',
  branch,
  ...(to === undefined ? {} : { to }),
});
const takenBy = (...effects: readonly Effect[]) => {
  const coverage = new FlowCoverage([flow]);
  for (const effect of effects) coverage.see(effect);
  return coverage.record();
};
const names = (record: ReturnType<typeof takenBy>) =>
  record.flows.flatMap(({ transitions }) =>
    transitions
      .filter(({ taken }) => taken > 0)
      .map(({ step, branch, taken }) => `${step} ${branch} ${taken}`),
  );

test('a menu’s way on that only mirrors a choice is none; leaving the flow is one', () => {
  expect(transitionsOf(menu).map(({ step, branch, to = '' }) => `${step}: ${branch} ${to}`)).toEqual([
    'ask: InputTimeLimitExceeded bye',
    'ask: NoMatchingError bye',
    'ask: NoMatchingCondition bye',
    'ask: Equals 1 say',
    'ask: Equals 2 other',
    'say: NextAction other',
    'say: NoMatchingError bye',
    'other: Success ',
    'other: NoMatchingError bye',
    'bye: End ',
  ]);
});

describe('a transition is counted', () => {
  test('each time that a caller takes it', () => {
    expect(names(takenBy(left('ask', 'Equals 1', 'say'), left('ask', 'Equals 1', 'say')))).toEqual([
      'ask Equals 1 2',
    ]);
  });
  test('by where it leads when the key was secret', () => {
    expect(names(takenBy(left('ask', 'Equals •', 'other')))).toEqual(['ask Equals 2 1']);
  });
  test('in the sum of two runs', () => {
    const coverage = new FlowCoverage();
    coverage.add(takenBy(left('bye', 'End')));
    coverage.add(takenBy(left('bye', 'End'), left('say', 'NextAction', 'other')));
    expect(names(coverage.record())).toEqual(['say NextAction 1', 'bye End 2']);
  });
});

describe('nothing is counted', () => {
  test.each([
    ['for a flow that the instance does not have', { ...left('ask', 'Equals 1', 'say'), flowName: 'other' }],
    ['for a step that the flow does not have', left('nowhere', 'NextAction', 'say')],
    ['for a branch that the step does not have', left('ask', 'Equals 9', 'say')],
    ['for a secret key that leads elsewhere', left('ask', 'Equals •', 'bye')],
    ['for what is no step', { kind: 'listening-ended', contactId: 'c' } satisfies Effect],
  ])('%s', (_, effect) => {
    expect(names(takenBy(effect))).toEqual([]);
  });
  test('for a flow whose text is none', () => {
    expect(new FlowCoverage([{ name: 'broken', content: '{' }]).record().flows).toEqual([]);
  });
});

test('the table has flows, blocks and the sum, and what is left is named', () => {
  const record = takenBy(left('bye', 'End'));
  expect(coverageTable(record).map((line) => line.replaceAll(/ +/g, ' '))).toEqual([
    'menu 1/10 10.0 %',
    ' DisconnectParticipant 1/1 100.0 %',
    ' GetParticipantInput 0/5 0.0 %',
    ' MessageParticipant 0/2 0.0 %',
    ' TransferToFlow 0/2 0.0 %',
    'all 1/10 10.0 %',
  ]);
  expect(untaken(record)).toContain('menu / ask: Equals 1 → say');
  expect(untaken(record)).toHaveLength(9);
});

test('of nothing everything is taken', () => {
  expect(percentOf(shareOf([]))).toBe(100);
});

test('runs add up in whatever order they come', () => {
  const ways = transitionsOf(menu);
  const run = fc.array(fc.nat(ways.length - 1), { maxLength: 30 });
  fc.assert(
    fc.property(run, run, (one, other) => {
      const record = (indexes: readonly number[]) =>
        takenBy(
          ...indexes.flatMap((index) => {
            const way = ways[index];
            return way === undefined ? [] : [left(way.step, way.branch, way.to)];
          }),
        );
      const sum = (records: readonly ReturnType<typeof record>[]) => {
        const coverage = new FlowCoverage();
        for (const each of records) coverage.add(each);
        return coverage.record();
      };
      const together = record([...one, ...other]);
      expect(sum([record(one), record(other)])).toEqual(together);
      expect(sum([record(other), record(one)])).toEqual(together);
    }),
    { numRuns: 50 },
  );
});
