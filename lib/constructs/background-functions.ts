/** The functions that work in the background: others start them by an event, and Lambda runs them again where they fail. */
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { CfnEventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import type { BackgroundContract } from '../../lambdas/runtime/background-contract.ts';
import { BundledFunction, type FunctionSurroundings } from './bundled-function.ts';
import {
  type ConnectResources,
  connectStatements,
  environmentOf,
  tableStatements,
} from './function-needs.ts';
import type { Tables } from './tables.ts';

export interface BackgroundFunctionsProps {
  readonly contracts: readonly BackgroundContract[];
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
  /** What environment variables besides the tables' names hold, before it is written as JSON. */
  readonly environment: Readonly<Record<string, unknown>>;
  /** The secret that a contract may ask for; absent where there is none. */
  readonly secretArn?: string;
  readonly connectResources: ConnectResources;
}

/** The right to read the secret of payments, for exactly who asks for it. */
export function secretStatements(
  { readsSecret }: { readonly readsSecret?: true },
  secretArn: string | undefined,
): PolicyStatement[] {
  if (readsSecret !== true || secretArn === undefined) return [];
  return [new PolicyStatement({ actions: ['secretsmanager:GetSecretValue'], resources: [secretArn] })];
}

export class BackgroundFunctions extends Construct {
  /** By the name of the function. */
  readonly arns: ReadonlyMap<string, string>;

  constructor(scope: Construct, id: string, props: BackgroundFunctionsProps) {
    super(scope, id);
    this.arns = new Map(props.contracts.map((contract) => [contract.name, this.add(contract, props)]));
  }

  private add(contract: BackgroundContract, props: BackgroundFunctionsProps): string {
    const { name } = contract;
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
    // Without a destination for what failed: the event of a payment holds a card, and is to be kept nowhere.
    new CfnEventInvokeConfig(this, `${name}-events`, {
      functionName: resource.functionName,
      qualifier: '$LATEST',
      maximumRetryAttempts: contract.retriesMax,
      maximumEventAgeInSeconds: contract.eventAgeMaxSeconds,
    });
    return resource.functionArn;
  }
}
