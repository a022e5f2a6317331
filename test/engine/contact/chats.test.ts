/** Chats: a customer and an agent who write to each other. */
import { describe, expect, test } from '@jest/globals';
import type { StartChat } from '../../../engine/contact/chat-messages.ts';
import { describeContact, describeQueue } from '../../../engine/contact/describe.ts';
import { hangUp, type Steps, say, toQueue } from './centre.ts';
import { ChatCentre, idle, straight } from './chatting.ts';

describe('a chat is not started', () => {
  test.each<[string, Partial<StartChat>, string]>([
    ['by a flow that does not exist', { flowId: 'nowhere' }, "there is no flow 'nowhere'"],
    ['by a queue flow', { flowId: 'wait' }, "flow 'wait' is a CUSTOMER_QUEUE"],
    ['by nobody', { customerName: '' }, 'name has 0 characters'],
    ['by a name of 257 characters', { customerName: 'z'.repeat(257) }, 'name has 257 characters'],
    ['for 59 minutes', { durationMinutes: 59 }, '60 to 10080'],
    ['for more than a week', { durationMinutes: 10_081 }, '60 to 10080'],
    ['with more than 32 KB of attributes', { attributes: { a: 'x'.repeat(32_768) } }, 'would pass 32 KB'],
    ['for a contact that never was', { relatedContactId: 'nobody' }, "no contact 'nobody'"],
    ['with an empty first message', { initialMessage: { text: ' ' } }, 'has 0 characters'],
    [
      'with a first message of a kind that nobody knows',
      { initialMessage: { text: 'x', contentType: 'image/png' } },
      "'image/png' is no content",
    ],
  ])('%s, and nothing has happened', (_title, more, because) => {
    const one = new ChatCentre({
      flows: { main: straight, 'wait:CUSTOMER_QUEUE': { end: ['EndFlowExecution'] } },
    });
    expect(() => one.chat(more)).toThrow(because);
    expect(one.record).toEqual([]);
  });
});

describe('in a chat is refused', () => {
  const one = new ChatCentre();
  const contactId = one.accepted();
  const ids = { userId: 'sam', contactId };
  test.each<[string, () => void, string]>([
    ['a key', () => one.press(contactId, '1'), 'is a chat; it has no keys'],
    ['speaking', () => void one.send({ kind: 'says', contactId, text: 'Hi' }), 'nobody speaks'],
    ['hold', () => void one.send({ kind: 'agent-holds', ...ids }), 'only a call can be put on hold'],
    [
      'a transfer to a number',
      () => void one.send({ kind: 'agent-transfers', ...ids, to: { number: '+12025550177' } }),
      'a chat goes to agents and queues',
    ],
    ['an empty message', () => one.writes(contactId, '  '), 'has 0 characters'],
    ['a message of 1,025 characters', () => one.answers(contactId, 'x'.repeat(1025)), 'has 1025 characters'],
    [
      'an agent who does not have it',
      () => void one.send({ kind: 'agent-writes', userId: 'robin', contactId, text: 'Hi' }),
      "no agent 'robin'",
    ],
    ['a message of nobody', () => one.writes('nobody', 'Hi'), "no contact 'nobody'"],
    ['a timer of one minute', () => one.timers(contactId, idle('AGENT', 1)), '2 to 480'],
    ['a timer twice', () => one.timers(contactId, idle('AGENT', 2), idle('AGENT', 3)), 'given twice'],
  ])('%s', (_title, act, because) => {
    const before = one.lines(contactId);
    expect(act).toThrow(because);
    expect(one.lines(contactId)).toEqual(before);
  });
  test('a message in a call, and one in a chat that has ended', () => {
    const call = one.dial();
    expect(() => one.writes(call, 'Hi')).toThrow('is no chat');
    const other = one.chat();
    one.send({ kind: 'stop-contact', contactId: other });
    expect(() => one.writes(other, 'Hi')).toThrow('has ended');
    expect(one.end(other)).toBe('ended API');
  });
});

