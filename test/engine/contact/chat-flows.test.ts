/** What time does to a chat, and what its flow can do. */
import { describe, expect, test } from '@jest/globals';
import type { ChatTimerSetting, StartChat } from '../../../engine/contact/chat-messages.ts';
import { describeContact } from '../../../engine/contact/describe.ts';
import type { Json } from '../../../engine/language/flow.ts';
import { ALIAS } from '../lex/orders-bot.ts';
import { hangUp, type Links, type Steps, say } from './centre.ts';
import { ChatCentre, idle, MINUTE_MS, off, straight } from './chatting.ts';

describe('a bot of somebody else', () => {
  const waits: Steps = {
    wait: [
      'Wait',
      { TimeLimitSeconds: '60', Events: ['BotParticipantDisconnected', 'CustomerReturned'] },
      {
        when: { WaitCompleted: 'late', BotParticipantDisconnected: 'gone', CustomerReturned: 'back' },
        errors: { NoMatchingError: 'none', ParticipantNotFound: 'none' },
      },
    ],
    late: say('It is still there.', 'end'),
    gone: say('It has left.', 'end'),
    back: say('You are back.', 'end'),
    none: say('It never came.', 'end'),
    end: hangUp,
  };
  /** It joins while the flow asks a function, as flows let it join. */
  const begun = async (joins = true) => {
    const one = new ChatCentre({
      flows: {
        main: {
          hello: say('Welcome.', 'add'),
          add: [
            'InvokeLambdaFunction',
            { LambdaFunctionARN: 'adds-bot', InvocationTimeLimitSeconds: '3' },
            { next: 'wait', errors: { NoMatchingError: 'end' } },
          ],
          ...waits,
        },
      },
      invoke: async ({ contactId: asking }) => {
        // A function runs when the chat has come to rest.
        await Promise.resolve();
        if (joins) one.send({ kind: 'bot-joins', contactId: asking, name: 'Helper' });
        return { answer: { kind: 'returned', payload: '{}' } };
      },
    });
    const contactId = one.chat();
    await one.driver.settle();
    return { one, contactId };
  };
  test('writes, and a flow that waits for its end goes on when it leaves', async () => {
    const { one, contactId } = await begun();
    one.send({ kind: 'bot-writes', contactId, text: 'How can I help?' });
    one.send({ kind: 'bot-leaves', contactId });
    expect(one.lines(contactId)).toEqual([
      'CUSTOMER participant.joined',
      'SYSTEM: Welcome.',
      'CUSTOM_BOT participant.joined',
      'CUSTOM_BOT: How can I help?',
      'CUSTOM_BOT participant.left',
      'SYSTEM: It has left.',
      ' chat.ended',
    ]);
    expect(() => one.send({ kind: 'bot-leaves', contactId })).toThrow('has ended');
  });
  test('that stays, is answered or never came leads elsewhere', async () => {
    const stays = await begun();
    await stays.one.driver.advanceBy(MINUTE_MS);
    expect(stays.one.heard().at(-1)).toBe('It is still there.');
    // It leaves with the chat.
    expect(stays.one.lines(stays.contactId).slice(-2)).toEqual([
      'CUSTOM_BOT participant.left',
      ' chat.ended',
    ]);
    const answered = await begun();
    answered.one.writes(answered.contactId, 'Hello');
    expect(answered.one.heard().at(-1)).toBe('You are back.');
    expect((await begun(false)).one.heard().at(-1)).toBe('It never came.');
  });
  test('is refused beside another, an agent or a Lex bot, without a name, and where it is not there', async () => {
    const { one, contactId } = await begun();
    const joins =
      (centre: ChatCentre, id: string, name = 'Other') =>
      () =>
        centre.send({ kind: 'bot-joins', contactId: id, name });
    expect(joins(one, contactId)).toThrow('has a bot already');
    const busy = new ChatCentre();
    const talk = busy.accepted();
    expect(joins(busy, talk)).toThrow('an agent is in chat');
    expect(() => busy.send({ kind: 'bot-writes', contactId: talk, text: 'Hi' })).toThrow('no bot is in chat');
    expect(() => busy.send({ kind: 'bot-leaves', contactId: talk })).toThrow('no bot is in chat');
    const lex = new ChatCentre({ flows: { main: { ...askedByLex } } });
    const asked = lex.chat();
    expect(joins(lex, asked)).toThrow('a Lex bot is in chat');
    const queued = new ChatCentre();
    const waiting = queued.chat();
    expect(joins(queued, waiting, '')).toThrow('the name of the participant has 0 characters');
  });
  test('leaves when an agent joins', () => {
    const one = new ChatCentre();
    const contactId = one.chat();
    one.send({ kind: 'bot-joins', contactId, name: 'Helper' });
    one.available('sam');
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    expect(one.lines(contactId).slice(-2)).toEqual([
      'CUSTOM_BOT participant.left',
      'AGENT participant.joined',
    ]);
    expect(one.kinds().filter((kind) => kind.startsWith('bot'))).toEqual(['bot-joined', 'bot-left']);
  });
});

