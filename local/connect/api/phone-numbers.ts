/** Claimed numbers, and the one thing CloudFormation cannot do: link a number to the flow that answers it. */
import * as z from 'zod';
import { idOf, phoneNumberArn } from '../arns.ts';
import type { ConnectState, NumberRecord } from '../state.ts';
import {
  defineOperation,
  namedResource,
  type Operation,
  pageMembers,
  reference,
  requireInstance,
  requireRecord,
} from './operation.ts';
import { page } from './pages.ts';
import { ApiProblem } from './problem.ts';

const numberArn = ({ instance }: ConnectState, idOrArn: string): string => {
  if (idOrArn.startsWith('arn:')) return idOrArn;
  const { partition, region, accountId } = instance ?? { partition: 'aws', region: '', accountId: '' };
  return phoneNumberArn({ partition, region, accountId }, idOf(idOrArn));
};

const summary = (record: NumberRecord, state: ConnectState) => ({
  PhoneNumberId: record.id,
  PhoneNumberArn: record.arn,
  PhoneNumber: record.number,
  PhoneNumberCountryCode: record.countryCode,
  PhoneNumberType: record.type,
  PhoneNumberDescription: record.description,
  TargetArn: state.instance?.arn,
  InstanceId: state.instance?.id,
});

export const phoneNumberOperations: readonly Operation[] = [
  defineOperation({
    name: 'AssociatePhoneNumberContactFlow',
    method: 'PUT',
    path: '/phone-number/{PhoneNumberId}/contact-flow',
    input: z.object({ PhoneNumberId: reference(), InstanceId: reference(), ContactFlowId: reference() }),
    resources: ({ PhoneNumberId, InstanceId, ContactFlowId }, state) => [
      numberArn(state, PhoneNumberId),
      namedResource(state, InstanceId, 'flow', ContactFlowId),
    ],
    answer: ({ PhoneNumberId, InstanceId, ContactFlowId }, { state }) => {
      requireInstance(state, InstanceId);
      const number = requireRecord(state.numbers, PhoneNumberId, 'phone number');
      const flow = requireRecord(state.flows, ContactFlowId, 'flow');
      if (flow.type !== 'CONTACT_FLOW' || flow.archived) {
        const found = flow.archived ? 'is archived' : `is of type ${flow.type}`;
        throw new ApiProblem(
          'InvalidParameterException',
          `A number leads to an active flow of type CONTACT_FLOW; '${flow.name}' ${found}.`,
        );
      }
      number.flowId = flow.id;
      return {};
    },
  }),
  defineOperation({
    name: 'DisassociatePhoneNumberContactFlow',
    method: 'DELETE',
    path: '/phone-number/{PhoneNumberId}/contact-flow',
    query: { instanceId: 'InstanceId' },
    input: z.object({ PhoneNumberId: reference(), InstanceId: reference() }),
    resources: ({ PhoneNumberId }, state) => [numberArn(state, PhoneNumberId)],
    answer: ({ PhoneNumberId, InstanceId }, { state }) => {
      requireInstance(state, InstanceId);
      delete requireRecord(state.numbers, PhoneNumberId, 'phone number').flowId;
      return {};
    },
  }),
  defineOperation({
    name: 'DescribePhoneNumber',
    method: 'GET',
    path: '/phone-number/{PhoneNumberId}',
    input: z.object({ PhoneNumberId: reference() }),
    resources: ({ PhoneNumberId }, state) => [numberArn(state, PhoneNumberId)],
    answer: ({ PhoneNumberId }, { state }) => {
      const record = requireRecord(state.numbers, PhoneNumberId, 'phone number');
      const status = { PhoneNumberStatus: { Status: 'CLAIMED' } };
      return { ClaimedPhoneNumberSummary: { ...summary(record, state), Tags: record.tags, ...status } };
    },
  }),
  defineOperation({
    name: 'ListPhoneNumbersV2',
    method: 'POST',
    path: '/phone-number/list',
    input: z.object({
      TargetArn: z.optional(reference()),
      InstanceId: z.optional(reference()),
      PhoneNumberCountryCodes: z.optional(z.array(z.string().length(2)).max(10)),
      PhoneNumberTypes: z.optional(z.array(z.string()).max(6)),
      PhoneNumberPrefix: z.optional(z.string().regex(/^\+?[0-9]{1,11}$/)),
      ...pageMembers,
    }),
    resources: (_, state) => [numberArn(state, '*')],
    answer: (input, { state }) => {
      if (input.TargetArn !== undefined && input.InstanceId !== undefined) {
        throw new ApiProblem('InvalidRequestException', 'Give TargetArn or InstanceId, not both.');
      }
      const target = input.TargetArn ?? input.InstanceId;
      if (target !== undefined) requireInstance(state, target);
      const {
        PhoneNumberCountryCodes: countries,
        PhoneNumberTypes: types,
        PhoneNumberPrefix: prefix,
      } = input;
      const all = state.numbers
        .list()
        .filter(
          ({ number, countryCode, type }) =>
            (countries?.includes(countryCode) ?? true) &&
            (types?.includes(type) ?? true) &&
            (prefix === undefined || number.startsWith(prefix)),
        );
      const { items, next } = page('ListPhoneNumbersV2', all, input);
      return { ListPhoneNumbersSummaryList: items.map((record) => summary(record, state)), ...next };
    },
  }),
];
