/** TransferContact: a task goes to another agent or queue, through a flow. */
import * as z from 'zod';
import { resourceArn } from '../arns.ts';
import {
  defineOperation,
  namedInstance,
  namedResource,
  type Operation,
  reference,
  requireInstance,
  requireRecord,
} from './operation.ts';
import { ApiProblem } from './problem.ts';
import { startedContact } from './refused-start.ts';

export const handingOnOperations: readonly Operation[] = [
  defineOperation({
    name: 'TransferContact',
    method: 'POST',
    path: '/contact/transfer',
    input: z.object({
      InstanceId: reference(),
      ContactId: z.string().min(1).max(256),
      ContactFlowId: z.string().min(1).max(500),
      QueueId: z.optional(z.string().min(1).max(500)),
      UserId: z.optional(z.string().min(1).max(500)),
      ClientToken: z.optional(z.string().max(500)),
    }),
    resources: ({ InstanceId, ContactId, ContactFlowId }, state) => [
      namedInstance(state, InstanceId),
      namedResource(state, InstanceId, 'contact', ContactId),
      namedResource(state, InstanceId, 'flow', ContactFlowId),
    ],
    answer({ InstanceId, ContactId, ContactFlowId, QueueId, UserId, ClientToken = '' }, world) {
      const { arn } = requireInstance(world.state, InstanceId);
      if (QueueId !== undefined && UserId !== undefined)
        throw new ApiProblem('InvalidRequestException', 'QueueId and UserId are both given; give one.');
      const { contacts, state } = world;
      if (contacts.describe(ContactId) === undefined)
        throw new ApiProblem('ResourceNotFoundException', `There is no contact '${ContactId}'.`);
      const order = {
        contactId: ContactId,
        flowId: requireRecord(state.flows, ContactFlowId, 'flow').id,
        ...(QueueId === undefined ? {} : { queueId: requireRecord(state.queues, QueueId, 'queue').id }),
        ...(UserId === undefined ? {} : { userId: requireRecord(state.users, UserId, 'user').id }),
      };
      const next = startedContact(contacts.transferTask(order, ClientToken === '' ? undefined : ClientToken));
      return { ContactId: next, ContactArn: resourceArn(arn, 'contact', next) };
    },
  }),
];
