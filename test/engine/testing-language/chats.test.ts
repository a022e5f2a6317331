/** Test cases whose entry point is CHAT. */
import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../engine/language/flow.ts';
import { hangUp, type Steps, say, toQueue } from '../contact/centre.ts';
import { benchOf, end, message, observation, run, speak } from './bench.ts';

const CHAT = { Type: 'CHAT', ChatEntryPointParameters: { FlowId: 'main' } };
const main: Steps = {
  hello: say('Welcome to our chat.', 'ask'),
  ask: say('What can we do for you?', 'wait'),
  wait: [
    'Wait',
    { TimeLimitSeconds: '60', Events: ['CustomerReturned'] },
    {
      next: 'silent',
      when: { WaitCompleted: 'silent', CustomerReturned: 'thanks' },
      errors: { NoMatchingError: 'silent' },
    },
  ],
  thanks: say('Thank you, $.Attributes.who.', 'set-queue'),
  ...toQueue('support', 'silent'),
  silent: say('You have not written. Goodbye.', 'end'),
  end: hangUp,
};
const chats = (...observations: readonly Json[]) =>
  run(benchOf({ flows: { main } }), observations, { entryPoint: CHAT, attributes: { who: 'Zoe' } });

describe('a test case of a chat', () => {
  test('observes each message by itself, though they come at once, and writes', async () => {
    const { status, moments, notes } = await chats(
      observation('hello', message('Welcome to our chat'), [], ['asked']),
      observation('asked', message('What can we do for you'), [speak('My ladder is bent')], ['thanked']),
      observation('thanked', message('Thank you, Zoe'), [end]),
    );
    expect(status).toBe('PASSED');
    expect(notes).toEqual([]);
    expect(moments.map(({ kind, text }) => `${kind} ${text}`).slice(0, 4)).toEqual([
      'hears Welcome to our chat.',
      'hears What can we do for you?',
      'writes My ladder is bent',
      'hears Thank you, Zoe.',
    ]);
  });
  test('fails where a message never comes, and is over when the chat is', async () => {
    const { status, failure, execution } = await chats(
      observation('hello', message('Welcome to our chat'), [], ['never']),
      observation('never', message('Nobody writes this at all'), [end]),
    );
    expect(status).toBe('FAILED');
    expect(failure?.reasons).toEqual(['OBSERVE_EVENT']);
    expect(execution.endMs - execution.startMs).toBe(60_000);
  });
});
