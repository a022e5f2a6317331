/** What rules know across flows that lead to each other, and how they follow a value through a call. */
import { describe, expect, test } from '@jest/globals';
import { type CheckOptions, checkFlows } from '../../../engine/rules/check-flows.ts';
import {
  ask,
  call,
  decide,
  type ExampleFlow,
  exampleFlow,
  goTo,
  hangUp,
  joinQueue,
  menu,
  say,
  set,
  setQueue,
} from '../../../engine/rules/example.ts';
import type { Finding } from '../../../engine/rules/finding.ts';

const check = (flows: readonly ExampleFlow[], options: CheckOptions = {}): readonly Finding[] =>
  checkFlows(
    flows.map((flow) => ({ file: `${flow.name}.json`, ...flow })),
    options,
  );
const rulesOf = (findings: readonly Finding[]) =>
  findings.map(({ file, rule, step }) => `${file} ${step} ${rule}`);
const flowNamed = (name: string): string => `$\{flow.${name}}`;
const moduleNamed = (name: string): string => `$\{module.${name}}`;
const having = (findings: readonly Finding[], rule: string) =>
  rulesOf(findings.filter((each) => each.rule === rule));

describe('flows that are checked together', () => {
  const greeter = exampleFlow(
    { greet: say('Hello $.Attributes.name.', 'queue'), queue: joinQueue('end'), end: hangUp },
    { name: 'greeter' },
  );
  const entry = (next: Parameters<typeof exampleFlow>[0]) =>
    exampleFlow(
      { ...next, 'to-greeter': goTo(flowNamed('greeter'), 'bye'), bye: say('Goodbye.', 'end'), end: hangUp },
      { name: 'entry' },
    );

  test('know what the flow before has set, and what it has not on every way', () => {
    const both = entry({ keep: set({ name: 'Sam' }, 'queue'), queue: setQueue('to-greeter', 'bye') });
    expect(having(check([both, greeter]), 'live/attribute-not-set')).toEqual([]);
    expect(having(check([both, greeter]), 'live/queue-not-set')).toEqual([]);
    const one = entry({
      choose: menu({ '1': 'keep' }, 'queue'),
      keep: set({ name: 'Sam' }, 'queue'),
      queue: setQueue('to-greeter', 'bye'),
    });
    expect(having(check([one, greeter]), 'live/attribute-not-set')).toEqual([
      'greeter.json greet live/attribute-not-set',
    ]);
  });
  test('find the flow that an attribute names', () => {
    const by = exampleFlow(
      {
        keep: set({ next: flowNamed('greeter'), name: 'Sam' }, 'go'),
        go: goTo('$.Attributes.next', 'bye'),
        bye: say('Goodbye.', 'end'),
        end: hangUp,
      },
      { name: 'by' },
    );
    expect(having(check([by, greeter]), 'live/attribute-not-set')).toEqual([]);
  });
  test('know what a module leaves behind, and that it sees no result of its caller', () => {
    const module = exampleFlow(
      {
        tell: say('It is $.External.name.', 'keep'),
        keep: set({ name: 'Sam' }, 'end'),
        end: { type: 'EndFlowModuleExecution' },
      },
      { name: 'module', type: 'MODULE', settings: {} },
    );
    const caller = exampleFlow(
      {
        look: call('look-up', 'run', 'bye'),
        run: {
          type: 'InvokeFlowModule',
          parameters: { FlowModuleId: moduleNamed('module') },
          next: 'greet',
          errors: { NoMatchingError: 'bye' },
        },
        greet: say('Hello $.Attributes.name, $.External.name.', 'bye'),
        bye: say('Goodbye.', 'end'),
        end: hangUp,
      },
      { name: 'caller' },
    );
    const found = check([caller, module], { families: ['live'] });
    expect(rulesOf(found)).toEqual(['module.json tell live/result-before-function']);
  });
  test('see that a caller is asked for ever by two flows in turn', () => {
    const one = exampleFlow(
      {
        choose: menu({ '1': 'bye' }, 'go'),
        go: goTo(flowNamed('two'), 'bye'),
        bye: say('Goodbye.', 'end'),
        end: hangUp,
      },
      { name: 'one' },
    );
    const two = exampleFlow(
      {
        sorry: say('Sorry?', 'go'),
        go: goTo(flowNamed('one'), 'bye'),
        bye: say('Goodbye.', 'end'),
        end: hangUp,
      },
      { name: 'two' },
    );
    expect(having(check([one, two]), 'live/input-without-end')).toEqual([
      'one.json choose live/input-without-end',
    ]);
    expect(having(check([one]), 'live/input-without-end')).toEqual([]);
  });
  test('take a notice for heard where an attribute says so, and nowhere else', () => {
    const record = {
      type: 'UpdateContactRecordingBehavior',
      parameters: { RecordingBehavior: { RecordedParticipants: ['Agent'] } },
      next: 'bye',
    };
    const recorder = (value: string) =>
      exampleFlow(
        {
          heard: decide('$.Attributes.told', { [value]: 'record' }, 'bye'),
          record,
          bye: say('Goodbye.', 'end'),
          end: hangUp,
        },
        { name: 'recorder' },
      );
    const teller = exampleFlow(
      {
        begin: set({ told: 'no' }, 'tell'),
        tell: { ...say('We record this call.', 'keep'), errors: { NoMatchingError: 'go' } },
        keep: set({ told: 'yes' }, 'go'),
        go: goTo(flowNamed('recorder'), 'bye'),
        bye: say('Goodbye.', 'end'),
        end: hangUp,
      },
      { name: 'teller' },
    );
    expect(having(check([teller, recorder('yes')]), 'posture/recorded-without-notice')).toEqual([]);
    expect(having(check([teller, recorder('no')]), 'posture/recorded-without-notice')).toHaveLength(1);
  });
  test('have the type that others take them for', () => {
    const hook = (flow: string) => ({
      type: 'UpdateContactEventHooks',
      parameters: { EventHooks: { AgentWhisper: flow } },
      next: 'bye',
      errors: { NoMatchingError: 'bye' },
    });
    const { text, name } = exampleFlow(
      { join: joinQueue('end'), end: { type: 'EndFlowExecution' } },
      { name: 'whisper' },
    );
    const entryFlow = exampleFlow(
      { hook: hook(flowNamed('whisper')), bye: say('Goodbye.', 'end'), end: hangUp },
      { name: 'entry' },
    );
    expect(having(check([entryFlow, { name, text }]), 'publish/type-not-here')).toEqual([
      'whisper.json join publish/type-not-here',
    ]);
    expect(having(check([{ name, text }]), 'publish/type-not-here')).toEqual([]);
  });
});

