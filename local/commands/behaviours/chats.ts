/** How chats behave. */
import type { BehaviourTopic } from './behaviour.ts';

export const chats: BehaviourTopic = {
  title: 'Chats',
  behaviours: [
    {
      what: 'a chat that the API starts has initiation method `API` and subtype `connect:Chat`',
      from: 'adminguide/ctr-data-model, connect-attrib-list',
      tests: ['engine/contact/chat-flows', 'engine/contact/records/chat-records'],
    },
    {
      what: 'it lasts 25 hours, or 60 to 10,080 minutes where that is said; then `EXPIRED`',
      from: 'API_StartChatContact',
      tests: ['engine/contact/chat-flows'],
    },
    {
      what: 'a customer has five minutes to connect; then `CUSTOMER_CONNECTION_NOT_ESTABLISHED`',
      from: 'API_StartChatContact, adminguide/ctr-data-model',
      tests: ['engine/contact/chat-flows', 'calls/chats'],
    },
    {
      what: 'a message of text has up to 1,024 characters, JSON 12,000; other kinds of content are refused',
      from: 'API_ChatMessage',
      tests: ['engine/contact/chats'],
    },
    {
      what: 'blocks for voice take their error branch; recordings are for voice',
      from: 'adminguide/block-support-by-channel, devguide MessageParticipant',
      tests: ['engine/contact/chat-flows'],
    },
    {
      what: 'SSML is shown with its tags',
      from: 'adminguide/chat-and-ssml-tags',
      tests: ['engine/contact/chat-flows'],
    },
    {
      what: "no whisper, hold or queue flow of Connect's own runs; one that was set does",
      from: 'adminguide/set-whisper-flow',
      tests: ['engine/contact/chat-flows'],
    },
    {
      what: 'a bot is written to; it waits `LexTimeoutSeconds.Text` from its last words on, then `InputTimeLimitExceeded`',
      from: 'devguide ConnectParticipantWithLexBot',
      tests: ['engine/contact/chat-flows'],
    },
    {
      what: '`$.Media.InitialMessage` is what the customer wrote first',
      from: 'devguide ConnectParticipantWithLexBot',
      tests: ['engine/contact/chat-flows'],
    },
    {
      what: '`Wait` goes on by `CustomerReturned` when the customer writes, by `BotParticipantDisconnected` when the bot of somebody else leaves (`ParticipantNotFound` where there is none), by `WaitCompleted` when neither happens',
      from: 'adminguide/wait',
      tests: ['engine/contact/chats', 'engine/contact/chat-flows'],
    },
    {
      what: "a bot of somebody else's joins a chat by `CreateParticipant`, writes and leaves by the Participant Service; not beside an agent or a Lex bot, and it leaves when an agent joins",
      from: 'adminguide/chat-customize-flow',
      tests: ['engine/contact/chat-flows', 'local/connect/chats-api'],
    },
    {
      what: 'an agent has as many chats at once as the profile says; after contact work takes the place of one',
      from: 'API_MediaConcurrency, adminguide/concepts-routing',
      tests: ['engine/contact/chats', 'calls/chats'],
    },
    {
      what: 'the customer leaves: the chat is over (`CUSTOMER_DISCONNECT`), the agent has after contact work',
      from: 'amazon-connect-streams, issue 979',
      tests: ['engine/contact/chats'],
    },
    {
      what: 'with `DisconnectOnCustomerExit` the agent is let go, and the disconnect flow runs for the customer',
      from: 'API_StartChatContact; amazon-connect-chatjs, pull request 300',
      tests: ['engine/contact/chats'],
    },
    {
      what: 'the agent leaves: the disconnect flow runs, and may put a customer who comes back into a queue',
      from: 'adminguide/sample-disconnect',
      tests: ['engine/contact/chats', 'calls/chats'],
    },
    {
      what: "an agent hands a chat on to an agent or queue (`agent-transfers`): the transfer flow runs for the customer, the transcript stays, and another contact of method `TRANSFER` goes on with the customer; hours, timers and connection are the same. Connect's own flow to agents is for calls, so that without another the chat goes straight into the agent's queue",
      from: 'adminguide/transfer-to-agent-block, ctr-data-model; amazon-connect-chatjs, pull request 241',
      tests: ['engine/contact/handing-on'],
    },
    {
      what: 'an agent whose desk is gone leaves by `AGENT_NETWORK_DISCONNECT` (at once: how long the service waits is not published)',
      from: 'adminguide/ctr-data-model',
      tests: ['engine/contact/chats'],
    },
    {
      what: "timers of 2 to 480 minutes, from the moment that both are there; idle first, then everybody but the customer is disconnected (`IDLE_DISCONNECT`); a message begins its writer's time anew; what is set meanwhile counts for the next agent",
      from: 'adminguide/setup-chat-timeouts, API_UpdateParticipantRoleConfig',
      tests: ['engine/contact/chat-flows'],
    },
    {
      what: '`ChatMetrics` of the record: messages, characters, first response, response times, turns',
      from: 'API_ChatMetrics; how the service counts turns and times is not published',
      tests: ['engine/contact/records/chat-records'],
    },
    {
      what: 'tokens, routes, pages and errors of the Participant Service; calls may be signed or not',
      from: 'the service model; API_connect-participant_GetTranscript',
      tests: ['local/connect/chats-api'],
    },
  ],
  differences: [
    'A chat that was handed to its disconnect flow stays the same contact; on the service another one begins, of initiation method `DISCONNECT`.',
    "One bot of somebody else's is in a chat at a time; it is there from `CreateParticipant` on, however late it connects, and stays when a flow asks a Lex bot. It reads with `GetTranscript`: messages are not streamed.",
    'Nobody monitors chats, and no third party joins one; attachments, receipts, typing and interactive messages are not passed on.',
    '`CreateParticipantConnection` gives `CONNECTION_CREDENTIALS` alone, and no WebSocket: read with `GetTranscript`. A chat that is over can still be read by its customer.',
    '`PersistentChat`, `SegmentAttributes`, `ChatStreamingConfiguration` and `ConnectionTypes` of `StartChatContact` are refused.',
    "`ShowView` asks the service `views`, which the local cloud does not have: in a chat, too, it takes its error branch unless a test answers. How a view reaches a chat customer's client is not published as a whole.",
  ],
};
