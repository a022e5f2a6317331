/** StartChatContact, CreateParticipant and UpdateParticipantRoleConfig: chats, bots in them, and how long who is in them may write nothing. */
import * as z from 'zod';
import { participantToken } from '../participants/participant-token.ts';
import type { ChatOrder } from './contacts-port.ts';
import type { ApiWorld, Operation } from './operation.ts';
import {
  defineOperation,
  namedInstance,
  namedResource,
  reference,
  requireInstance,
  requireRecord,
} from './operation.ts';
import { ApiProblem, isProblemName, type ProblemName } from './problem.ts';

const ELSEWHERE = [
  'PersistentChat',
  'SegmentAttributes',
  'ChatStreamingConfiguration',
  'ConnectionTypes',
] as const;
/** Always among the kinds that a chat takes (API_StartChatContact, SupportedMessagingContentTypes). */
const PLAIN = 'text/plain';

const startInput = z.object({
  InstanceId: reference(),
  ContactFlowId: reference(),
  // API_StartChatContact has the limits of each member.
  ParticipantDetails: z.object({ DisplayName: z.string().min(1).max(256) }),
  ParticipantConfiguration: z.optional(
    z.object({ ResponseMode: z.optional(z.enum(['INCREMENTAL', 'COMPLETE'])) }),
  ),
  Attributes: z.optional(z.record(z.string().min(1).max(32_767), z.string().max(32_767))),
  InitialMessage: z.optional(
    z.object({ ContentType: z.string().min(1).max(100), Content: z.string().min(1).max(16_384) }),
  ),
  ClientToken: z.optional(z.string().max(500)),
  ChatDurationInMinutes: z.optional(z.number().int().min(60).max(10_080)),
  SupportedMessagingContentTypes: z.optional(z.array(z.string().min(1).max(100))),
  RelatedContactId: z.optional(z.string().min(1).max(256)),
  CustomerId: z.optional(z.string().min(1).max(128)),
  DisconnectOnCustomerExit: z.optional(z.array(z.literal('AGENT')).min(1).max(1)),
  PersistentChat: z.optional(z.unknown()),
  SegmentAttributes: z.optional(z.unknown()),
  ChatStreamingConfiguration: z.optional(z.unknown()),
  ConnectionTypes: z.optional(z.unknown()),
});
type StartInput = z.output<typeof startInput>;

const invalid = (sentence: string): ApiProblem => new ApiProblem('InvalidParameterException', sentence);

function orderOf(chat: StartInput, { state }: ApiWorld): ChatOrder {
  const foreign = ELSEWHERE.find((member) => chat[member] !== undefined);
  if (foreign !== undefined)
    throw invalid(`The local Amazon Connect starts no chat with ${foreign}; leave it out.`);
  const { Attributes, ChatDurationInMinutes, CustomerId, InitialMessage, RelatedContactId } = chat;
  const kinds = chat.SupportedMessagingContentTypes;
  if (kinds?.includes(PLAIN) === false)
    throw invalid(`SupportedMessagingContentTypes is without ${PLAIN}; a chat always takes that.`);
  return {
    flowId: requireRecord(state.flows, chat.ContactFlowId, 'flow').id,
    customerName: chat.ParticipantDetails.DisplayName,
    connects: 'later',
    ...(Attributes === undefined ? {} : { attributes: Attributes }),
    ...(InitialMessage === undefined
      ? {}
      : { initialMessage: { text: InitialMessage.Content, contentType: InitialMessage.ContentType } }),
    ...(ChatDurationInMinutes === undefined ? {} : { durationMinutes: ChatDurationInMinutes }),
    ...(RelatedContactId === undefined ? {} : { relatedContactId: RelatedContactId }),
    ...(CustomerId === undefined ? {} : { customerId: CustomerId }),
    ...(chat.DisconnectOnCustomerExit === undefined ? {} : { freesAgent: true }),
  };
}

const timersInput = z.object({
  InstanceId: reference(),
  ContactId: z.string().min(1).max(256),
  ChannelConfiguration: z.strictObject({
    Chat: z.object({
      ParticipantTimerConfigList: z
        .array(
          z.object({
            ParticipantRole: z.enum(['CUSTOMER', 'AGENT']),
            TimerType: z.enum(['IDLE', 'DISCONNECT_NONCUSTOMER']),
            TimerValue: z.union([
              z.strictObject({ ParticipantTimerAction: z.literal('Unset') }),
              z.strictObject({ ParticipantTimerDurationInMinutes: z.number().int().min(2).max(480) }),
            ]),
          }),
        )
        .min(1)
        .max(6),
    }),
  }),
});

