/** What a caller experiences of pieces: each use counts for itself, and leads on to where its flow says. */
import { describe, expect, test } from '@jest/globals';
import { flow } from '../../../engine/authoring/flow.ts';
import { hangUp } from '../../../engine/authoring/handing-over.ts';
import { askWithRetries, sayInLanguage } from '../../../engine/authoring/pieces.ts';
import { say } from '../../../engine/authoring/speaking.ts';
import type { FlowAction } from '../../../engine/language/flow.ts';
import { Centre, type Steps } from '../contact/centre.ts';

const terms = { name: 'demo', title: 'Demo', description: 'A demo.', type: 'CONTACT_FLOW' } as const;
const bye = hangUp();
const asked = {
  prompt: 'Number?',
  again: 'Once more.',
  timeoutSeconds: 5,
  digitsMax: 4,
  tries: 3,
  wayOut: { 0: 'person' },
} as const;

describe('in a call', () => {
  /** The same flow in the form of the engine's tests. */
  const stepsOf = (actions: readonly FlowAction[]): Steps =>
    Object.fromEntries(
      actions.map(
        ({ Identifier, Type, Parameters, Transitions: { NextAction, Errors = [], Conditions = [] } }) => [
          Identifier,
          [
            Type,
            Parameters,
            {
              ...(NextAction === undefined ? {} : { next: NextAction }),
              errors: Object.fromEntries(Errors.map((way) => [way.ErrorType, way.NextAction])),
              conditions: Conditions.map(
                ({ Condition, NextAction: to }) =>
                  [Condition.Operator, Condition.Operands[0] ?? '', to] as const,
              ),
            },
          ],
        ],
      ),
    );
  const askTwice = flow({
    ...terms,
    start: 'order',
    steps: {
      order: askWithRetries({ ...asked, next: 'case', onGiveUp: 'gave-up', onError: 'bye' }),
      case: askWithRetries({ ...asked, next: 'greeting', onGiveUp: 'gave-up', onError: 'bye' }),
      greeting: sayInLanguage({
        words: { 'en-US': 'Thank you.', 'es-US': 'Gracias.' },
        otherwise: 'en-US',
        language: '$.StoredCustomerInput',
        next: 'bye',
      }),
      person: say({ prompt: 'A person.', next: 'bye' }),
      'gave-up': say({ prompt: 'We give up.', next: 'bye' }),
      bye,
    },
  });
  const ring = async (...keyed: readonly string[]) => {
    const centre = new Centre({ flows: { main: stepsOf(askTwice.document.Actions) } });
    const contactId = centre.dial();
    await centre.driver.settle();
    for (const keys of keyed) for (const key of keys) await centre.press(contactId, key);
    await centre.run();
    return centre.of('prompt').map(({ text }) => text);
  };

  test('a caller who keys nothing is asked three times, and the other use counts anew', async () => {
    expect(await ring()).toEqual([
      'Number?',
      'Once more.',
      'Number?',
      'Once more.',
      'Number?',
      'We give up.',
    ]);
    expect(await ring('12#')).toEqual([
      'Number?',
      'Number?',
      'Once more.',
      'Number?',
      'Once more.',
      'Number?',
      'We give up.',
    ]);
  });
  test('the way out is taken at once, and good numbers lead on', async () => {
    expect(await ring('0#')).toEqual(['Number?', 'A person.']);
    expect(await ring('12#', '7#')).toEqual(['Number?', 'Number?', 'Thank you.']);
  });
});
