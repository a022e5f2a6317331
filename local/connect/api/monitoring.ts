/** MonitorContact: a supervisor listens to a call. */
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

export const monitoringOperations: readonly Operation[] = [
  defineOperation({
    name: 'MonitorContact',
    method: 'POST',
    path: '/contact/monitor',
    input: z.object({
      InstanceId: reference(),
      ContactId: z.string().min(1).max(256),
      UserId: z.string().min(1).max(256),
      AllowedMonitorCapabilities: z.optional(z.array(z.enum(['SILENT_MONITOR', 'BARGE'])).max(2)),
      ClientToken: z.optional(z.string().max(500)),
    }),
    resources: ({ InstanceId, ContactId, UserId }, state) => [
      namedInstance(state, InstanceId),
      namedResource(state, InstanceId, 'contact', ContactId),
      namedResource(state, InstanceId, 'user', UserId),
    ],
    answer({ InstanceId, ContactId, UserId, AllowedMonitorCapabilities = [], ClientToken = '' }, world) {
      const { arn } = requireInstance(world.state, InstanceId);
      const monitored = world.contacts.describe(ContactId);
      if (monitored === undefined)
        throw new ApiProblem('ResourceNotFoundException', `There is no contact '${ContactId}'.`);
      const user = requireRecord(world.state.users, UserId, 'user');
      // adminguide/ts-monitoring-conversations: both sides of the call must be recorded.
      if (!['Agent', 'Customer'].every((who) => monitored.recorded?.includes(who)))
        throw new ApiProblem(
          'InvalidRequestException',
          `Contact '${ContactId}' cannot be monitored: its flow does not record agent and customer.`,
        );
      const order = {
        contactId: ContactId,
        userId: user.id,
        mayBarge: AllowedMonitorCapabilities.includes('BARGE'),
      };
      const own = startedContact(world.contacts.monitor(order, ClientToken === '' ? undefined : ClientToken));
      return { ContactId: own, ContactArn: resourceArn(arn, 'contact', own) };
    },
  }),
];
