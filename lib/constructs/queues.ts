/** Where callers wait for a person: general questions, orders, what cannot wait, and the departments behind them. */
import { CfnQueue } from 'aws-cdk-lib/aws-connect';
import { Construct } from 'constructs';
import type { Configuration } from '../config.ts';

/** The departments that work behind the teams on the telephone, with what they are for. */
export const departmentQueues = {
  shipping: 'Deliveries and returns',
  technical: 'Products that do not work',
  quality: 'Complaints about products',
  billing: 'Invoices and payments',
} as const;
type DepartmentQueue = keyof typeof departmentQueues;

/** Those in which callers wait. */
export const TEAM_QUEUES = ['support', 'orders', 'escalations'] as const;
export const QUEUE_NAMES: readonly string[] = [...TEAM_QUEUES, ...Object.keys(departmentQueues)];

export interface QueuesProps {
  readonly instanceArn: string;
  readonly hoursArn: string;
  readonly escalationHoursArn: string;
  readonly queues: Configuration['queues'];
  /** Who calls back shows the number that is called. */
  readonly caller: { readonly name: string; readonly numberArn: string };
}

export class Queues extends Construct {
  readonly supportArn: string;
  readonly ordersArn: string;
  readonly escalationsArn: string;
  readonly departmentArns: Readonly<Record<DepartmentQueue, string>>;

  constructor(scope: Construct, id: string, props: QueuesProps) {
    super(scope, id);
    const { hoursArn, escalationHoursArn, caller } = props;
    const queue = (
      name: (typeof TEAM_QUEUES)[number] | DepartmentQueue,
      description: string,
      hours: string,
      { capacity }: { readonly capacity: number },
    ): string =>
      new CfnQueue(this, name, {
        instanceArn: props.instanceArn,
        hoursOfOperationArn: hours,
        name,
        description,
        maxContacts: capacity,
        outboundCallerConfig: {
          outboundCallerIdName: caller.name,
          outboundCallerIdNumberArn: caller.numberArn,
        },
      }).attrQueueArn;
    const { support, orders, escalations, departments } = props.queues;
    this.supportArn = queue('support', 'General questions', hoursArn, support);
    this.ordersArn = queue('orders', 'Questions about orders', hoursArn, orders);
    this.escalationsArn = queue(
      'escalations',
      'Cases that cannot wait, and their tasks',
      escalationHoursArn,
      escalations,
    );
    const department = (name: DepartmentQueue) => queue(name, departmentQueues[name], hoursArn, departments);
    this.departmentArns = {
      shipping: department('shipping'),
      technical: department('technical'),
      quality: department('quality'),
      billing: department('billing'),
    };
  }
}
