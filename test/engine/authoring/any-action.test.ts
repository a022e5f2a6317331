/** Steps of any action type: rendered as the service takes them, and refused where neither compiler nor service would. */
import { describe, expect, test } from '@jest/globals';
import { action, unchecked } from '../../../engine/authoring/any-action.ts';
import { FlowError, flow } from '../../../engine/authoring/flow.ts';
import { hangUp } from '../../../engine/authoring/handing-over.ts';
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import { checkFlow } from '../../../engine/language/check.ts';
import { dangling, refusedFlows } from './refused-actions.ts';

const terms = { name: 'demo', title: 'Demo', description: 'A demo.', type: 'CONTACT_FLOW' } as const;
const bye = hangUp();

test('an action keeps its parameters, numbers become text, and JSON stays JSON', () => {
  const [view] = action('ShowView', {
    parameters: {
      ViewResource: { Id: 'form' },
      InvocationTimeLimitSeconds: 300,
      ViewData: { Rows: 3, Open: true, Items: [{ Wide: false }] },
    },
    errors: { NoMatchingError: 'x', NoMatchingCondition: 'y', TimeLimitExceeded: 'x' },
    conditions: [['Equals', 'Next', 'z']],
  }).actions('show');
  expect(view).toEqual({
    Identifier: 'show',
    Type: 'ShowView',
    Parameters: {
      ViewResource: { Id: 'form' },
      InvocationTimeLimitSeconds: '300',
      ViewData: { Rows: 3, Open: true, Items: [{ Wide: false }] },
    },
    Transitions: {
      NextAction: 'y',
      Errors: [
        { NextAction: 'x', ErrorType: 'NoMatchingError' },
        { NextAction: 'y', ErrorType: 'NoMatchingCondition' },
        { NextAction: 'x', ErrorType: 'TimeLimitExceeded' },
      ],
      Conditions: [{ NextAction: 'z', Condition: { Operator: 'Equals', Operands: ['Next'] } }],
    },
  });
});

test('all its ways out are told by name', () => {
  const step = action('CheckHoursOfOperation', {
    errors: { NoMatchingError: 'a' },
    conditions: { True: 'b', False: 'c' },
  });
  expect(step.exits.map(({ branch, to }) => `${branch} ${to}`)).toEqual([
    'errors.NoMatchingError a',
    'conditions.True b',
    'conditions.False c',
  ]);
});

test('prompts in a loop mirror nothing, for they go on for ever', () => {
  const [loop] = action('MessageParticipantIteratively', {
    parameters: { Messages: [{ Text: 'Please wait.' }] },
    errors: { NoMatchingError: 'a' },
  }).actions('loop');
  expect(loop?.Transitions.NextAction).toBeUndefined();
});

describe('what the compiler cannot see is refused when it is rendered', () => {
  test('an error of another form of the type', () => {
    const step = action('TransferParticipantToThirdParty', {
      parameters: {
        ThirdPartyPhoneNumber: '+12025550123',
        ThirdPartyConnectionTimeLimitSeconds: 30,
        ContinueFlowExecution: 'False',
      },
      next: 'a',
      errors: { NoMatchingError: 'a', CallFailed: 'a', ConnectionTimeLimitExceeded: 'a' },
    });
    expect(() => step.actions('dial')).toThrow("step 'dial': Invalid Action error. Error: CallFailed");
  });
  test('two voices at once', () => {
    const step = action('MessageParticipant', {
      parameters: { Text: 'a', SSML: '<speak>a</speak>' },
      next: 'a',
    });
    expect(() => step.actions('say')).toThrow(
      'Only one of these properties may be defined. Properties: [Text, SSML]',
    );
  });
  test.each(refusedFlows)('a step in a flow that does not allow it', (make) => {
    expect(make).toThrow(FlowError);
    expect(make).toThrow(/is not allowed in a flow of type/);
  });
  test('a target that does not exist', () => {
    expect(dangling).toThrow("step 'it': next points to 'byee', which does not exist; did you mean 'bye'?");
  });
});

describe('what was brought home', () => {
  const odd = unchecked({
    type: 'SetScreenPop',
    parameters: { url: 'https://example.com' },
    next: 'bye',
    errors: { Error: 'bye' },
    conditions: [['Looks', 'like', 'bye']],
    besides: { hash: '1' },
  });
  test('is kept as it is, though the service would refuse it', () => {
    const { document } = flow({ ...terms, start: 'it', steps: { it: odd, bye } });
    expect(document.Actions[0]).toMatchObject({ Identifier: 'it', Type: 'SetScreenPop', hash: '1' });
    expect(checkFlow(document, 'CONTACT_FLOW', blockOf)).toHaveLength(1);
  });
  test('may hold steps that nothing leads to, settings and placeholders, where its author says so', () => {
    const lost = action('MessageParticipant', { parameters: { Text: `$\{Theirs}` }, next: 'bye' });
    const steps = { bye, lost };
    expect(() => flow({ ...terms, start: 'bye', steps })).toThrow("step 'lost': nothing leads to it");
    expect(() => flow({ ...terms, start: 'bye', steps, unreached: ['lost'] })).toThrow('is no reference');
    const made = flow({
      ...terms,
      start: 'bye',
      steps,
      unreached: ['lost'],
      placeholders: [`$\{Theirs}`],
      settings: { a: 1 },
    });
    expect([made.document.Settings, made.resources]).toEqual([{ a: 1 }, []]);
  });
});
