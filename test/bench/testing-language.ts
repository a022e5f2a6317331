/** How fast test cases in Amazon's Testing language are read and run: a thousand of ten interactions each. */
import { contactValue } from '../../engine/contact/contact-value.ts';
import { createWorld } from '../../engine/contact/engine.ts';
import type { Effect } from '../../engine/contact/events.ts';
import type { Instance } from '../../engine/contact/instance.ts';
import { createVirtualDriver } from '../../engine/contact/virtual-driver.ts';
import { probedBlocks } from '../../engine/testing-language/probed-blocks.ts';
import { readTestCase } from '../../engine/testing-language/read-test-case.ts';
import { runTestCase, type TestBench } from '../../engine/testing-language/run-test-case.ts';
import { TestProbe } from '../../engine/testing-language/test-probe.ts';
import type { Figures } from './area.ts';
import { median } from './median.ts';

const CASES = 1_000;
const INTERACTIONS = 10;
const ROUNDS = 3;
const ARN = 'arn:aws:connect:us-east-1:123456789012:instance/bench';
const FUNCTION = 'arn:aws:lambda:us-east-1:123456789012:function:lookup';

/** One process, one core: every case is read from its text and run to its end, each on another menu key. */
export async function benchTestingLanguage(): Promise<Figures> {
  const bench = newBench();
  const texts = Array.from({ length: CASES }, (_, index) => caseText(index));
  await runAll(bench, texts.slice(0, 100));
  const seconds: number[] = [];
  const processorSeconds: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    const cpu = process.cpuUsage();
    await runAll(bench, texts);
    const { user, system } = process.cpuUsage(cpu);
    seconds.push((performance.now() - from) / 1000);
    processorSeconds.push((user + system) / 1e6);
  }
  return {
    'testing-language.1000-cases': { value: median(seconds), unit: 's' },
    'testing-language.1000-cases.processor': { value: median(processorSeconds), unit: 's' },
  };
}

async function runAll(bench: TestBench, texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const { testCase } = readTestCase(text, { name: 'bench' });
    if (testCase === undefined) throw new Error('a test case of the benchmark cannot be read');
    const { failure } = await runTestCase(testCase, bench);
    if (failure !== undefined) throw new Error(failure.message);
  }
}

function newBench(): TestBench {
  const probe = new TestProbe();
  const instance = benchInstance();
  const world = createWorld({ instance, seed: 1, nowMs: 0, findBlock: probedBlocks(probe) });
  const listeners = new Set<(effect: Effect, atMs: number) => void>();
  const driver = createVirtualDriver(world, {
    invoke: async () => ({ answer: { kind: 'returned', payload: '{"state":"packed"}' } }),
    observe(effect, atMs) {
      for (const listener of listeners) listener(effect, atMs);
    },
  });
  return {
    driver,
    instance,
    probe,
    observe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    value: (contactId, reference) => contactValue(world, contactId, reference),
  };
}

const MENU =
  'For the status of an order, press 1. To order, press 2. To speak with one of our team, press 0.';
const answerTo = (key: number): string =>
  `You have pressed ${key}, and hear how your order stands: it is packed.`;

function benchInstance(): Instance {
  const actions = [
    {
      Identifier: 'menu',
      Type: 'GetParticipantInput',
      Parameters: { Text: MENU, StoreInput: 'False', InputTimeLimitSeconds: '5' },
      Transitions: {
        NextAction: 'end',
        Errors: ['NoMatchingCondition', 'InputTimeLimitExceeded', 'NoMatchingError'].map((ErrorType) => ({
          ErrorType,
          NextAction: 'end',
        })),
        Conditions: Array.from({ length: 10 }, (_, key) => ({
          NextAction: `ask ${key}`,
          Condition: { Operator: 'Equals', Operands: [String(key)] },
        })),
      },
    },
    ...Array.from({ length: 10 }, (_, key) => [
      {
        Identifier: `ask ${key}`,
        Type: 'InvokeLambdaFunction',
        Parameters: { LambdaFunctionARN: FUNCTION, InvocationTimeLimitSeconds: '3' },
        Transitions: {
          NextAction: `answer ${key}`,
          Errors: [{ ErrorType: 'NoMatchingError', NextAction: 'end' }],
        },
      },
      {
        Identifier: `answer ${key}`,
        Type: 'MessageParticipant',
        Parameters: { Text: answerTo(key) },
        Transitions: { NextAction: 'menu' },
      },
    ]).flat(),
    { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
  ];
  const content = JSON.stringify({ Version: '2019-10-30', StartAction: 'menu', Actions: actions });
  return {
    arn: ARN,
    id: 'bench',
    alias: 'bench',
    region: 'us-east-1',
    accountId: '123456789012',
    phoneNumbers: [{ arn: 'n', id: 'n', number: '+12025550100', flowId: 'main' }],
    hours: [],
    queues: [],
    routingProfiles: [],
    users: [],
    prompts: [],
    flows: [{ arn: `${ARN}/contact-flow/main`, id: 'main', name: 'main', type: 'CONTACT_FLOW', content }],
  };
}

/** Interactions by turns: a menu that is answered with a key, and words that come of it, with an assertion. */
function caseText(index: number): string {
  const observations = Array.from({ length: INTERACTIONS }, (_, place) => {
    const key = (index + place) % 10;
    const isMenu = place % 2 === 0;
    const last = place === INTERACTIONS - 1;
    const next = last ? [] : [`step ${place + 1}`];
    const action = isMenu
      ? {
          Type: 'SendInstruction',
          Parameters: {
            ActionType: 'SendInstruction',
            Actor: 'Customer',
            Instruction: { Type: 'DtmfInput', Properties: { Value: String((key + 1) % 10) } },
          },
        }
      : { Type: 'Assert', Parameters: { Namespace: '$.Channel', Operator: 'Equals', Operand: 'VOICE' } };
    const end = {
      Identifier: 'end',
      Type: 'TestControl',
      Parameters: { ActionType: 'TestControl', Command: { Type: 'EndTest' } },
      Transitions: {},
    };
    return {
      Identifier: `step ${place}`,
      Event: {
        Identifier: `event ${place}`,
        Type: 'MessageReceived',
        Actor: 'System',
        Properties: { Text: isMenu ? MENU : answerTo(key), MatchingCriteria: { Type: 'Similarity' } },
      },
      Actions: [
        { Identifier: 'act', ...action, Transitions: last ? { NextAction: 'end' } : {} },
        ...(last ? [end] : []),
      ],
      Transitions: { NextObservations: next },
    };
  });
  return JSON.stringify({
    Name: `case ${index}`,
    EntryPoint: { Type: 'VOICE_CALL', VoiceCallEntryPointParameters: { FlowId: 'main' } },
    InitializationData: '{"Attributes":{},"SegmentAttributes":{}}',
    Content: JSON.stringify({ Version: '2019-10-30', Metadata: {}, Observations: observations }),
  });
}
