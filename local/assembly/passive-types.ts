/** Resource types without behaviour in the local cloud: what `Ref` and `Fn::GetAtt` give for each, and nothing more. */
import { physicalName, physicalUuid } from './physical-name.ts';
import type { CreatedResource, ResourceRequest } from './provisioner.ts';

type PassiveType = (request: ResourceRequest) => CreatedResource;

/** A property as text, or a name made from the logical id. */
function named(request: ResourceRequest, property: string, maxLength?: number): string {
  const value = request.properties[property];
  return typeof value === 'string' ? value : physicalName(request, maxLength);
}

function arn({ stack }: ResourceRequest, service: string, resource: string, inRegion = true): string {
  const place = inRegion ? `${stack.region}:${stack.accountId}` : ':';
  return `arn:${stack.partition}:${service}:${place}:${resource}`;
}

/** A resource with an identity and nothing to ask for. */
function plain(property?: string): PassiveType {
  return (request) => ({
    physicalId: property === undefined ? physicalName(request) : named(request, property),
    attributes: {},
  });
}

/** A resource whose `Ref` is its name and whose `Arn` follows from that. */
function nameAndArn(property: string, service: string, prefix: string): PassiveType {
  return (request) => {
    const name = named(request, property);
    return { physicalId: name, attributes: { Arn: arn(request, service, `${prefix}${name}`) } };
  };
}

/** Of a bucket, whatever the local cloud makes of it. */
export const bucket: PassiveType = (request) => {
  const name = named(request, 'BucketName', 63).toLowerCase();
  const { region } = request.stack;
  return {
    physicalId: name,
    attributes: {
      Arn: `arn:${request.stack.partition}:s3:::${name}`,
      DomainName: `${name}.s3.amazonaws.com`,
      RegionalDomainName: `${name}.s3.${region}.amazonaws.com`,
      DualStackDomainName: `${name}.s3.dualstack.${region}.amazonaws.com`,
      WebsiteURL: `http://${name}.s3-website-${region}.amazonaws.com`,
    },
  };
};

const key: PassiveType = (request) => {
  const id = physicalUuid(request);
  return { physicalId: id, attributes: { KeyId: id, Arn: arn(request, 'kms', `key/${id}`) } };
};

const logGroup: PassiveType = (request) => {
  const name = named(request, 'LogGroupName');
  return { physicalId: name, attributes: { Arn: arn(request, 'logs', `log-group:${name}:*`) } };
};

const topic: PassiveType = (request) => {
  const name = named(request, 'TopicName');
  const topicArn = arn(request, 'sns', name);
  return { physicalId: topicArn, attributes: { TopicArn: topicArn, TopicName: name } };
};

const queue: PassiveType = (request) => {
  const name = named(request, 'QueueName');
  const url = `https://sqs.${request.stack.region}.amazonaws.com/${request.stack.accountId}/${name}`;
  return { physicalId: url, attributes: { Arn: arn(request, 'sqs', name), QueueName: name, QueueUrl: url } };
};

const ssmParameter: PassiveType = (request) => {
  const { Type: type, Value: value } = request.properties;
  return { physicalId: named(request, 'Name'), attributes: { Type: type, Value: value } };
};

/** Resources of an Amazon Connect instance: the ARN contains that of the instance. */
function inConnectInstance(noun: string, attribute: string): PassiveType {
  return (request) => {
    const resourceArn = `${request.properties['InstanceArn']}/${noun}/${physicalUuid(request)}`;
    return { physicalId: resourceArn, attributes: { [attribute]: resourceArn } };
  };
}

/** Ref and attributes as in the return values of each type's page in the CloudFormation reference. */
export const passiveTypes: Readonly<Record<string, PassiveType>> = {
  'AWS::CDK::Metadata': plain(),
  'AWS::CloudFormation::WaitConditionHandle': plain(),
  'AWS::CloudWatch::Alarm': nameAndArn('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::CloudWatch::CompositeAlarm': nameAndArn('AlarmName', 'cloudwatch', 'alarm:'),
  'AWS::CloudWatch::Dashboard': plain('DashboardName'),
  'AWS::Connect::ApprovedOrigin': plain('Origin'),
  'AWS::Connect::InstanceStorageConfig': (request) => {
    const id = physicalUuid(request);
    const { InstanceArn: instance, ResourceType: type } = request.properties;
    return { physicalId: `${instance}|${id}|${type}`, attributes: { AssociationId: id } };
  },
  'AWS::Connect::SecurityProfile': inConnectInstance('security-profile', 'SecurityProfileArn'),
  'AWS::IAM::ServiceLinkedRole': plain('AWSServiceName'),
  'AWS::KMS::Alias': plain('AliasName'),
  'AWS::KMS::Key': key,
  'AWS::Logs::LogGroup': logGroup,
  'AWS::Logs::LogStream': plain('LogStreamName'),
  'AWS::Logs::MetricFilter': plain('FilterName'),
  'AWS::Logs::QueryDefinition': plain(),
  'AWS::Logs::ResourcePolicy': plain('PolicyName'),
  'AWS::S3::Bucket': bucket,
  'AWS::S3::BucketPolicy': plain('Bucket'),
  'AWS::SecretsManager::ResourcePolicy': plain(),
  'AWS::SNS::Subscription': plain(),
  'AWS::SNS::Topic': topic,
  'AWS::SNS::TopicPolicy': plain(),
  'AWS::SQS::Queue': queue,
  'AWS::SQS::QueuePolicy': plain(),
  'AWS::SSM::Parameter': ssmParameter,
};
