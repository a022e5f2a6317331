/** AWS::Connect::ContactFlow and ContactFlowModule: refused in the service's words where it would not publish them. */
import * as z from 'zod';
import { blockOf } from '../../../engine/blocks/catalogue.ts';
import { checkFlow } from '../../../engine/language/check.ts';
import type { FlowType } from '../../../engine/language/flow.ts';
import { parseFlow } from '../../../engine/language/parse.ts';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { identify, keep, ownerOf } from './owner.ts';
import { flag, instanceReference, oneOf, readProperties, tagMap, tags, text } from './properties.ts';
import { refuse } from './refused.ts';

// Characters of Content (API_CreateContactFlow).
const LONGEST_CONTENT = 256_000;

const state = () => z.optional(oneOf('ACTIVE', 'ARCHIVED'));

const flowSchema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: text(127),
  Description: z.optional(text(500)),
  Content: text(LONGEST_CONTENT),
  Type: oneOf(
    'CONTACT_FLOW',
    'CUSTOMER_QUEUE',
    'CUSTOMER_HOLD',
    'CUSTOMER_WHISPER',
    'AGENT_HOLD',
    'AGENT_WHISPER',
    'OUTBOUND_WHISPER',
    'AGENT_TRANSFER',
    'QUEUE_TRANSFER',
    'CAMPAIGN',
  ),
  State: state(),
  Tags: tags(),
});

const moduleSchema = z.strictObject({
  InstanceArn: instanceReference(),
  Name: text(127),
  Description: z.optional(text(500)),
  Content: text(LONGEST_CONTENT),
  Settings: z.optional(text(LONGEST_CONTENT)),
  ExternalInvocationConfiguration: z.optional(z.strictObject({ Enabled: z.optional(flag()) })),
  State: state(),
  Tags: tags(),
});

/** @throws TemplateError with every problem that the service would answer, and the identifier of each step */
const checkContent = (request: ResourceRequest, name: string, content: string, type: FlowType): void => {
  const { document, diagnostics } = parseFlow(content);
  const broken = diagnostics.filter(({ severity }) => severity === 'error');
  const problems =
    document === undefined || broken.length > 0
      ? broken
      : checkFlow(document, type, blockOf).filter(({ severity }) => severity === 'error');
  if (problems.length === 0) return;
  const exception = type === 'MODULE' ? 'InvalidContactFlowModuleException' : 'InvalidContactFlowException';
  const lines = problems.map(({ message, step }) =>
    step === undefined ? message : `${message} (step '${step}')`,
  );
  throw refuse(request, `Connect refuses the flow '${name}' (${exception}): ${lines.join('; ')}`);
};

const described = (properties: {
  readonly Description?: string | undefined;
  readonly Tags?: readonly { Key: string; Value: string }[] | undefined;
  readonly State?: 'ACTIVE' | 'ARCHIVED' | undefined;
}) => ({
  ...(properties.Description === undefined ? {} : { description: properties.Description }),
  tags: tagMap(properties.Tags),
  archived: properties.State === 'ARCHIVED',
});

export const flowProvisioner = (connect: ConnectState): Provisioner => ({
  type: 'AWS::Connect::ContactFlow',
  create(request) {
    const properties = readProperties(flowSchema, request);
    const owner = ownerOf(connect, request, 'InstanceArn', properties.InstanceArn);
    checkContent(request, properties.Name, properties.Content, properties.Type);
    const identity = identify(owner, request, 'flow');
    keep(connect.flows, request, {
      ...identity,
      ...described(properties),
      name: properties.Name,
      type: properties.Type,
      content: properties.Content,
    });
    return { physicalId: identity.arn, attributes: { ContactFlowArn: identity.arn } };
  },
});

export const moduleProvisioner = (connect: ConnectState): Provisioner => ({
  type: 'AWS::Connect::ContactFlowModule',
  create(request) {
    const properties = readProperties(moduleSchema, request);
    const owner = ownerOf(connect, request, 'InstanceArn', properties.InstanceArn);
    checkContent(request, properties.Name, properties.Content, 'MODULE');
    const identity = identify(owner, request, 'module');
    keep(connect.modules, request, {
      ...identity,
      ...described(properties),
      name: properties.Name,
      type: 'MODULE',
      content: properties.Content,
      ...(properties.Settings === undefined ? {} : { settings: properties.Settings }),
    });
    return {
      physicalId: identity.arn,
      attributes: { ContactFlowModuleArn: identity.arn, Status: 'PUBLISHED' },
    };
  },
});
