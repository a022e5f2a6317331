/** A small centre under test, and the parts of test cases, for tests of the Testing language. */

import { contactValue } from '../../../engine/contact/contact-value.ts';
import type { InvokeEffect, InvokeReply } from '../../../engine/contact/driver.ts';
import { createWorld } from '../../../engine/contact/engine.ts';
import type { Effect } from '../../../engine/contact/events.ts';
import { createVirtualDriver } from '../../../engine/contact/virtual-driver.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { probedBlocks } from '../../../engine/testing-language/probed-blocks.ts';
import { readTestCase } from '../../../engine/testing-language/read-test-case.ts';
import {
  runTestCase,
  type TestBench,
  type TestResult,
} from '../../../engine/testing-language/run-test-case.ts';
import { TestProbe } from '../../../engine/testing-language/test-probe.ts';
import { type CentreOptions, instanceOf, START_MS } from '../contact/centre.ts';

export interface BenchOptions extends Omit<CentreOptions, 'invoke' | 'playback'> {
  /** What each function answers, by its ARN. */
  readonly functions?: Readonly<Record<string, Json>>;
}

export interface TestCentre extends TestBench {
  /** Every effect, in order. */
  readonly effects: readonly Effect[];
}

export function benchOf(options: BenchOptions): TestCentre {
  const probe = new TestProbe();
  const instance = instanceOf(options);
  const world = createWorld({
    instance,
    seed: 7,
    nowMs: options.nowMs ?? START_MS,
    findBlock: probedBlocks(probe),
  });
  const effects: Effect[] = [];
  const listeners = new Set<(effect: Effect, atMs: number) => void>();
  const driver = createVirtualDriver(world, {
    invoke: async ({ functionArn }: InvokeEffect): Promise<InvokeReply> => {
      const answer = options.functions?.[functionArn];
      return answer === undefined
        ? { answer: { kind: 'failed', retryable: false, message: `there is no function ${functionArn}` } }
        : { answer: { kind: 'returned', payload: JSON.stringify(answer) } };
    },
    observe(effect, atMs) {
      effects.push(effect);
      for (const listener of listeners) listener(effect, atMs);
    },
  });
  return {
    driver,
    instance,
    probe,
    effects,
    observe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    value: (contactId, reference) => contactValue(world, contactId, reference),
  };
}

/** Reads and runs a document that begins in the flow `main`. */
export async function run(
  bench: TestBench,
  observations: readonly Json[],
  more: InputOptions = {},
): Promise<TestResult> {
  const { testCase, diagnostics } = readTestCase(inputOf(observations, more), { name: 'case' });
  if (testCase === undefined) throw new Error(JSON.stringify(diagnostics, null, 2));
  return runTestCase(testCase, bench);
}

export interface InputOptions {
  readonly attributes?: Readonly<Record<string, string>>;
  readonly entryPoint?: Json;
}

export const CALL: Json = {
  Type: 'VOICE_CALL',
  VoiceCallEntryPointParameters: { FlowId: 'main', SourcePhoneNumber: '+12025550123' },
};

export function inputOf(
  observations: readonly Json[],
  { attributes = {}, entryPoint = CALL }: InputOptions = {},
): string {
  const Content = { Version: '2019-10-30', Metadata: {}, Observations: observations };
  return JSON.stringify({
    Name: 'case',
    EntryPoint: entryPoint,
    InitializationData: JSON.stringify({ Attributes: attributes, SegmentAttributes: {} }),
    Content: JSON.stringify(Content),
  });
}

export type Part = { readonly [key: string]: Json };

/** An observation; its actions are chained in their order. */
export const observation = (
  Identifier: string,
  event: Part,
  actions: readonly Part[] = [],
  next: readonly string[] = [],
): Part => ({
  Identifier,
  Event: { Identifier: `event of ${Identifier}`, Actor: 'System', ...event },
  Actions: actions.map((action, index) => ({
    Identifier: `${Identifier} ${index}`,
    ...action,
    Transitions: index === actions.length - 1 ? {} : { NextAction: `${Identifier} ${index + 1}` },
  })),
  Transitions: { NextObservations: next },
});

export const initiated: Part = { Type: 'TestInitiated', Properties: {} };
export const completed: Part = { Type: 'TestCompleted', Properties: {} };
export const message = (Text: string, matching = 'Similarity'): Part => ({
  Type: 'MessageReceived',
  Properties: { Text, MatchingCriteria: { Type: matching } },
});
export const started = (ActionType: string, ActionParameters: Part): Part => ({
  Type: 'FlowActionStarted',
  Properties: { ActionType, ActionParameters },
});
export const succeeded = (ActionType: string, ActionParameters: Part): Part => ({
  Type: 'FlowActionCompleted',
  Properties: { ActionType, ActionParameters },
});

const instruction = (Instruction: Part): Part => ({
  Type: 'SendInstruction',
  Parameters: { ActionType: 'SendInstruction', Actor: 'Customer', Instruction },
});
export const press = (Value: string): Part => instruction({ Type: 'DtmfInput', Properties: { Value } });
export const speak = (Value: string): Part => instruction({ Type: 'Utterance', Properties: { Value } });
export const hangUp: Part = instruction({ Type: 'Disconnect' });
export const check = (Namespace: string, Operator: string, Operand: string): Part => ({
  Type: 'Assert',
  Parameters: { Namespace, Operator, Operand },
});
const control = (Command: Part): Part => ({
  Type: 'TestControl',
  Parameters: { ActionType: 'TestControl', Command },
});
export const end: Part = control({ Type: 'EndTest' });
export const log = (Expressions: Part): Part => control({ Type: 'LogData', Properties: { Expressions } });

export const override = (ActionType: string, ActionParameters: Part, Strategy: Part): Part => ({
  Type: 'OverrideSystemBehavior',
  Parameters: {
    ActionType: 'OverrideSystemBehavior',
    Behavior: { Type: 'FlowAction', Properties: { ActionType, ActionParameters, Strategy } },
  },
});
export const substitute = (SubstituteArn: string): Part => ({ Type: 'SubstituteResource', SubstituteArn });
export const answering = (ExecutionResult: Part): Part => ({
  Type: 'MockResponse',
  Response: { Type: 'ExecutionResult', ExecutionResult },
});
export const failing = (Value: string, DelaySeconds?: number): Part => ({
  Type: 'MockResponse',
  Response: { Type: 'Error', Error: { Value, ...(DelaySeconds === undefined ? {} : { DelaySeconds }) } },
});
