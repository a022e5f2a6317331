/** What works behind calls, in a stack inside the centre's: functions in the background, by schedule and for events, and the mirror of cases. */
import { NestedStack } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { BackgroundContract } from '../../lambdas/runtime/background-contract.ts';
import type { EventContract } from '../../lambdas/runtime/event-contract.ts';
import type { ScheduledContract } from '../../lambdas/runtime/scheduled-contract.ts';
import { BackgroundFunctions, type BackgroundFunctionsProps } from './background-functions.ts';
import { CaseMirror, type CaseMirrorProps } from './case-mirror.ts';
import { EventFunctions, type EventFunctionsProps } from './event-functions.ts';
import { ScheduledFunctions } from './scheduled-functions.ts';

type Unattended = Omit<BackgroundFunctionsProps, 'contracts'>;

export interface BackOfficeProps extends Unattended, Omit<EventFunctionsProps, 'contracts' | 'background'> {
  readonly contracts: {
    readonly background: readonly BackgroundContract[];
    readonly scheduled: readonly ScheduledContract[];
    readonly events: readonly EventContract[];
  };
  /** The IANA time zone of the centre's own clocks. */
  readonly timeZone: string;
  /** Where cases are mirrored; nothing is made where it is undefined. */
  readonly mirror: CaseMirrorProps['terms'];
}

/** It holds no data and nothing that is kept: tables, buckets, streams and secrets are the centre's own. */
export class BackOffice extends Construct {
  /** The ARNs of the functions that others start in the background, by name. */
  readonly background: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, { contracts, mirror, ...props }: BackOfficeProps) {
    super(scope, id);
    const stack = new NestedStack(this, 'Stack', { description: 'Callwright: what works behind calls' });
    const { arns } = new BackgroundFunctions(stack, 'Background', {
      ...props,
      contracts: contracts.background,
    });
    this.background = arns;
    new ScheduledFunctions(stack, 'Scheduled', { ...props, contracts: contracts.scheduled });
    new EventFunctions(stack, 'Events', { ...props, contracts: contracts.events, background: arns });
    const { tables, surroundings, records: contactRecords } = props;
    new CaseMirror(stack, 'CaseMirror', { terms: mirror, tables, surroundings, contactRecords });
  }
}
