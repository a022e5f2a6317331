/** StartTaskContact: a task for the agents of a queue, beside a call or on its own. */
import * as z from 'zod';
import type { ApiWorld, Operation } from './operation.ts';
import { defineOperation, namedResource, reference, requireInstance, requireRecord } from './operation.ts';
import { ApiProblem } from './problem.ts';

const ELSEWHERE = ['PreviousContactId', 'TaskTemplateId', 'QuickConnectId', 'Attachments'] as const;

const input = z.object({
  InstanceId: reference(),
  // API_StartTaskContact has the limits of each member.
  Name: z.string().max(512),
  Description: z.optional(z.string().max(4096)),
  ContactFlowId: z.optional(z.string().max(500)),
  References: z.optional(
    z.record(
      z.string().min(1).max(4096),
      z.object({
        Type: z.enum(['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL']),
        Value: z.optional(z.string().max(4096)),
      }),
    ),
  ),
  Attributes: z.optional(z.record(z.string().min(1).max(32_767), z.string().max(32_767))),
  RelatedContactId: z.optional(z.string().min(1).max(256)),
  ClientToken: z.optional(z.string().max(500)),
  PreviousContactId: z.optional(z.unknown()),
  /** Seconds since 1970. */
  ScheduledTime: z.optional(z.number()),
  TaskTemplateId: z.optional(z.unknown()),
  QuickConnectId: z.optional(z.unknown()),
  Attachments: z.optional(z.unknown()),
});
type Input = z.output<typeof input>;

const start = (task: Input, world: ApiWorld): string => {
  const { Name, Description, References, Attributes, RelatedContactId, ContactFlowId, ClientToken } = task;
  const { ScheduledTime } = task;
  if (Name === '') throw new ApiProblem('InvalidParameterException', 'Name is empty; a task needs a name.');
  const foreign = ELSEWHERE.find((member) => task[member] !== undefined);
  if (foreign !== undefined) {
    throw new ApiProblem(
      'InvalidParameterException',
      `The local Amazon Connect starts no task with ${foreign}; give ContactFlowId alone.`,
    );
  }
  if (ContactFlowId === undefined || ContactFlowId === '') {
    throw new ApiProblem(
      'InvalidRequestException',
      'ContactFlowId is missing; it names the flow of the task.',
    );
  }
  const flow = requireRecord(world.state.flows, ContactFlowId, 'flow');
  if (flow.type !== 'CONTACT_FLOW') {
    throw new ApiProblem(
      'InvalidParameterException',
      `The flow '${flow.name}' is a ${flow.type}; a task starts with an inbound flow.`,
    );
  }
  if (RelatedContactId !== undefined && world.contacts.describe(RelatedContactId) === undefined) {
    throw new ApiProblem('ResourceNotFoundException', `There is no contact '${RelatedContactId}'.`);
  }
  const references = Object.entries(References ?? {}).map(
    ([key, { Type, Value = '' }]) => [key, { Type, Value }] as const,
  );
  const order = {
    flowId: flow.id,
    name: Name,
    ...(Description === undefined ? {} : { description: Description }),
    references: Object.fromEntries(references),
    ...(Attributes === undefined ? {} : { attributes: Attributes }),
    ...(RelatedContactId === undefined ? {} : { relatedContactId: RelatedContactId }),
    ...(ScheduledTime === undefined ? {} : { startsAtMs: Math.round(ScheduledTime * 1000) }),
  };
  const started = world.contacts.startTask(order, ClientToken === '' ? undefined : ClientToken);
  if ('contactId' in started) return started.contactId;
  throw new ApiProblem('InvalidParameterException', `${started.refusal}.`);
};

export const taskOperations: readonly Operation[] = [
  defineOperation({
    name: 'StartTaskContact',
    method: 'PUT',
    path: '/contact/task',
    input,
    // Leave for the flow is required, and for the contact where one is named (Service Authorization Reference).
    resources: ({ InstanceId, ContactFlowId, RelatedContactId }, state) => [
      namedResource(state, InstanceId, 'flow', ContactFlowId ?? ''),
      ...(RelatedContactId === undefined
        ? []
        : [namedResource(state, InstanceId, 'contact', RelatedContactId)]),
    ],
    answer(task, world) {
      requireInstance(world.state, task.InstanceId);
      return { ContactId: start(task, world) };
    },
  }),
];
