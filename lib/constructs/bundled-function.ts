/** A function from its bundle: its own role with nothing but what it is given, its own log group. */

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, type RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ConfigurationError } from '../config-error.ts';

/** What all functions of one stack share. */
export interface FunctionSurroundings {
  /** E.g. `callwright-dev`; the function's own name follows. */
  readonly namePrefix: string;
  readonly bundlesFolder: string;
  readonly key: IKey;
  readonly logRetentionDays: RetentionDays;
  readonly logRemovalPolicy: RemovalPolicy;
}

export interface BundledFunctionProps {
  readonly surroundings: FunctionSurroundings;
  /** Folder of the function and of its bundle. */
  readonly name: string;
  readonly description: string;
  readonly memoryMb: number;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly statements: readonly PolicyStatement[];
  readonly reservedConcurrency?: number;
}

/** Known before the function exists, so that the key can name exactly these log groups. */
export function functionLogGroupName(namePrefix: string, name: string): string {
  return `/aws/lambda/${namePrefix}-${name}`;
}

export class BundledFunction extends Construct {
  readonly resource: LambdaFunction;

  constructor(scope: Construct, id: string, props: BundledFunctionProps) {
    super(scope, id);
    const { surroundings, name } = props;
    const bundle = join(surroundings.bundlesFolder, name);
    if (!existsSync(join(bundle, 'index.mjs'))) {
      throw new ConfigurationError(
        `function "${name}" has no bundle at ${bundle}; run "npm run synth", which makes the bundles first.`,
      );
    }
    const logGroup = new LogGroup(this, 'Logs', {
      logGroupName: functionLogGroupName(surroundings.namePrefix, name),
      retention: surroundings.logRetentionDays,
      encryptionKey: surroundings.key,
      removalPolicy: surroundings.logRemovalPolicy,
    });
    // Policies inside the role exist before the function does, and are there until after its last invocation.
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      description: `Callwright: role of the function ${name}`,
      inlinePolicies: {
        own: new PolicyDocument({
          statements: [
            new PolicyStatement({
              sid: 'WriteOwnLog',
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logGroup.logGroupArn],
            }),
            ...props.statements,
          ],
        }),
      },
    });
    this.resource = new LambdaFunction(this, 'Resource', {
      functionName: `${surroundings.namePrefix}-${name}`,
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: Code.fromAsset(bundle),
      handler: 'index.handler',
      memorySize: props.memoryMb,
      timeout: Duration.seconds(props.timeoutSeconds),
      environment: { ...props.environment },
      role,
      logGroup,
      ...(props.reservedConcurrency === undefined
        ? {}
        : { reservedConcurrentExecutions: props.reservedConcurrency }),
    });
  }
}