const problemOf = (name: string | undefined, refusal: string, otherwise: ProblemName): ApiProblem =>
  new ApiProblem(name !== undefined && isProblemName(name) ? name : otherwise, `${refusal}.`);

export const chatOperations: readonly Operation[] = [
  defineOperation({
    name: 'StartChatContact',
    method: 'PUT',
    path: '/contact/chat',
    input: startInput,
    // Leave for the flow is required, and for the contact where one is named (Service Authorization Reference).
    resources: ({ InstanceId, ContactFlowId, RelatedContactId }, state) => [
      namedResource(state, InstanceId, 'flow', ContactFlowId),
      ...(RelatedContactId === undefined
        ? []
        : [namedResource(state, InstanceId, 'contact', RelatedContactId)]),
    ],
    answer(chat, world) {
      requireInstance(world.state, chat.InstanceId);
      const token = chat.ClientToken === '' ? undefined : chat.ClientToken;
      const started = world.contacts.startChat(orderOf(chat, world), token);
      if (!('contactId' in started))
        throw problemOf(started.name, started.refusal, 'InvalidParameterException');
      const ContactId = started.contactId;
      const ParticipantId = world.contacts.chat(ContactId)?.participantId;
      if (ParticipantId === undefined) throw new Error(`chat '${ContactId}' has begun, and is not there`);
      return { ContactId, ParticipantId, ParticipantToken: participantToken(ContactId, ParticipantId) };
    },
  }),
  defineOperation({
    name: 'CreateParticipant',
    method: 'POST',
    path: '/contact/create-participant',
    input: z.object({
      InstanceId: reference(),
      ContactId: z.string().min(1).max(256),
      ClientToken: z.optional(z.string().max(500)),
      // The only role for a chat (API_CreateParticipant).
      ParticipantDetails: z.object({
        ParticipantRole: z.optional(z.literal('CUSTOM_BOT')),
        DisplayName: z.optional(z.string().min(1).max(256)),
      }),
    }),
    resources: ({ InstanceId, ContactId }, state) => [
      namedInstance(state, InstanceId),
      namedResource(state, InstanceId, 'contact', ContactId),
    ],
    answer({ InstanceId, ContactId, ClientToken, ParticipantDetails }, world) {
      requireInstance(world.state, InstanceId);
      const { DisplayName: name = 'Bot' } = ParticipantDetails;
      const token = ClientToken === '' ? undefined : ClientToken;
      const added = world.contacts.addBot({ contactId: ContactId, name }, token);
      if (!('contactId' in added)) throw problemOf(added.name, added.refusal, 'InvalidRequestException');
      const botId = world.contacts.chat(ContactId)?.botId;
      // Ordered once more after it has left.
      if (botId === undefined)
        throw new ApiProblem('InvalidRequestException', `The bot of chat '${ContactId}' has left.`);
      return {
        ParticipantId: botId,
        ParticipantCredentials: { ParticipantToken: participantToken(ContactId, botId) },
      };
    },
  }),
  defineOperation({
    name: 'UpdateParticipantRoleConfig',
    method: 'PUT',
    path: '/contact/participant-role-config/{InstanceId}/{ContactId}',
    input: timersInput,
    resources: ({ InstanceId, ContactId }, state) => [
      namedInstance(state, InstanceId),
      namedResource(state, InstanceId, 'contact', ContactId),
    ],
    answer({ InstanceId, ContactId, ChannelConfiguration }, world) {
      requireInstance(world.state, InstanceId);
      const refused = world.contacts.sayInChat({
        kind: 'set-chat-timers',
        contactId: ContactId,
        timers: ChannelConfiguration.Chat.ParticipantTimerConfigList.map(
          ({ ParticipantRole: role, TimerType: timer, TimerValue: value }) => ({
            role,
            timer,
            ...('ParticipantTimerAction' in value
              ? {}
              : { minutes: value.ParticipantTimerDurationInMinutes }),
          }),
        ),
      });
      if (refused !== undefined) throw problemOf(refused.name, refused.refusal, 'InvalidRequestException');
      return {};
    },
  }),
];
