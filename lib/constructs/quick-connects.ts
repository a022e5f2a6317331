/** What agents can transfer a call to: each of the teams, by the flow that takes calls there. */
import { CfnQueue, CfnQuickConnect } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import { departmentQueues, type Queues } from './queues.ts';

export interface QuickConnectsProps {
  readonly instanceArn: string;
  readonly queues: Queues;
  readonly hoursArn: string;
  /** ARN of a flow of type QUEUE_TRANSFER. */
  readonly flowArn: string;
}

/**
 * Agents see the quick connects of the queues in their routing profile. They are not put on the teams' own queues,
 * which they name: neither could be created before the other. A queue that nobody is ever put into has them instead.
 */
export class QuickConnects extends Construct {
  /** The queue that brings them to the agents of a routing profile. */
  readonly queueArn: string;

  constructor(scope: Construct, id: string, props: QuickConnectsProps) {
    super(scope, id);
    const { instanceArn, flowArn, hoursArn } = props;
    const { supportArn, ordersArn, escalationsArn, departmentArns } = props.queues;
    const to = (name: string, description: string, queueArn: string): string =>
      new CfnQuickConnect(this, name, {
        instanceArn,
        name,
        description,
        quickConnectConfig: { quickConnectType: 'QUEUE', queueConfig: { contactFlowArn: flowArn, queueArn } },
      }).attrQuickConnectArn;
    this.queueArn = new CfnQueue(this, 'Queue', {
      instanceArn,
      hoursOfOperationArn: hoursArn,
      name: 'quick-connects',
      description: 'Holds no callers: agents who serve it see its quick connects',
      maxContacts: 1,
      quickConnectArns: [
        to('support', 'General questions', supportArn),
        to('orders', 'Questions about orders', ordersArn),
        to('escalations', 'Cases that cannot wait', escalationsArn),
        to('shipping', departmentQueues.shipping, departmentArns.shipping),
        to('technical', departmentQueues.technical, departmentArns.technical),
        to('quality', departmentQueues.quality, departmentArns.quality),
        to('billing', departmentQueues.billing, departmentArns.billing),
      ],
    }).attrQueueArn;
  }
}
