/** StartOutboundVoiceContact: calls a customer, and begins the flow when somebody answers. */
import * as z from 'zod';
import type { CallOrder } from './contacts-port.ts';
import type { ApiWorld, Operation } from './operation.ts';
import { defineOperation, reference, requireInstance, requireRecord } from './operation.ts';
import { ApiProblem, isProblemName } from './problem.ts';

const ELSEWHERE = ['CampaignId', 'OutboundStrategy', 'References'] as const;
const number = () => z.string().regex(/^\+[1-9]\d{1,14}$/, 'is no number in the form +12025550100');

const input = z.object({
  InstanceId: reference(),
  ContactFlowId: reference(),
  // API_StartOutboundVoiceContact has the limits of each member.
  DestinationPhoneNumber: number(),
  SourcePhoneNumber: z.optional(number()),
  QueueId: z.optional(z.string().min(1)),
  Attributes: z.optional(z.record(z.string().min(1).max(32_767), z.string().max(32_767))),
  AnswerMachineDetectionConfig: z.optional(
    z.object({
      EnableAnswerMachineDetection: z.optional(z.boolean()),
      AwaitAnswerMachinePrompt: z.optional(z.boolean()),
    }),
  ),
  TrafficType: z.optional(z.enum(['GENERAL', 'CAMPAIGN'])),
  RingTimeoutInSeconds: z.optional(z.number().int().min(15).max(60)),
  RelatedContactId: z.optional(z.string().min(1).max(256)),
  Name: z.optional(z.string().max(1024)),
  Description: z.optional(z.string().max(4096)),
  ClientToken: z.optional(z.string().max(500)),
  CampaignId: z.optional(z.unknown()),
  OutboundStrategy: z.optional(z.unknown()),
  References: z.optional(z.unknown()),
});
type Input = z.output<typeof input>;

const invalid = (sentence: string): ApiProblem => new ApiProblem('InvalidParameterException', sentence);

function orderOf(call: Input, { state }: ApiWorld): CallOrder {
  const { Attributes, Description, Name, QueueId, RelatedContactId, SourcePhoneNumber } = call;
  const foreign = ELSEWHERE.find((member) => call[member] !== undefined);
  if (foreign !== undefined) throw invalid(`The local Amazon Connect calls nobody with ${foreign}.`);
  const detects = call.AnswerMachineDetectionConfig?.EnableAnswerMachineDetection === true;
  if (detects !== (call.TrafficType === 'CAMPAIGN')) {
    throw invalid('TrafficType is CAMPAIGN exactly where EnableAnswerMachineDetection is true.');
  }
  if (QueueId === undefined && SourcePhoneNumber === undefined)
    throw invalid('Neither QueueId nor SourcePhoneNumber says which number the customer sees.');
  if (
    SourcePhoneNumber !== undefined &&
    !state.numbers.list().some((one) => one.number === SourcePhoneNumber)
  ) {
    throw invalid(`The number ${SourcePhoneNumber} is not one of the instance.`);
  }
  return {
    to: call.DestinationPhoneNumber,
    flowId: requireRecord(state.flows, call.ContactFlowId, 'flow').id,
    ...(SourcePhoneNumber === undefined ? {} : { from: SourcePhoneNumber }),
    ...(QueueId === undefined ? {} : { queueId: requireRecord(state.queues, QueueId, 'queue').id }),
    ...(Attributes === undefined ? {} : { attributes: Attributes }),
    ...(detects ? { detectsMachines: true } : {}),
    ...(call.RingTimeoutInSeconds === undefined ? {} : { ringSeconds: call.RingTimeoutInSeconds }),
    ...(RelatedContactId === undefined ? {} : { relatedContactId: RelatedContactId }),
    ...(Name === undefined ? {} : { name: Name }),
    ...(Description === undefined ? {} : { description: Description }),
  };
}

export const outboundVoiceOperations: readonly Operation[] = [
  defineOperation({
    name: 'StartOutboundVoiceContact',
    method: 'PUT',
    path: '/contact/outbound-voice',
    input,
    // No resource can be named in a permission (Service Authorization Reference).
    resources: () => ['*'],
    answer(call, world) {
      requireInstance(world.state, call.InstanceId);
      const order = orderOf(call, world);
      const token = call.ClientToken === '' ? undefined : call.ClientToken;
      const started = world.contacts.startCall(order, token);
      if ('contactId' in started) return { ContactId: started.contactId };
      const { name = '', refusal } = started;
      throw new ApiProblem(isProblemName(name) ? name : 'InvalidParameterException', `${refusal}.`);
    },
  }),
];
