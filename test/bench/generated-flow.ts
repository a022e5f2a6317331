/** A flow of any size with all that makes a check work: functions, attributes, menus, counters and ways back. */

const error = (to: string, ...types: readonly string[]) =>
  types.map((ErrorType) => ({ ErrorType, NextAction: to }));
const when = (operand: string, to: string) => ({
  NextAction: to,
  Condition: { Operator: 'Equals', Operands: [operand] },
});

/** Six kinds of steps in turn; every fifth of them leads back a little. */
export function generatedFlow(steps: number): string {
  const name = (index: number): string => (index >= steps - 1 ? 'end' : `step-${Math.max(0, index)}`);
  const actions = Array.from({ length: steps - 1 }, (_, index) => ({
    Identifier: name(index),
    ...kinds[index % kinds.length]?.(index, name(index + 1), name(index - 5)),
  }));
  const end = { Identifier: 'end', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
  return JSON.stringify({ Version: '2019-10-30', StartAction: 'step-0', Actions: [...actions, end] });
}

const kinds: readonly ((index: number, next: string, back: string) => object)[] = [
  (index, next) => ({
    Type: 'MessageParticipant',
    Parameters: { Text: `Hello $.Attributes.name-${index % 100}, order $.External.order.` },
    Transitions: { NextAction: next, Errors: error(next, 'NoMatchingError') },
  }),
  (index, next) => ({
    Type: 'InvokeLambdaFunction',
    Parameters: { LambdaFunctionARN: `$\{function.look-up-${index}}`, InvocationTimeLimitSeconds: '3' },
    Transitions: { NextAction: next, Errors: error('end', 'NoMatchingError') },
  }),
  (index, next) => ({
    Type: 'UpdateContactAttributes',
    Parameters: { Attributes: { [`name-${index}`]: '$.External.name' }, TargetContact: 'Current' },
    Transitions: { NextAction: next, Errors: error('end', 'NoMatchingError') },
  }),
  (index, next, back) => ({
    Type: 'Compare',
    Parameters: { ComparisonValue: `$.Attributes.name-${index - 1}` },
    Transitions: {
      NextAction: next,
      Errors: error(next, 'NoMatchingCondition'),
      Conditions: [when('again', back)],
    },
  }),
  (_index, next, back) => ({
    Type: 'GetParticipantInput',
    Parameters: { Text: 'Press 1 to hear that again.', StoreInput: 'False', InputTimeLimitSeconds: '5' },
    Transitions: {
      NextAction: next,
      Errors: error(next, 'InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'),
      Conditions: [when('1', back)],
    },
  }),
  (_index, next, back) => ({
    Type: 'Loop',
    Parameters: { LoopCount: '2' },
    Transitions: { NextAction: next, Conditions: [when('ContinueLooping', back), when('DoneLooping', next)] },
  }),
];
