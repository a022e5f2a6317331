/** What leads on after a fault, and who gets past a check: what the examples of the rules are too small to show. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { checkFlows } from '../../../engine/rules/check-flows.ts';
import {
  call,
  decide,
  type ExampleFlow,
  exampleFlow,
  goTo,
  hangUp,
  say,
} from '../../../engine/rules/example.ts';

const check = (flows: readonly ExampleFlow[]) =>
  checkFlows(flows.map((flow) => ({ file: `${flow.name}.json`, ...flow })));

describe('a protected step of a flow that other flows lead to', () => {
  const orders = exampleFlow(
    { look: call('find-orders', 'tell', 'end'), tell: say('That is all. Goodbye.', 'end'), end: hangUp },
    { name: 'orders' },
  );
  const entry = (otherwise: string) =>
    exampleFlow(
      {
        check: decide('$.Attributes.verified', { true: 'orders' }, otherwise),
        orders: goTo(`$\{flow.orders}`, 'bye'),
        bye: say('Goodbye.', 'end'),
        end: hangUp,
      },
      { name: 'entry' },
    );
  test('is found where one of their ways leads past the check, and not where all are verified', () => {
    const found = (otherwise: string) =>
      check([entry(otherwise), orders])
        .filter(({ rule }) => rule === 'posture/not-verified')
        .map(({ file, step }) => `${file} ${step}`);
    expect(found('orders')).toEqual(['orders.json look']);
    expect(found('bye')).toEqual([]);
  });
});

describe('an error branch that leads where success does', () => {
  const log = (next: string) => ({
    type: 'UpdateFlowLoggingBehavior',
    parameters: { FlowLoggingBehavior: 'Enabled' },
    next,
  });
  const found = (onError: string, greet: object) =>
    check([
      exampleFlow({
        look: call('look-up', 'greet', onError),
        log: log('greet'),
        sorry: say('We could not look you up.', 'greet'),
        greet: { type: 'MessageParticipant', ...greet },
        end: hangUp,
      }),
    ])
      .filter(({ rule }) => rule === 'live/error-as-success')
      .map(({ message }) => message);
  const hello = { parameters: { Text: 'Hello.' }, next: 'end', errors: { NoMatchingError: 'end' } };

  test('is found behind steps that make no difference, and not behind words', () => {
    expect(found('greet', hello)).toEqual(["a fault leads to 'greet' as success does"]);
    expect(found('log', hello)).toEqual(["a fault leads to 'greet', by 'log', as success does"]);
    expect(found('sorry', hello)).toEqual([]);
  });
  test('is none where the next step compares what the fault has emptied', () => {
    const compared = (value: string) => decide(value, { yes: 'end' }, 'sorry');
    expect(found('greet', compared('$.External.found'))).toEqual([]);
    expect(found('greet', compared('$.Attributes.found'))).toHaveLength(1);
  });
});

describe('a flow with more than 250 actions', () => {
  const message = (names: readonly string[], metadata?: Json) => {
    const steps = names.map((name, place) => [
      name,
      place + 1 < names.length ? say('Hi.', names[place + 1] ?? '') : hangUp,
    ]);
    const flow = exampleFlow(Object.fromEntries(steps), metadata === undefined ? {} : { metadata });
    return check([flow]).find(({ rule }) => rule === 'publish/too-many-actions')?.message;
  };
  const plain = Array.from({ length: 248 }, (_, place) => `step-${place}`);

  test('is told with the pieces that used the budget, their first actions too', () => {
    expect(message([...plain, 'pin', 'pin.tries', 'pin.again', 'order', 'order.keyed'])).toMatch(
      /has 253 actions, and 250 is the limit; of these, 3 are of fragment 'pin', 2 are of fragment 'order'$/,
    );
    expect(message([...plain, 'one', 'two', 'three'])).toMatch(/250 is the limit$/);
  });
  test('is told with the blocks of the console that are several actions', () => {
    const ActionMetadata = {
      'step-0': { fragments: { SetContactData: 'step-1' }, children: ['step-1'] },
      'step-3': { children: ['step-4', 'step-5', 7] },
      'step-6': { fragments: ['odd'], children: 'odder' },
    };
    expect(message([...plain, 'a', 'b', 'c'], { ActionMetadata })).toMatch(
      /; of these, 3 are of fragment 'step-3', 2 are of fragment 'step-0'$/,
    );
  });
});