describe('customer and agent', () => {
  test('write to each other, and the transcript has who, what and when', async () => {
    const one = new ChatCentre();
    one.available('sam');
    const contactId = one.chat({ initialMessage: { text: 'My ladder is bent.' } });
    expect(one.hasAtSam()).toEqual(['CHAT ringing']);
    one.writes(contactId, 'Is anybody there?');
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    await one.driver.advanceBy(1000);
    one.answers(contactId, 'Good morning.');
    expect(one.lines(contactId)).toEqual([
      'CUSTOMER participant.joined',
      'CUSTOMER: My ladder is bent.',
      'SYSTEM: Welcome.',
      'CUSTOMER: Is anybody there?',
      'AGENT participant.joined',
      'AGENT: Good morning.',
    ]);
    const lines = describeContact(one.world, contactId)?.chat?.lines ?? [];
    expect((lines.at(-1)?.atMs ?? 0) - (lines.at(-2)?.atMs ?? 0)).toBe(1000);
    one.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    expect(one.end(contactId)).toBe('ended AGENT_DISCONNECT');
    expect(one.lines(contactId).slice(-2)).toEqual(['AGENT participant.left', ' chat.ended']);
    expect(one.hasAtSam()).toEqual(['CHAT after-contact-work']);
    one.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(one.of('contact-completed')).toHaveLength(1);
  });

  test('whatever the customer writes before somebody asks is read by nobody but the agent', () => {
    const one = new ChatCentre();
    const contactId = one.chat();
    one.writes(contactId, 'My PIN is 4711');
    expect(one.of('chat-message').map(({ text }) => text)).toEqual(['•']);
    expect(one.lines(contactId)).toContain('CUSTOMER: My PIN is 4711');
  });

  test('a customer who leaves ends the chat, and the agent has after contact work', () => {
    const one = new ChatCentre();
    const contactId = one.accepted();
    one.send({ kind: 'caller-hangs-up', contactId });
    expect(one.end(contactId)).toBe('ended CUSTOMER_DISCONNECT');
    expect(one.hasAtSam()).toEqual(['CHAT after-contact-work']);
    expect(() => one.answers(contactId, 'Wait!')).toThrow();
  });

  test('an agent has as many chats as the profile says, and the next one waits', () => {
    const one = new ChatCentre();
    one.available('sam');
    const chats = [one.chat(), one.chat(), one.chat()];
    expect(one.hasAtSam()).toEqual(['CHAT ringing', 'CHAT ringing']);
    expect(describeQueue(one.world, 'support')?.contactIds).toEqual(chats);
    one.send({ kind: 'caller-hangs-up', contactId: chats[0] ?? '' });
    expect(describeContact(one.world, chats[2] ?? '')?.agent?.state).toBe('ringing');
  });

  test('whoever has no room for chats in the profile gets none', () => {
    const one = new ChatCentre({}, 0);
    one.available('sam');
    one.chat();
    expect(one.hasAtSam()).toEqual([]);
  });

  test('a chat that nobody takes rings at the next agent, and is lost by nobody', async () => {
    const one = new ChatCentre({ users: [{ id: 'sam' }, { id: 'robin' }] });
    one.available('sam', 'robin');
    const contactId = one.chat();
    await one.driver.advanceBy(20_000);
    expect(describeContact(one.world, contactId)?.agent?.userId).toBe('robin');
    expect(one.hasAtSam()).toEqual(['CHAT missed']);
  });

  const remaining: Steps = {
    gone: say('The agent is gone. Write to go on.', 'wait'),
    wait: [
      'Wait',
      { TimeLimitSeconds: '900', Events: ['CustomerReturned'] },
      {
        next: 'end',
        when: { WaitCompleted: 'end', CustomerReturned: 'set-queue' },
        errors: { NoMatchingError: 'end' },
      },
    ],
    ...toQueue('support', 'end'),
    end: hangUp,
  };
  const hooked = {
    flows: {
      main: {
        hook: [
          'UpdateContactEventHooks',
          { EventHooks: { CustomerRemaining: 'gone' } },
          { next: 'set-queue' },
        ],
        ...straight,
      },
      gone: remaining,
    } satisfies Record<string, Steps>,
  };

  test.each<[string, (one: ChatCentre, contactId: string) => void, string]>([
    [
      'ends it',
      (one, contactId) => void one.send({ kind: 'agent-hangs-up', userId: 'sam', contactId }),
      'AGENT_DISCONNECT',
    ],
    ['signs out', (one) => void one.send({ kind: 'agent-signs-out', userId: 'sam' }), 'AGENT_DISCONNECT'],
    [
      'is gone from the network',
      (one) => void one.send({ kind: 'agent-vanishes', userId: 'sam' }),
      'AGENT_NETWORK_DISCONNECT',
    ],
  ])(
    'when the agent %s, the customer is told, and may come back within the time',
    async (_title, leave, reason) => {
      const one = new ChatCentre(hooked);
      const contactId = one.accepted();
      leave(one, contactId);
      expect(one.heard()).toEqual(['The agent is gone. Write to go on.']);
      expect(one.end(contactId)).toBe(`disconnect-flow ${reason}`);
      await one.driver.advanceBy(899_000);
      one.writes(contactId, 'I am back');
      expect(one.end(contactId)).toBe('queued ');
      one.send({ kind: 'caller-hangs-up', contactId });
      expect(one.end(contactId)).toBe('ended CUSTOMER_DISCONNECT');
    },
  );

  test('a customer may come back to an agent whose after contact work is not over: it is one contact', () => {
    const one = new ChatCentre(hooked);
    const contactId = one.accepted();
    one.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    expect(one.hasAtSam()).toEqual(['CHAT after-contact-work']);
    one.writes(contactId, 'One more thing');
    expect(one.hasAtSam()).toEqual(['CHAT ringing']);
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    one.send({ kind: 'caller-hangs-up', contactId });
    one.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(one.of('contact-completed')).toHaveLength(1);
  });

  test('a customer who does not come back has been told', async () => {
    const one = new ChatCentre(hooked);
    const contactId = one.accepted();
    one.send({ kind: 'agent-hangs-up', userId: 'sam', contactId });
    await one.driver.advanceBy(900_000);
    expect(one.end(contactId)).toBe('ended AGENT_DISCONNECT');
  });

  test('where the chat lets the agent go with the customer, what follows reaches the customer alone', () => {
    const one = new ChatCentre(hooked);
    const contactId = one.accepted({ freesAgent: true });
    one.send({ kind: 'caller-hangs-up', contactId });
    expect(one.end(contactId)).toBe('disconnect-flow CUSTOMER_DISCONNECT');
    expect(one.hasAtSam()).toEqual(['CHAT after-contact-work']);
    expect(one.heard()).toEqual(['The agent is gone. Write to go on.']);
    one.send({ kind: 'caller-hangs-up', contactId });
    expect(one.end(contactId)).toBe('ended CUSTOMER_DISCONNECT');
  });
});
