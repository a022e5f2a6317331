/** PauseContact, ResumeContact and UpdateContactSchedule: tasks that are put off, and go on. */
import * as z from 'zod';
import {
  type ApiWorld,
  defineOperation,
  namedInstance,
  namedResource,
  type Operation,
  reference,
  requireInstance,
  requireRecord,
} from './operation.ts';
import { ApiProblem } from './problem.ts';

const input = z.object({
  InstanceId: reference(),
  ContactId: z.string().min(1).max(256),
  ContactFlowId: z.optional(z.string().min(1).max(500)),
});

function change(
  { contacts, state }: ApiWorld,
  contactId: string,
  kind: 'pause-task' | 'resume-task',
  flow: string | undefined,
): object {
  if (contacts.describe(contactId) === undefined)
    throw new ApiProblem('ResourceNotFoundException', `There is no contact '${contactId}'.`);
  const flowId = flow === undefined ? undefined : requireRecord(state.flows, flow, 'flow').id;
  const refusal = contacts.changeTask({ kind, contactId, ...(flowId === undefined ? {} : { flowId }) });
  if (refusal !== undefined) throw new ApiProblem('ConflictException', `${refusal}.`);
  return {};
}

const changing = (name: string, path: string, kind: 'pause-task' | 'resume-task'): Operation =>
  defineOperation({
    name,
    method: 'POST',
    path,
    input,
    resources: ({ InstanceId, ContactId, ContactFlowId }, state) => [
      namedInstance(state, InstanceId),
      namedResource(state, InstanceId, 'contact', ContactId),
      ...(ContactFlowId === undefined ? [] : [namedResource(state, InstanceId, 'flow', ContactFlowId)]),
    ],
    answer(asked, world) {
      requireInstance(world.state, asked.InstanceId);
      return change(world, asked.ContactId, kind, asked.ContactFlowId);
    },
  });

export const taskPauseOperations: readonly Operation[] = [
  changing('PauseContact', '/contact/pause', 'pause-task'),
  changing('ResumeContact', '/contact/resume', 'resume-task'),
  defineOperation({
    name: 'UpdateContactSchedule',
    method: 'POST',
    path: '/contact/schedule',
    input: z.object({
      InstanceId: reference(),
      ContactId: z.string().min(1).max(256),
      /** Seconds since 1970. */
      ScheduledTime: z.number(),
    }),
    resources: ({ InstanceId, ContactId }, state) => [namedResource(state, InstanceId, 'contact', ContactId)],
    answer({ InstanceId, ContactId, ScheduledTime }, { contacts, state }) {
      requireInstance(state, InstanceId);
      if (contacts.describe(ContactId) === undefined)
        throw new ApiProblem('ResourceNotFoundException', `There is no contact '${ContactId}'.`);
      const atMs = Math.round(ScheduledTime * 1000);
      const refusal = contacts.changeTask({ kind: 'reschedule-task', contactId: ContactId, atMs });
      if (refusal !== undefined) throw new ApiProblem('InvalidParameterException', `${refusal}.`);
      return {};
    },
  }),
];
