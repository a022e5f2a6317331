/** Where callers wait for a person: general questions and orders. */
import { CfnQueue } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';

export interface QueuesProps {
  readonly instanceArn: string;
  readonly hoursArn: string;
  readonly queues: Configuration['queues'];
}

export class Queues extends Construct {
  readonly supportArn: string;
  readonly ordersArn: string;

  constructor(scope: Construct, id: string, props: QueuesProps) {
    super(scope, id);
    const queue = (name: string, description: string, maxContacts: number): string =>
      new CfnQueue(this, name, {
        instanceArn: props.instanceArn,
        hoursOfOperationArn: props.hoursArn,
        name,
        description,
        maxContacts,
      }).attrQueueArn;
    this.supportArn = queue('support', 'General questions', props.queues.support.capacity);
    this.ordersArn = queue('orders', 'Questions about orders', props.queues.orders.capacity);
  }
}
