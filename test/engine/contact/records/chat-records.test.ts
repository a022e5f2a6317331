/** What is written down of chats. */
import { describe, expect, test } from '@jest/globals';
import type { CentreOptions } from '../centre.ts';
import { straight } from '../chatting.ts';
import { writtenCentre } from './written.ts';

const profiles: NonNullable<CentreOptions['profiles']> = [
  {
    arn: 'arn:agents',
    id: 'agents',
    name: 'agents',
    queues: [{ queueId: 'support', channel: 'CHAT', priority: 1, delaySeconds: 0 }],
    concurrency: { CHAT: 2 },
  },
];

describe('a chat', () => {
  const open = () => writtenCentre({ flows: { main: straight }, profiles, users: [{ id: 'sam' }] });
  const start = { kind: 'start-chat', flowId: 'main', customerName: 'Zoe' } as const;

  test('has its channel, and how customer, agent and flow have written to each other', async () => {
    const { centre, shelf } = open();
    centre.available('sam');
    centre.send(start);
    const contactId = centre.of('chat-started')[0]?.contactId ?? '';
    centre.send({ kind: 'customer-writes', contactId, text: 'Help' });
    centre.send({ kind: 'agent-accepts', userId: 'sam', contactId });
    const agentWrites = { kind: 'agent-writes', userId: 'sam', contactId, text: 'Good day.' } as const;
    await centre.driver.advanceBy(4_000);
    centre.send(agentWrites);
    centre.send(agentWrites);
    await centre.driver.advanceBy(2_000);
    centre.send({ kind: 'customer-writes', contactId, text: 'It is bent' });
    await centre.driver.advanceBy(5_000);
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(shelf.agentEvents.at(-1)?.CurrentAgentSnapshot?.Contacts).toMatchObject([
      { Channel: 'CHAT', State: 'ENDED', InitiationMethod: 'API' },
    ]);
    centre.send({ kind: 'agent-clears', userId: 'sam', contactId });
    expect(shelf.kindsOf(contactId)).toEqual([
      'INITIATED',
      'CONNECTED_TO_SYSTEM',
      'QUEUED',
      'CONNECTED_TO_AGENT',
      'DISCONNECTED',
      'COMPLETED',
    ]);
    expect(shelf.records).toMatchObject([
      {
        Channel: 'CHAT',
        InitiationMethod: 'API',
        DisconnectReason: 'CUSTOMER_DISCONNECT',
        CustomerEndpoint: null,
        SystemEndpoint: null,
        MediaStreams: [{ Type: 'CHAT' }],
        SegmentAttributes: { 'connect:Subtype': { ValueString: 'connect:Chat' } },
        Recordings: null,
        ChatMetrics: {
          ChatContactMetrics: {
            TotalMessages: 5,
            TotalBotMessages: 1,
            TotalBotMessageLengthInChars: 8,
            ConversationTurnCount: 1,
            ConversationCloseTimeInMillis: 5_000,
            AgentFirstResponseTimeInMillis: 4_000,
          },
          AgentMetrics: {
            ParticipantType: 'AGENT',
            MessagesSent: 2,
            MessageLengthInChars: 18,
            NumResponses: 1,
            TotalResponseTimeInMillis: 4_000,
          },
          CustomerMetrics: {
            ParticipantType: 'CUSTOMER',
            MessagesSent: 2,
            NumResponses: 2,
            MaxResponseTimeInMillis: 2_000,
          },
        },
      },
    ]);
  });

  test('that nobody has answered has no agent, and counts what was written all the same', () => {
    const { centre, shelf } = open();
    centre.send(start);
    const contactId = centre.of('chat-started')[0]?.contactId ?? '';
    centre.send({ kind: 'caller-hangs-up', contactId });
    expect(shelf.records).toMatchObject([
      {
        Agent: null,
        ChatMetrics: {
          AgentMetrics: null,
          CustomerMetrics: { MessagesSent: 0, LastMessageTimestamp: null },
          ChatContactMetrics: { TotalMessages: 1, ConversationCloseTimeInMillis: null },
        },
      },
    ]);
  });
});
