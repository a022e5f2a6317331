/** Customers who write, to flows and to agents who take chats. */
import { describe, expect, test } from '@jest/globals';
import type { ChatOptions } from '../kit/chat.ts';
import { sharedCentre } from '../kit/shared-centre.ts';
import { takesChats } from './chatting.ts';

const the = sharedCentre({ demoWorld: false, mutate: takesChats });

const arrives = (options: ChatOptions = {}) => the.centre.chat({ flow: 'chat-inbound', ...options });
const working = (name: string) => {
  const agent = the.centre.agent(name);
  agent.becomesAvailable();
  return agent;
};
const taken = async (options: ChatOptions = {}) => {
  const sam = working('sam');
  const chat = arrives(options);
  await sam.accepts(chat);
  await sam.talksTo(chat);
  return { chat, sam };
};

test('whoever writes to the flows that callers hear is told, and nothing breaks', async () => {
  working('sam');
  const chat = the.centre.chat();
  await chat.hears('Welcome to Larkfield Supplies');
  await chat.hears('Goodbye.');
  expect(chat.endedBy).toBe('CONTACT_FLOW_DISCONNECT');
});

describe('a customer in a chat', () => {
  test('reaches an agent, who reads what was written before, and both write', async () => {
    const { chat, sam } = await taken({ firstMessage: 'My ladder is bent.' });
    await sam.reads(chat, 'My ladder is bent.');
    sam.writes(chat, 'Good morning. Which order is it?');
    await chat.hears('Which order is it?');
    chat.writes('1002');
    await sam.reads(chat, '1002');
    chat.hangsUp();
    expect(chat.endedBy).toBe('CUSTOMER_DISCONNECT');
    sam.finishes(chat);
    expect(chat.isCompleted).toBe(true);
  });
  test('is not lost when an agent lets it ring', async () => {
    const sam = working('sam');
    const chat = arrives();
    await sam.misses(chat);
    const robin = working('robin');
    await robin.accepts(chat);
    robin.writes(chat, 'Here I am.');
    await chat.hears('Here I am.');
  });
  test('waits while an agent has as many as the profile says', async () => {
    const sam = working('sam');
    const [first, second, third] = [arrives(), arrives(), arrives()];
    await sam.accepts(first);
    await sam.accepts(second);
    expect(sam.state.contacts).toHaveLength(2);
    second.hangsUp();
    sam.finishes(second);
    await sam.isOffered(third);
  });
  test.each(['hangs up', 'signs out', 'writes nothing for two minutes'])(
    'is told when the agent %s, and may come back',
    async (how) => {
      const sam = working('sam');
      const chat = arrives();
      chat.hasTimers({ role: 'AGENT', timer: 'DISCONNECT_NONCUSTOMER', minutes: 2 });
      await sam.accepts(chat);
      await sam.talksTo(chat);
      if (how === 'hangs up') sam.hangsUp(chat);
      else if (how === 'signs out') sam.signsOut();
      else await chat.waits(2);
      await chat.hears('Our agent has left the chat.');
      chat.writes('One more thing');
      await working('robin').reads(chat, 'One more thing');
    },
  );
  test('who does not come back hears goodbye', async () => {
    const { chat, sam } = await taken();
    sam.hangsUp(chat);
    await chat.waits(15);
    await chat.hears('Thank you for writing. Goodbye.');
    expect(chat.endedBy).toBe('AGENT_DISCONNECT');
  });
  test('who never comes is given up after five minutes', async () => {
    working('sam');
    const chat = arrives({ joins: 'later' });
    expect(() => chat.writes('Hi')).toThrow('has not connected yet');
    await chat.waits(5);
    expect(chat.endedBy).toBe('CUSTOMER_CONNECTION_NOT_ESTABLISHED');
  });
});
