/** Whole documents in dialects that people have published run like those in the canonical one. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { readTestCase } from '../../../engine/testing-language/read-test-case.ts';
import { runTestCase } from '../../../engine/testing-language/run-test-case.ts';
import { centre, MENU } from './order-line.ts';

/** Matching beside Properties as a text, numeric keys, an Actor beside Parameters, no Transitions of actions. */
const february = (wrong: string): Json => ({
  Version: '2019-10-30',
  Metadata: {},
  Observations: [
    {
      Identifier: 'menu',
      Event: {
        Identifier: 'm',
        Type: 'MessageReceived',
        Actor: 'System',
        Properties: { Text: 'Welcome to Larkfield' },
        MatchingCriteria: 'Inclusion',
      },
      Actions: [
        {
          Identifier: 'press',
          Type: 'SendInstruction',
          Actor: 'Customer',
          Parameters: {
            ActionType: 'SendInstruction',
            Actor: 'Customer',
            Instruction: { Type: 'DtmfInput', Properties: { Value: 9 } },
          },
        },
      ],
      Transitions: { NextObservations: ['wrong'] },
    },
    {
      Identifier: 'wrong',
      Event: {
        Identifier: 'w',
        Type: 'MessageReceived',
        Actor: 'System',
        Properties: { Text: wrong },
        MatchingCriteria: 'Inclusion',
      },
      Actions: [
        {
          Identifier: 'end',
          Type: 'TestControl',
          Parameters: { ActionType: 'TestControl', Command: { Type: 'EndTest' } },
        },
      ],
      Transitions: { NextObservations: [] },
    },
  ],
});

/** The superseded version, Usage, one name for all events, NextAction with nothing in it. */
const superseded = (text: string): Json => ({
  Version: '2025-06-21',
  Metadata: {},
  Observations: ['first', 'second'].map((Identifier, index) => ({
    Identifier,
    Event:
      index === 0
        ? { Identifier: 'the event', Type: 'TestInitiated', Actor: 'System', Properties: {} }
        : {
            Identifier: 'the event',
            Type: 'MessageReceived',
            Actor: 'System',
            Properties: { Text: text },
            MatchingCriteria: 'Similarity',
          },
    Actions:
      index === 0
        ? []
        : [
            {
              Identifier: 'end',
              Type: 'TestControl',
              Parameters: { ActionType: 'TestControl', Command: { Type: 'EndTest' } },
              Transitions: { NextAction: '' },
            },
          ],
    Transitions: { NextObservations: index === 0 ? ['second'] : [] },
    Usage: { Type: 'EXACTLY' },
  })),
});

describe('a document of', () => {
  const failureOf = async (document: Json) => {
    const { testCase, diagnostics } = readTestCase(JSON.stringify(document), {
      name: 'file',
      to: '+12025550100',
    });
    expect(diagnostics.length).toBeGreaterThan(0);
    if (testCase === undefined) throw new Error('it was to be understood');
    return (await runTestCase(testCase, centre())).failure;
  };

  test.each([
    [
      'February, with keys as numbers',
      february('not one of the choices'),
      february('thank you for choosing'),
    ],
    ['the superseded version', superseded(MENU), superseded('Leave your message after the tone.')],
  ])('%s passes where the call does as it says, and fails where not', async (_what, right, wrong) => {
    expect(await failureOf(right)).toBeUndefined();
    expect((await failureOf(wrong))?.reasons).toEqual(['OBSERVE_EVENT']);
  });
});
