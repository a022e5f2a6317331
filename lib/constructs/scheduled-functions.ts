/** The functions that run by themselves: each with a schedule, and a role for it that may invoke just this function. */
import { ArnFormat, Aws, Stack } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import type { ScheduledContract } from '../../lambdas/runtime/scheduled-contract.ts';
import { secretStatements } from './background-functions.ts';
import { BundledFunction, type FunctionSurroundings } from './bundled-function.ts';
import {
  type ConnectResources,
  connectStatements,
  environmentOf,
  tableStatements,
} from './function-needs.ts';
import type { Tables } from './tables.ts';

export interface ScheduledFunctionsProps {
  readonly contracts: readonly ScheduledContract[];
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
  /** What environment variables besides the tables' names hold, before it is written as JSON. */
  readonly environment: Readonly<Record<string, unknown>>;
  /** The secret that a contract may ask for; absent where there is none. */
  readonly secretArn?: string;
  readonly connectResources: ConnectResources;
  /** The IANA time zone of the centre's own clocks. */
  readonly timeZone: string;
}

export class ScheduledFunctions extends Construct {
  constructor(scope: Construct, id: string, props: ScheduledFunctionsProps) {
    super(scope, id);
    for (const contract of props.contracts) this.add(contract, props);
  }

  private add(contract: ScheduledContract, props: ScheduledFunctionsProps): void {
    const { name, schedule } = contract;
    const { resource } = new BundledFunction(this, name, {
      surroundings: props.surroundings,
      name,
      description: contract.purpose,
      memoryMb: contract.memoryMb,
      timeoutSeconds: contract.functionTimeoutSeconds,
      environment: environmentOf(contract, props.tables, props.environment),
      statements: [
        ...tableStatements(contract, props.tables),
        ...secretStatements(contract, props.secretArn),
        ...connectStatements(contract, props.connectResources),
      ],
    });
    // The role of the schedule, not a permission of the function, is what lets EventBridge Scheduler in.
    const role = new Role(this, `${name}-schedule-role`, {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: {
          StringEquals: {
            'aws:SourceAccount': Aws.ACCOUNT_ID,
            'aws:SourceArn': this.defaultGroupArn(),
          },
        },
      }),
      description: `Callwright: invokes the function ${name} by its schedule`,
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [resource.functionArn] }),
          ],
        }),
      },
    });
    new CfnSchedule(this, `${name}-schedule`, {
      name: `${props.surroundings.namePrefix}-${name}`,
      description: contract.purpose,
      scheduleExpression: schedule.expression,
      ...(schedule.clocks === undefined ? {} : { scheduleExpressionTimezone: props.timeZone }),
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: resource.functionArn,
        roleArn: role.roleArn,
        retryPolicy: {
          maximumRetryAttempts: schedule.retriesMax,
          maximumEventAgeInSeconds: schedule.triedForSeconds,
        },
      },
    });
  }

  /**
   * A schedule takes its role in the name of its group.
   * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/cross-service-confused-deputy-prevention.html
   */
  private defaultGroupArn(): string {
    return Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule-group',
      resourceName: 'default',
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  }
}
