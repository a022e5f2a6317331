/** AWS::Connect::Queue: where callers wait. */
import * as z from 'zod';
import type { Provisioner } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { identify, keep, ownerOf, referred } from './owner.ts';
import {
  arnOf,
  instanceReference,
  oneOf,
  phoneNumberReference,
  readProperties,
  tagMap,
  tags,
  text,
  whole,
} from './properties.ts';

const schema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: text(127),
  Description: z.optional(text(250)),
  HoursOfOperationArn: arnOf('operating-hours', 'hours of operation'),
  MaxContacts: z.optional(whole(0, Number.MAX_SAFE_INTEGER)),
  Status: z.optional(oneOf('ENABLED', 'DISABLED')),
  OutboundCallerConfig: z.optional(
    z.strictObject({
      OutboundCallerIdName: z.optional(text(255)),
      OutboundCallerIdNumberArn: z.optional(phoneNumberReference()),
      OutboundFlowArn: z.optional(arnOf('contact-flow', 'a flow')),
    }),
  ),
  QuickConnectArns: z.optional(
    z.array(arnOf('transfer-destination', 'a quick connect')).min(1, 'it must have 1 to 50 ARNs').max(50),
  ),
  Tags: tags(),
});

export const queueProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::Queue',
  create(request) {
    const properties = readProperties(schema, request);
    const owner = ownerOf(state, request, 'InstanceArn', properties.InstanceArn);
    const hours = referred(
      state.hours,
      request,
      ['HoursOfOperationArn'],
      properties.HoursOfOperationArn,
      'hours of operation',
    );
    const calling = properties.OutboundCallerConfig ?? {};
    const number =
      calling.OutboundCallerIdNumberArn === undefined
        ? undefined
        : referred(
            state.numbers,
            request,
            ['OutboundCallerConfig', 'OutboundCallerIdNumberArn'],
            calling.OutboundCallerIdNumberArn,
            'phone number',
          );
    const whisper =
      calling.OutboundFlowArn === undefined
        ? undefined
        : referred(
            state.flows,
            request,
            ['OutboundCallerConfig', 'OutboundFlowArn'],
            calling.OutboundFlowArn,
            'flow',
          );
    const quickConnectIds = (properties.QuickConnectArns ?? []).map(
      (arn, index) =>
        referred(state.quickConnects, request, ['QuickConnectArns', index], arn, 'quick connect').id,
    );
    const identity = identify(owner, request, 'queue');
    keep(state.queues, request, {
      ...identity,
      name: properties.Name,
      ...(properties.Description === undefined ? {} : { description: properties.Description }),
      tags: tagMap(properties.Tags),
      hoursId: hours.id,
      ...(properties.MaxContacts === undefined ? {} : { maxContacts: properties.MaxContacts }),
      enabled: properties.Status !== 'DISABLED',
      ...(number === undefined
        ? {}
        : { outboundCallerNumber: number.number, outboundCallerNumberId: number.id }),
      ...(calling.OutboundCallerIdName === undefined
        ? {}
        : { outboundCallerName: calling.OutboundCallerIdName }),
      ...(whisper === undefined ? {} : { outboundFlowId: whisper.id }),
      quickConnectIds,
    });
    const attributes = { QueueArn: identity.arn, Type: 'STANDARD' };
    return { physicalId: identity.arn, attributes };
  },
});
