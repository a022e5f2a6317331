/** Where callers wait for a person: general questions, orders, and what cannot wait, which has hours of its own. */
import { CfnQueue } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';

export interface QueuesProps {
  readonly instanceArn: string;
  readonly hoursArn: string;
  readonly escalationHoursArn: string;
  readonly queues: Configuration['queues'];
}

export class Queues extends Construct {
  readonly supportArn: string;
  readonly ordersArn: string;
  readonly escalationsArn: string;

  constructor(scope: Construct, id: string, props: QueuesProps) {
    super(scope, id);
    const { hoursArn, escalationHoursArn } = props;
    const queue = (name: keyof QueuesProps['queues'], description: string, hours: string): string =>
      new CfnQueue(this, name, {
        instanceArn: props.instanceArn,
        hoursOfOperationArn: hours,
        name,
        description,
        maxContacts: props.queues[name].capacity,
      }).attrQueueArn;
    this.supportArn = queue('support', 'General questions', hoursArn);
    this.ordersArn = queue('orders', 'Questions about orders', hoursArn);
    this.escalationsArn = queue('escalations', 'Cases that cannot wait, and their tasks', escalationHoursArn);
  }
}