const askedByLex: Steps = {
  ask: [
    'ConnectParticipantWithLexBot',
    { Text: 'How can I help?', LexV2Bot: { AliasArn: ALIAS }, LexTimeoutSeconds: { Text: '60' } },
    {
      next: 'over',
      when: { OrderStatus: 'over' },
      errors: { NoMatchingError: 'over', NoMatchingCondition: 'over', InputTimeLimitExceeded: 'over' },
    },
  ],
  over: hangUp,
};

describe('time in a chat', () => {
  const set = (one: ChatCentre, ...timers: readonly ChatTimerSetting[]): string => {
    one.available('sam');
    const contactId = one.chat();
    one.timers(contactId, ...timers);
    one.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    return contactId;
  };
  test('whoever writes nothing is idle first, and then everybody but the customer is disconnected', async () => {
    const one = new ChatCentre();
    const contactId = set(one, idle('CUSTOMER', 2), off('CUSTOMER', 3));
    await one.driver.advanceBy(2 * MINUTE_MS - 1);
    expect(describeContact(one.world, contactId)?.chat?.idle).toEqual([]);
    await one.driver.advanceBy(1);
    expect(describeContact(one.world, contactId)?.chat?.idle).toEqual(['CUSTOMER']);
    await one.driver.advanceBy(3 * MINUTE_MS);
    expect(one.end(contactId)).toBe('ended IDLE_DISCONNECT');
    expect(one.hasAtSam()).toEqual(['CHAT after-contact-work']);
    expect(one.lines(contactId).slice(-4)).toEqual([
      'CUSTOMER participant.idle',
      'CUSTOMER participant.autodisconnection',
      'AGENT participant.left',
      ' chat.ended',
    ]);
  });
  test('a message begins the time of whoever has written anew, and of nobody else', async () => {
    const one = new ChatCentre();
    const contactId = set(one, idle('CUSTOMER', 2), off('AGENT', 4));
    await one.driver.advanceBy(3 * MINUTE_MS);
    one.writes(contactId, 'Still here');
    expect(one.of('chat-idle').map(({ role, isIdle }) => `${role} ${isIdle}`)).toEqual([
      'CUSTOMER true',
      'CUSTOMER false',
    ]);
    await one.driver.advanceBy(MINUTE_MS);
    expect(one.end(contactId)).toBe('ended IDLE_DISCONNECT');
  });
  test('timers that are set while both are there wait for the next agent, and one can be taken back', async () => {
    const one = new ChatCentre();
    const contactId = set(one, off('CUSTOMER', 5));
    one.timers(contactId, idle('AGENT', 2));
    await one.driver.advanceBy(4 * MINUTE_MS);
    expect(one.of('chat-idle')).toEqual([]);
    const other = new ChatCentre();
    const otherId = set(other, idle('CUSTOMER', 2), idle('AGENT', 2));
    expect(other.of('chat-idle')).toEqual([]);
    await other.driver.advanceBy(2 * MINUTE_MS);
    expect(other.of('chat-idle')).toHaveLength(2);
    other.timers(otherId, { role: 'AGENT', timer: 'IDLE' });
    expect(other.end(otherId)).toBe('connected ');
  });
  test('while no agent is there nobody is idle', async () => {
    const one = new ChatCentre();
    const contactId = one.chat();
    one.timers(contactId, idle('CUSTOMER', 2), off('CUSTOMER', 2));
    await one.driver.advanceBy(60 * MINUTE_MS);
    expect(one.end(contactId)).toBe('queued ');
  });
  test.each<[string, Partial<StartChat>, number]>([
    ['25 hours', {}, 25 * 60],
    ['the time that it was given', { durationMinutes: 60 }, 60],
  ])('after %s a chat is over, at an agent too', async (_title, more, minutes) => {
    const one = new ChatCentre();
    const contactId = one.accepted(more);
    await one.driver.advanceBy(minutes * MINUTE_MS - 1);
    expect(one.end(contactId)).toBe('connected ');
    await one.driver.advanceBy(1);
    expect(one.end(contactId)).toBe('ended EXPIRED');
  });
  test('a customer who never connects is gone after five minutes; one who does may write', async () => {
    const one = new ChatCentre();
    const never = one.chat({ connects: 'later' });
    const late = one.chat({ connects: 'later' });
    expect(() => one.writes(late, 'Hi')).toThrow('has not connected yet');
    await one.driver.advanceBy(299_000);
    one.send({ kind: 'chat-connects', contactId: late });
    one.send({ kind: 'chat-connects', contactId: late });
    await one.driver.advanceBy(1_000);
    expect(one.end(never)).toBe('ended CUSTOMER_CONNECTION_NOT_ESTABLISHED');
    one.writes(late, 'Hi');
    expect(one.lines(late)).toEqual(['SYSTEM: Welcome.', 'CUSTOMER participant.joined', 'CUSTOMER: Hi']);
  });
});

