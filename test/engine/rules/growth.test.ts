/** A check costs in proportion to the flow, and flows of any shape and size come to an end. */
import { describe, expect, test } from '@jest/globals';
import { checkFlows } from '../../../engine/rules/check-flows.ts';
import { generatedFlow } from '../../bench/generated-flow.ts';
import { cpuMs } from '../../bench/rules.ts';
import { isFull } from '../../calls/counts.ts';

const check = (text: string) => checkFlows([{ file: 'flow.json', text }]);

describe('a generated flow', () => {
  // Between what a cost in proportion takes, twenty times as long, and one that grows with the square, 400 times.
  const [size, times, most] = isFull ? [5_000, 20, 100] : [800, 4, 12];
  test(`of ${times} times the steps takes at most ${most} times as long`, () => {
    const small = cpuMs(() => void check(generatedFlow(size / times)));
    const large = cpuMs(() => void check(generatedFlow(size)), 1);
    expect(large / small).toBeLessThanOrEqual(most);
  });
});

const say = (id: string, next: string) =>
  `{"Identifier":"${id}","Type":"MessageParticipant","Parameters":{"Text":"Hello."},"Transitions":{"NextAction":"${next}"}}`;
const flow = (actions: string) => `{"Version":"2019-10-30","StartAction":"a","Actions":[${actions}]}`;

test.each([
  ['a step that leads to itself', flow(say('a', 'a'))],
  ['a circle of two', flow(`${say('a', 'b')},${say('b', 'a')}`)],
  ['__proto__ as an identifier', flow(say('__proto__', '__proto__'))],
  ['constructor as a type', flow('{"Identifier":"a","Type":"constructor","Parameters":{},"Transitions":{}}')],
  [
    'constructor as a parameter',
    flow(
      '{"Identifier":"a","Type":"InvokeLambdaFunction","Parameters":{"constructor":"x","__proto__":{}},"Transitions":{}}',
    ),
  ],
  [
    'a reference in a reference',
    flow(
      '{"Identifier":"a","Type":"Compare","Parameters":{"ComparisonValue":"$.Attributes.$.StoredCustomerInput"},"Transitions":{"NextAction":"a"}}',
    ),
  ],
  ['a flow without a start', '{"Version":"2019-10-30","Actions":[]}'],
  [
    'a number of 300 digits',
    flow(`{"Identifier":"a","Type":"Loop","Parameters":{"LoopCount":${'9'.repeat(300)}},"Transitions":{}}`),
  ],
  ['nothing', ''],
])('%s gives findings and no crash', (_what, text) => {
  expect(check(text).length).toBeGreaterThan(0);
});

test('flows that lead to each other in a circle come to an end, modules in themselves too', () => {
  const transfer = (to: string) =>
    flow(
      `{"Identifier":"a","Type":"TransferToFlow","Parameters":{"ContactFlowId":"$\{flow.${to}}"},"Transitions":{"NextAction":"a","Errors":[{"ErrorType":"NoMatchingError","NextAction":"a"}]}}`,
    );
  const run = flow(
    '{"Identifier":"a","Type":"InvokeFlowModule","Parameters":{"FlowModuleId":"module/self"},"Transitions":{"NextAction":"a","Errors":[{"ErrorType":"NoMatchingError","NextAction":"a"}]}}',
  );
  const found = checkFlows([
    { file: 'one.json', text: transfer('two') },
    { file: 'two.json', text: transfer('one') },
    { file: 'self.json', text: run },
  ]);
  const rules = new Set(found.map(({ rule }) => rule));
  expect(rules).toContain('live/module-nesting');
  expect(rules).toContain('live/silent-circle');
});
