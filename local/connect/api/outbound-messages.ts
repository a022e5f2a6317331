/** StartOutboundChatContact for text messages, and SendOutboundEmail: both end in the local outbox. */
import * as z from 'zod';
import type { SentMessage } from '../outbox.ts';
import type { ApiWorld, Operation } from './operation.ts';
import {
  defineOperation,
  namedInstance,
  namedResource,
  reference,
  requireInstance,
  requireRecord,
} from './operation.ts';
import { ApiProblem, isProblemName } from './problem.ts';

const invalid = (sentence: string): ApiProblem => new ApiProblem('InvalidParameterException', sentence);

// API_StartOutboundChatContact has the limits of each member.
const text = z.object({
  InstanceId: reference(),
  ContactFlowId: reference(),
  SourceEndpoint: z.object({ Type: z.string(), Address: z.string().min(1).max(256) }),
  DestinationEndpoint: z.object({
    Type: z.literal('TELEPHONE_NUMBER'),
    Address: z.string().regex(/^\+[1-9]\d{1,14}$/, 'is no number in the form +12025550100'),
  }),
  SegmentAttributes: z.object({
    'connect:Subtype': z.object({ ValueString: z.literal('connect:SMS') }),
  }),
  InitialSystemMessage: z.object({
    ContentType: z.literal('text/plain'),
    Content: z.string().min(1).max(16_384),
  }),
  ClientToken: z.optional(z.string().max(500)),
});

// API_SendOutboundEmail has the limits of each member.
const address = z.object({
  EmailAddress: z.string().regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'is no e-mail address'),
  DisplayName: z.optional(z.string().max(256)),
});
const email = z.object({
  InstanceId: reference(),
  FromEmailAddress: address,
  DestinationEmailAddress: address,
  EmailMessage: z.object({
    MessageSourceType: z.literal('RAW'),
    RawMessage: z.object({
      Subject: z.string().min(1).max(998),
      Body: z.string().min(1).max(5_000_000),
      ContentType: z.string(),
    }),
  }),
  TrafficType: z.literal('GENERAL'),
  ClientToken: z.optional(z.string().max(500)),
});

function send({ outbox }: ApiWorld, message: Omit<SentMessage, 'atMs' | 'id'>): string {
  const sent = outbox.send(message);
  if ('id' in sent) return sent.id;
  const { problem } = sent;
  const sentence = `Nothing goes to ${message.to} just now.`;
  throw isProblemName(problem) ? new ApiProblem(problem, sentence) : invalid(sentence);
}

export const outboundMessageOperations: readonly Operation[] = [
  defineOperation({
    name: 'StartOutboundChatContact',
    method: 'PUT',
    path: '/contact/outbound-chat',
    input: text,
    // Leave for flow and instance is required (Service Authorization Reference).
    resources: ({ InstanceId, ContactFlowId }, state) => [
      namedResource(state, InstanceId, 'flow', ContactFlowId),
      namedInstance(state, InstanceId),
    ],
    answer({ InstanceId, ContactFlowId, SourceEndpoint, DestinationEndpoint, ...given }, world) {
      const { state } = world;
      requireInstance(state, InstanceId);
      requireRecord(state.flows, ContactFlowId, 'flow');
      const number = state.numbers.list().find(({ arn }) => arn === SourceEndpoint.Address);
      if (SourceEndpoint.Type !== 'CONNECT_PHONENUMBER_ARN' || number === undefined)
        throw invalid('SourceEndpoint is not the ARN of a number of the instance.');
      const { ClientToken, InitialSystemMessage } = given;
      const ContactId = send(world, {
        channel: 'sms',
        to: DestinationEndpoint.Address,
        from: number.number,
        text: InitialSystemMessage.Content,
        ...(ClientToken === undefined ? {} : { token: ClientToken }),
      });
      return { ContactId };
    },
  }),
  defineOperation({
    name: 'SendOutboundEmail',
    method: 'PUT',
    path: '/instance/{InstanceId}/outbound-email',
    input: email,
    resources: ({ InstanceId }, state) => [namedInstance(state, InstanceId)],
    answer({ InstanceId, FromEmailAddress, DestinationEmailAddress, EmailMessage, ClientToken }, world) {
      requireInstance(world.state, InstanceId);
      const { Subject, Body } = EmailMessage.RawMessage;
      send(world, {
        channel: 'email',
        to: DestinationEmailAddress.EmailAddress,
        from: FromEmailAddress.EmailAddress,
        subject: Subject,
        text: Body,
        ...(ClientToken === undefined ? {} : { token: ClientToken }),
      });
      return {};
    },
  }),
];
