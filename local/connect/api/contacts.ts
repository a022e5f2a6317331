/** Running and recent contacts. */
import * as z from 'zod';
import { resourceArn } from '../arns.ts';
import type { ConnectState } from '../state.ts';
import type { DescribedContact } from './contacts-port.ts';
import {
  type ApiWorld,
  defineOperation,
  namedResource,
  type Operation,
  reference,
  requireInstance,
  seconds,
} from './operation.ts';
import { ApiProblem } from './problem.ts';

// API_UpdateContactAttributes: 1 to 32,767 characters; letters, digits, dash and underscore, or a space inside.
const attributes = z.record(z.string().min(1).max(32_767), z.string().max(32_767));

const requireContact = ({ contacts }: ApiWorld, contactId: string): DescribedContact => {
  const contact = contacts.describe(contactId);
  if (contact !== undefined) return contact;
  throw new ApiProblem('ResourceNotFoundException', `There is no contact '${contactId}'.`);
};

const allowedOn = (input: { InstanceId: string }, contactId: string, state: ConnectState) => [
  namedResource(state, input.InstanceId, 'contact', contactId),
];

const endpoint = (number: string | undefined) =>
  number === undefined ? undefined : { Type: 'TELEPHONE_NUMBER', Address: number };

const describe = (contact: DescribedContact, instanceArn: string) => ({
  Arn: resourceArn(instanceArn, 'contact', contact.contactId),
  Id: contact.contactId,
  InitialContactId: contact.initialContactId,
  PreviousContactId: contact.previousContactId,
  RelatedContactId: contact.relatedContactId,
  InitiationMethod: contact.initiationMethod,
  Name: contact.name,
  Description: contact.description,
  Channel: contact.channel,
  QueueInfo:
    contact.queue === undefined
      ? undefined
      : { Id: contact.queue.queueId, EnqueueTimestamp: seconds(contact.queue.enqueuedAtMs) },
  AgentInfo:
    contact.agent === undefined
      ? undefined
      : {
          Id: contact.agent.userId,
          ConnectedToAgentTimestamp:
            contact.agent.connectedAtMs === undefined ? undefined : seconds(contact.agent.connectedAtMs),
          AgentInitiatedHoldDuration:
            contact.agent.heldMs === undefined ? undefined : Math.floor(contact.agent.heldMs / 1000),
        },
  InitiationTimestamp: seconds(contact.startedAtMs),
  DisconnectTimestamp: contact.endedAtMs === undefined ? undefined : seconds(contact.endedAtMs),
  DisconnectReason: contact.disconnectReason,
  CustomerEndpoint: endpoint(contact.customerNumber),
  SystemEndpoint: endpoint(contact.systemNumber),
  Attributes: contact.attributes,
});

export const contactOperations: readonly Operation[] = [
  defineOperation({
    name: 'GetContactAttributes',
    method: 'GET',
    path: '/contact/attributes/{InstanceId}/{InitialContactId}',
    input: z.object({ InstanceId: reference(), InitialContactId: reference() }),
    resources: (input, state) => allowedOn(input, input.InitialContactId, state),
    answer: ({ InstanceId, InitialContactId }, world) => {
      requireInstance(world.state, InstanceId);
      return { Attributes: requireContact(world, InitialContactId).attributes };
    },
  }),
  defineOperation({
    name: 'UpdateContactAttributes',
    method: 'POST',
    path: '/contact/attributes',
    input: z.object({ InstanceId: reference(), InitialContactId: reference(), Attributes: attributes }),
    resources: (input, state) => allowedOn(input, input.InitialContactId, state),
    answer: ({ InstanceId, InitialContactId, Attributes }, world) => {
      requireInstance(world.state, InstanceId);
      requireContact(world, InitialContactId);
      const refusal = world.contacts.setAttributes(InitialContactId, Attributes);
      if (refusal !== undefined) throw new ApiProblem('InvalidParameterException', refusal);
      return {};
    },
  }),
  defineOperation({
    name: 'DescribeContact',
    method: 'GET',
    path: '/contacts/{InstanceId}/{ContactId}',
    input: z.object({ InstanceId: reference(), ContactId: reference() }),
    resources: (input, state) => allowedOn(input, input.ContactId, state),
    answer: ({ InstanceId, ContactId }, world) => {
      const { arn } = requireInstance(world.state, InstanceId);
      return { Contact: describe(requireContact(world, ContactId), arn) };
    },
  }),
  defineOperation({
    name: 'StopContact',
    method: 'POST',
    path: '/contact/stop',
    input: z.object({
      InstanceId: reference(),
      ContactId: reference(),
      DisconnectReason: z.optional(z.object({ Code: z.optional(z.string()) })),
    }),
    resources: (input, state) => allowedOn(input, input.ContactId, state),
    answer: ({ InstanceId, ContactId }, world) => {
      requireInstance(world.state, InstanceId);
      if (requireContact(world, ContactId).endedAtMs !== undefined) {
        throw new ApiProblem('ContactNotFoundException', `The contact '${ContactId}' has ended.`);
      }
      const refusal = world.contacts.stop(ContactId);
      if (refusal !== undefined) throw new ApiProblem('InvalidRequestException', refusal);
      return {};
    },
  }),
];