describe('in the flow of a chat', () => {
  const branch = (step: readonly [string, Json?, Links?], more: Partial<StartChat> = {}) => {
    const [type, parameters = {}] = step;
    const errors = { NoMatchingError: 'over', NoMatchingCondition: 'over', InputTimeLimitExceeded: 'over' };
    const one = new ChatCentre({
      flows: {
        main: {
          one: [type, parameters, { next: 'over', errors, ...step[2] }],
          over: hangUp,
        },
      },
    });
    one.chat(more);
    return one.of('step-taken')[0]?.branch;
  };
  test.each<[string, readonly [string, Json?, Links?]]>([
    ['keys', ['GetParticipantInput', { Text: 'x', StoreInput: 'True', InputTimeLimitSeconds: '5' }]],
    ['a recording', ['MessageParticipant', { PromptId: 'music' }]],
    [
      'a number outside',
      [
        'TransferParticipantToThirdParty',
        {
          ThirdPartyPhoneNumber: '+12025550177',
          ThirdPartyConnectionTimeLimitSeconds: '5',
          ContinueFlowExecution: 'False',
        },
      ],
    ],
    [
      'a callback',
      [
        'CreateCallbackContact',
        { InitialCallDelaySeconds: '5', MaximumConnectionAttempts: '1', RetryDelaySeconds: '10' },
      ],
    ],
    [
      'a bot of somebody else that is not there',
      [
        'Wait',
        { TimeLimitSeconds: '5', Events: ['BotParticipantDisconnected'] },
        { errors: { NoMatchingError: 'over', ParticipantNotFound: 'over' } },
      ],
    ],
  ])('%s take the error branch', (_title, step) => {
    expect(branch(step)).toMatch(/NoMatchingError|ParticipantNotFound/);
  });
  test('SSML is seen with its tags, and a loop of messages without a pause is stopped', () => {
    const one = new ChatCentre({
      flows: { main: { a: ['MessageParticipant', { SSML: '<speak>Hi</speak>' }, { next: 'a' }] } },
    });
    const contactId = one.chat();
    expect(one.end(contactId)).toBe('ended CONTACT_FLOW_DISCONNECT');
    expect(one.lines(contactId)[1]).toBe('SYSTEM: <speak>Hi</speak>');
  });
  test('a view is shown where a service answers for views, and takes the error branch where none does', async () => {
    const flows = {
      main: {
        view: [
          'ShowView',
          { ViewResource: { Id: 'form' }, InvocationTimeLimitSeconds: '60' },
          {
            next: 'over',
            when: { Submit: 'thanks' },
            errors: { NoMatchingError: 'over', NoMatchingCondition: 'over', TimeLimitExceeded: 'over' },
          },
        ],
        thanks: say('Thank you, $.Views.ViewResultData.name.', 'over'),
        over: hangUp,
      } satisfies Steps,
    };
    const values = { Action: 'Submit', ViewResultData: { name: 'Zoe' } };
    const one = new ChatCentre({
      flows,
      ask: async () => ({ answer: { kind: 'answered', outcome: 'Submit', values } }),
    });
    one.chat();
    await one.driver.settle();
    expect(one.heard()).toEqual(['Thank you, Zoe.']);
    const other = new ChatCentre({ flows });
    const contactId = other.chat();
    await other.driver.settle();
    expect(other.heard()).toEqual([]);
    expect(other.end(contactId)).toBe('ended CONTACT_FLOW_DISCONNECT');
  });
  test('no whisper and no music of Connect runs, and a whisper that was set does', () => {
    const one = new ChatCentre({
      flows: {
        main: {
          hook: ['UpdateContactEventHooks', { EventHooks: { AgentWhisper: 'hint' } }, { next: 'set-queue' }],
          ...straight,
        },
        'hint:AGENT_WHISPER': { say: say('Mind the ladder.', 'end'), end: ['EndFlowExecution'] },
      },
    });
    one.accepted();
    expect(one.heard('agent')).toEqual(['Mind the ladder.']);
    expect(one.heard()).toEqual([]);
  });
  test('the flow knows channel, subtype and first message', () => {
    const one = new ChatCentre({
      flows: {
        main: {
          a: say(
            "$.Channel $.SegmentAttributes['connect:Subtype'] $.Media.InitialMessage $.InitiationMethod",
            'over',
          ),
          over: hangUp,
        },
      },
    });
    one.chat({ initialMessage: { text: 'Hi' } });
    expect(one.heard()).toEqual(['CHAT connect:Chat Hi API']);
  });

  const bot: Steps = {
    log: ['UpdateFlowLoggingBehavior', { FlowLoggingBehavior: 'Enabled' }, { next: 'talk' }],
    talk: [
      'ConnectParticipantWithLexBot',
      { Text: 'How can I help?', LexV2Bot: { AliasArn: ALIAS }, LexTimeoutSeconds: { Text: '60' } },
      {
        next: 'over',
        when: { OrderStatus: 'found' },
        errors: { NoMatchingError: 'over', NoMatchingCondition: 'over', InputTimeLimitExceeded: 'silent' },
      },
    ],
    found: say('Order $.Lex.Slots.Number.', 'over'),
    silent: say('You have not written.', 'over'),
    over: hangUp,
  };
  test('a bot is written to, and asks back', () => {
    const one = new ChatCentre({ flows: { main: bot } });
    const contactId = one.chat();
    one.writes(contactId, 'where is my order');
    expect(one.end(contactId)).toBe('flow ');
    one.writes(contactId, '1002');
    expect(one.of('chat-message').map(({ text }) => text)).toEqual(['where is my order', '1002']);
    expect(one.end(contactId)).toBe('ended CONTACT_FLOW_DISCONNECT');
  });
  test('a bot waits for its time, counted from its last words, and then says so', async () => {
    const one = new ChatCentre({ flows: { main: bot } });
    const contactId = one.chat();
    await one.driver.advanceBy(59_000);
    one.writes(contactId, 'where is my order');
    await one.driver.advanceBy(59_999);
    expect(one.end(contactId)).toBe('flow ');
    await one.driver.advanceBy(1);
    expect(one.heard().at(-1)).toBe('You have not written.');
  });
});
