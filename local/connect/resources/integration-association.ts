/** AWS::Connect::IntegrationAssociation: lets the instance use a function or bot; without it Connect does not. */
import * as z from 'zod';
import { physicalUuid } from '../../assembly/physical-name.ts';
import type { Provisioner, ResourceRequest } from '../../assembly/provisioner.ts';
import type { ConnectState } from '../state.ts';
import { ownerOf } from './owner.ts';
import { instanceReference, oneOf, readProperties, tags, text } from './properties.ts';
import { refuse, refuseProperty } from './refused.ts';

// Default quota: Lambda functions per instance (adminguide/amazon-connect-service-limits).
const MOST_FUNCTIONS = 50;

const FUNCTION_ARN =
  /^arn:aws[-a-z0-9]*:lambda:[-a-z0-9]+:\d{12}:function:[a-zA-Z0-9_-]+(:[a-zA-Z0-9$_-]+)?$/;

const schema = z.strictObject({
  // In spite of its name the property takes an ARN: the service's schema refuses a bare id.
  InstanceId: instanceReference(),
  IntegrationArn: text(140),
  IntegrationType: oneOf(
    'LEX_BOT',
    'LAMBDA_FUNCTION',
    'APPLICATION',
    'CASES_DOMAIN',
    'WISDOM_ASSISTANT',
    'WISDOM_KNOWLEDGE_BASE',
    'WISDOM_QUICK_RESPONSES',
    'FILE_SCANNER',
    'MESSAGE_PROCESSOR',
    'Q_MESSAGE_TEMPLATES',
    'SES_IDENTITY',
    'EVENT',
  ),
  Tags: tags(),
});

export const integrationAssociationProvisioner = (state: ConnectState): Provisioner => ({
  type: 'AWS::Connect::IntegrationAssociation',
  create(request) {
    const properties = readProperties(schema, request);
    const owner = ownerOf(state, request, 'InstanceId', properties.InstanceId);
    const { IntegrationArn: arn, IntegrationType: type } = properties;
    const physicalId = `${owner.arn}|${type}|${arn}`;
    const attributes = { IntegrationAssociationId: physicalUuid(request) };
    if (type === 'LEX_BOT' || type === 'CASES_DOMAIN') {
      associate(state, request, type, arn);
      return { physicalId, attributes };
    }
    if (type !== 'LAMBDA_FUNCTION') {
      throw refuseProperty(
        request,
        ['IntegrationType'],
        type,
        'the local centre plays LAMBDA_FUNCTION, LEX_BOT and CASES_DOMAIN',
      );
    }
    if (!FUNCTION_ARN.test(arn)) {
      throw refuseProperty(request, ['IntegrationArn'], arn, 'it must be the ARN of a Lambda function');
    }
    if (state.functions.has(arn))
      throw refuse(request, `${arn} is associated already (DuplicateResourceException)`);
    if (state.functions.size >= MOST_FUNCTIONS) {
      throw refuse(
        request,
        `an instance has at most ${MOST_FUNCTIONS} functions (ServiceQuotaExceededException)`,
      );
    }
    state.functions.add(arn);
    return { physicalId, attributes };
  },
});

/** @throws TemplateError for a bot or domain that the stack does not have */
function associate(
  { services }: ConnectState,
  request: ResourceRequest,
  type: 'LEX_BOT' | 'CASES_DOMAIN',
  arn: string,
): void {
  const isKnown = type === 'LEX_BOT' ? services.botAliases.has(arn) : services.cases?.arn === arn;
  if (!isKnown) {
    const what = type === 'LEX_BOT' ? 'alias of a bot (AWS::Lex::BotAlias)' : 'domain of cases';
    throw refuseProperty(request, ['IntegrationArn'], arn, `the stack has no such ${what}`);
  }
  if (type === 'LEX_BOT') services.associatedBots.add(arn);
}
