/** The alarms, in a stack inside the centre's, and the topic that they tell: who wants to be woken subscribes to it. */
import { Aws, NestedStack } from 'aws-cdk-lib';
import { CfnAlarm } from 'aws-cdk-lib/aws-cloudwatch';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSubscription, Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { mirrorCases } from '../../lambdas/mirror-cases/contract.ts';
import type { EventContract } from '../../lambdas/runtime/event-contract.ts';
import type { TableDefinition } from '../../lambdas/tables/definition.ts';
import { type AlarmPlan, alarmsOf, type Surroundings, type Watched } from '../alarms.ts';
import type { Configuration } from '../config.ts';
import { QUEUE_NAMES, TEAM_QUEUES } from './queues.ts';
import type { Tables } from './tables.ts';

interface Named {
  readonly name: string;
}

export interface AlarmsProps {
  /** E.g. `callwright-dev`; begins the name of each alarm, and of each function. */
  readonly namePrefix: string;
  /** `email`: who is told, once they have confirmed it; `off` for nobody. */
  readonly alarms: Configuration['alarms'];
  readonly queues: Configuration['queues'];
  readonly instanceId: string;
  readonly apiId: string;
  /** Where readers tell of what they have given up. */
  readonly givenUp: Queue;
  readonly tables: Tables;
  readonly parts: {
    readonly contracts: readonly Named[];
    readonly background?: readonly Named[];
    readonly scheduled: readonly Named[];
    readonly events: readonly EventContract[];
    readonly tables: readonly TableDefinition[];
  };
  /** Whether cases are mirrored. */
  readonly isMirrored: boolean;
}

/** What there is to watch, by the names that CloudWatch knows. */
function surroundingsOf({ namePrefix, parts, isMirrored, ...props }: AlarmsProps): Surroundings {
  const { contracts, background = [], scheduled, events } = parts;
  const named = ({ name }: Named): string => `${namePrefix}-${name}`;
  const mirror = isMirrored ? [mirrorCases] : [];
  return {
    instanceId: props.instanceId,
    apiId: props.apiId,
    queues: QUEUE_NAMES,
    answerWithinSeconds: Object.fromEntries(
      TEAM_QUEUES.map((name) => [name, props.queues[name].answerWithinSeconds]),
    ),
    functions: {
      ofFlows: contracts.map(named),
      behind: [...background, ...scheduled, ...events, ...mirror].map(named),
      background: background.map(named),
    },
    readers: Object.fromEntries([
      ...events.flatMap((one) => [
        ...(one.contactRecords === undefined ? [] : [['contact-records', named(one)]]),
        ...(one.agentEvents === undefined ? [] : [['agent-events', named(one)]]),
        ...(one.caseChanges === undefined ? [] : [['cases-counted', named(one)]]),
      ]),
      ...mirror.map((one) => ['cases', named(one)]),
    ]),
    givenUpQueue: props.givenUp.queueName,
    tables: Object.fromEntries(
      parts.tables.map(({ name, indexes }) => [
        name,
        { name: props.tables.named(name).tableName, indexes: indexes.map((index) => index.name) },
      ]),
    ),
  };
}

const SUM = 'SUM(METRICS())';

export class Alarms extends Construct {
  /** Absent where there are no alarms. */
  readonly topicArn: string | undefined;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    const { namePrefix, alarms } = props;
    if (!alarms.on) return;
    const stack = new NestedStack(this, 'Stack', { description: 'Callwright: what wakes somebody up' });
    const topic = new Topic(stack, 'Topic', {
      topicName: `${namePrefix}-alarms`,
      displayName: 'Callwright',
      enforceSSL: true,
    });
    // The policy that refuses what is not encrypted on its way takes the place of the one that lets the account in.
    topic.addToResourcePolicy(
      new PolicyStatement({
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [topic.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } },
      }),
    );
    if (alarms.email !== 'off')
      new CfnSubscription(stack, 'Email', {
        topicArn: topic.topicArn,
        protocol: 'email',
        endpoint: alarms.email,
      });
    for (const plan of alarmsOf(surroundingsOf(props))) {
      new CfnAlarm(stack, plan.name, {
        alarmName: `${namePrefix}-${plan.name}`,
        alarmDescription: `${plan.says} What to do: docs/deploy.md, "What wakes somebody up".`,
        comparisonOperator: 'GreaterThanOrEqualToThreshold',
        threshold: plan.threshold,
        evaluationPeriods: plan.periods,
        // Where nothing is counted nothing has gone wrong.
        treatMissingData: 'notBreaching',
        alarmActions: [topic.topicArn],
        okActions: [topic.topicArn],
        ...metricsOf(plan),
      });
    }
    this.topicArn = topic.topicArn;
  }
}

const dimensionsOf = ({ dimensions }: Watched) =>
  Object.entries(dimensions).map(([name, value]) => ({ name, value }));

/** One metric by itself; of several the sum. */
function metricsOf({ watched, periodSeconds: period }: AlarmPlan) {
  const [only, ...others] = watched;
  if (only !== undefined && others.length === 0) {
    const { namespace, metric: metricName, statistic } = only;
    return { namespace, metricName, statistic, period, dimensions: dimensionsOf(only) };
  }
  return {
    metrics: [
      { id: 'all', expression: SUM, label: 'Together', returnData: true },
      ...watched.map((one, index) => ({
        id: `m${index + 1}`,
        returnData: false,
        metricStat: {
          metric: { namespace: one.namespace, metricName: one.metric, dimensions: dimensionsOf(one) },
          period,
          stat: one.statistic,
        },
      })),
    ],
  };
}
