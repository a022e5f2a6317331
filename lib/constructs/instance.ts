/** The Amazon Connect instance, and the log group that its flows write to. */
import { Aws, type RemovalPolicy } from 'aws-cdk-lib';
import { CfnInstance } from 'aws-cdk-lib/aws-connect';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

export interface InstanceProps {
  /** Unique in the whole of AWS; part of the softphone's address. */
  readonly alias: string;
  readonly key: IKey;
  readonly logRetentionDays: RetentionDays;
  readonly removalPolicy: RemovalPolicy;
}

/** Where Connect writes flow logs; it makes the group itself, without retention, unless the group is there first. */
export function flowLogGroupName(alias: string): string {
  return `/aws/connect/${alias}`;
}

/**
 * The alias of an instance is unique in AWS and at most 45 characters long (API_CreateInstance); the account keeps
 * two companies with an environment of the same name apart.
 */
export function derivedAlias(environment: string): string {
  return `callwright-${environment}-${Aws.ACCOUNT_ID}`;
}

export class Instance extends Construct {
  readonly arn: string;
  readonly id: string;
  readonly alias: string;

  constructor(scope: Construct, id: string, props: InstanceProps) {
    super(scope, id);
    const flowLogs = new LogGroup(this, 'FlowLogs', {
      logGroupName: flowLogGroupName(props.alias),
      retention: props.logRetentionDays,
      encryptionKey: props.key,
      removalPolicy: props.removalPolicy,
    });
    const instance = new CfnInstance(this, 'Resource', {
      instanceAlias: props.alias,
      identityManagementType: 'CONNECT_MANAGED',
      attributes: {
        inboundCalls: true,
        // Agents call back whom we owe a call; no flow calls a number that a caller has keyed.
        outboundCalls: true,
        contactflowLogs: true,
        autoResolveBestVoices: true,
        // An expert, a carrier and a supervisor in one call; a supervisor may join (adminguide/update-instance-settings).
        multiPartyConference: true,
        enhancedContactMonitoring: true,
      },
    });
    instance.applyRemovalPolicy(props.removalPolicy);
    instance.node.addDependency(flowLogs);
    this.arn = instance.attrArn;
    this.id = instance.attrId;
    this.alias = props.alias;
  }
}
