/** A flow as large as Connect allows, in the form of a real one: menus, chains, loops, errors that meet in one step. */

/** @param count how many steps; the last is where all errors lead */
export function largeFlow(count: number): string {
  const name = (n: number): string => `step-${Math.min(n, count - 1)}`;
  const actions = Array.from({ length: count }, (_, n) => {
    if (n === count - 1) {
      return { Identifier: name(n), Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} };
    }
    if (n % 6 !== 0) {
      return {
        Identifier: name(n),
        Type: 'MessageParticipant',
        Parameters: { Text: `These are the words of step ${n}.` },
        Transitions: {
          NextAction: name(n + 1 + (n % 3)),
          Errors: [{ ErrorType: 'NoMatchingError', NextAction: name(count) }],
        },
      };
    }
    const choices = [1, 2, 3].map((key) => ({
      Condition: { Operator: 'Equals', Operands: [String(key)] },
      NextAction: name(n + key),
    }));
    const again = {
      Condition: { Operator: 'Equals', Operands: ['9'] },
      NextAction: name(Math.max(0, n - 6)),
    };
    return {
      Identifier: name(n),
      Type: 'GetParticipantInput',
      Parameters: { Text: `Menu ${n}: press a key.`, StoreInput: 'False', InputTimeLimitSeconds: '5' },
      Transitions: {
        NextAction: name(n + 4),
        Conditions: [...choices, again],
        Errors: ['InputTimeLimitExceeded', 'NoMatchingCondition', 'NoMatchingError'].map((ErrorType) => ({
          ErrorType,
          NextAction: name(n + 5),
        })),
      },
    };
  });
  return JSON.stringify({ Version: '2019-10-30', StartAction: name(0), Metadata: {}, Actions: actions });
}