test('what a caller keys taints the attribute that keeps it and the number that is dialled', () => {
  const dial = (number: string) => ({
    type: 'UpdateContactCallbackNumber',
    parameters: { CallbackNumber: number },
    next: 'end',
    errors: { InvalidCallbackNumber: 'end', CallbackNumberNotDialable: 'end' },
  });
  const flow = (value: string) =>
    exampleFlow({
      number: ask('Which number?', 'keep', 'end'),
      keep: set({ back: value }, 'dial', 'end'),
      dial: dial('$.Attributes.back'),
      end: hangUp,
    });
  expect(having(check([flow('$.StoredCustomerInput')]), 'posture/callers-number')).toHaveLength(1);
  expect(having(check([flow('$.CustomerEndpoint.Address')]), 'posture/callers-number')).toEqual([]);
});

test('keys that were asked for as a secret are one wherever they go, until others are asked for', () => {
  const flow = (question: string) =>
    exampleFlow({
      number: ask(question, 'keep', 'end'),
      keep: set({ entry: '$.StoredCustomerInput' }, 'tell', 'end'),
      tell: say('You keyed $.StoredCustomerInput.', 'end'),
      end: hangUp,
    });
  const secrets = (question: string) =>
    rulesOf(check([flow(question)], { families: ['posture'] })).filter((each) =>
      /personal|secret/.test(each),
    );
  expect(secrets('Please enter your card number.')).toEqual([
    'example.json keep posture/personal-attribute',
    'example.json tell posture/secret-spoken',
  ]);
  expect(secrets('Please enter your order number.')).toEqual([]);
});

test('a result that was asked for is lost where a function that only does something follows', () => {
  const flow = (second: string) =>
    exampleFlow({
      look: call('lookup-customer', 'note', 'end'),
      note: call(second, 'greet', 'end'),
      greet: say('Hello $.External.firstName.', 'end'),
      end: hangUp,
    });
  expect(having(check([flow('log-call')]), 'live/result-replaced')).toEqual([
    'example.json greet live/result-replaced',
  ]);
  expect(having(check([flow('lookup-customer')]), 'live/result-replaced')).toEqual([]);
});

test('a flow attribute goes with no caller to the next flow, and comes back from a module', () => {
  const keep = (next: string) => ({
    type: 'UpdateFlowAttributes',
    parameters: { FlowAttributes: { name: { Value: 'Sam' } } },
    next,
    errors: { NoMatchingError: 'end' },
  });
  const greet = { greet: say('Hello $.FlowAttributes.name.', 'end'), end: hangUp };
  const second = exampleFlow(greet, { name: 'second' });
  const first = exampleFlow(
    { keep: keep('go'), go: goTo(flowNamed('second'), 'end'), end: hangUp },
    { name: 'first' },
  );
  expect(having(check([first, second]), 'live/attribute-not-set')).toEqual([
    'second.json greet live/attribute-not-set',
  ]);
  const module = exampleFlow(
    { end: { type: 'EndFlowModuleExecution' } },
    { name: 'module', type: 'MODULE', settings: {} },
  );
  const run = {
    type: 'InvokeFlowModule',
    parameters: { FlowModuleId: moduleNamed('module') },
    next: 'greet',
    errors: { NoMatchingError: 'end' },
  };
  const whole = exampleFlow({ keep: keep('run'), run, ...greet }, { name: 'whole' });
  expect(having(check([whole, module]), 'live/attribute-not-set')).toEqual([]);
});

test('a way round a module that verifies is found, though the module is not at hand', () => {
  const verify = {
    type: 'InvokeFlowModule',
    parameters: { FlowModuleId: moduleNamed('verify-caller') },
    next: 'orders',
    errors: { NoMatchingError: 'end' },
  };
  const flow = (second: string) =>
    exampleFlow({
      choose: menu({ '1': 'verify', '2': second }, 'end'),
      verify,
      orders: call('find-orders', 'end', 'end'),
      end: hangUp,
    });
  expect(having(check([flow('orders')]), 'posture/not-verified')).toEqual([
    'example.json orders posture/not-verified',
  ]);
  expect(having(check([flow('verify')]), 'posture/not-verified')).toEqual([]);
});
