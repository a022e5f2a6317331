/** What rules know across flows, how findings are accepted, what the outputs look like, and that our own flows are clean. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../../engine/rules/catalogue.ts';
import { type CheckOptions, checkFlows } from '../../../engine/rules/check-flows.ts';
import {
  ask,
  call,
  count,
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
import { sarifLog } from '../../../engine/rules/sarif.ts';
import { checkedFlows } from '../../../lib/flow-check.ts';
import { functionResults } from '../../../lib/function-results.ts';

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

describe('an acceptance', () => {
  const flow = (accept: readonly object[]) =>
    exampleFlow(
      { choose: menu({ '1': 'count' }, 'end'), count: count('choose', 'end'), end: hangUp },
      { metadata: { callwright: { accept: accept.map((each) => ({ ...each })) } } },
    );
  const found = (accept: readonly object[]) =>
    check([flow(accept)], { families: ['posture'] }).filter(({ rule }) => rule !== 'posture/nobody-to-reach');
  const rule = 'posture/no-goodbye';
  const reason = 'This is only a test of acceptances.';

  test('with a reason takes the finding away, for its step or the whole flow', () => {
    expect(rulesOf(found([]))).toEqual(['example.json end posture/no-goodbye']);
    expect(found([{ rule, step: 'end', reason }])).toEqual([]);
    expect(found([{ rule, reason }])).toEqual([]);
  });
  test.each([
    ['for another step', { rule, step: 'count', reason }, 'is not used'],
    ['without a reason', { rule, step: 'end' }, 'gives no reason'],
    ['with a word for a reason', { rule, step: 'end', reason: 'ok' }, 'gives no reason'],
    ['of no rule', { rule: 'posture/goodbye', reason }, 'there is no rule'],
  ])('%s takes nothing away, and is a finding', (_what, accept, words) => {
    const [about, ...rest] = found([accept]);
    expect(about).toMatchObject({
      rule: 'posture/acceptance',
      path: 'Metadata.callwright.accept[0]',
      step: null,
    });
    expect(about?.message).toContain(words);
    expect(rulesOf(rest)).toContain('example.json end posture/no-goodbye');
  });
  test('is not judged where its family is not checked', () => {
    expect(check([flow([{ rule, step: 'count', reason }])], { families: ['publish'] })).toEqual([]);
  });
});

test('a SARIF log names every rule once and every finding by the index of its rule', () => {
  const findings = check([exampleFlow({ hello: say('Hello.', 'nowhere'), end: hangUp }, { name: 'a b' })]);
  const log: unknown = JSON.parse(JSON.stringify(sarifLog(findings, RULES, () => 7)));
  expect(log).toMatchObject({
    version: '2.1.0',
    $schema: expect.stringContaining('sarif-schema-2.1.0.json'),
    runs: [
      {
        tool: {
          driver: { name: 'callwright', rules: RULES.map(({ id }) => expect.objectContaining({ id })) },
        },
        results: findings.map(({ rule, severity, message }) => ({
          ruleId: rule,
          ruleIndex: RULES.findIndex(({ id }) => id === rule),
          level: severity,
          message: { text: message },
          locations: [
            { physicalLocation: { artifactLocation: { uri: 'a%20b.json' }, region: { startLine: 7 } } },
          ],
        })),
      },
    ],
  });
  expect(findings.length).toBeGreaterThan(1);
});

describe('our own flows', () => {
  const folder = 'contact-flows/rendered';
  test('have no finding in any family, together and with the contracts of their functions', () => {
    const texts = readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));
    expect(checkFlows(texts, { results: functionResults })).toEqual([]);
  });
  test('stop the synthesis with the finding where one has an error', () => {
    const { name, text } = exampleFlow({
      look: call('lookup-order', 'tell', 'end'),
      tell: say('It $.External.statu.', 'end'),
      end: hangUp,
    });
    const source = { name, title: '', description: '', type: 'CONTACT_FLOW', content: text };
    expect(() => checkedFlows([source])).toThrow(
      /flow "example" breaks live\/unknown-result at Actions\[1\]\.Parameters\.Text, step 'tell': .*did you mean 'status'/,
    );
    const mended = { ...source, content: text.replace('statu.', 'status.') };
    expect(checkedFlows([mended])).toEqual([mended]);
  });
});
