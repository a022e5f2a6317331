/** The functions that flows call: everything about them follows from their contracts. */
import { Aws, Validations } from 'aws-cdk-lib';
import { CfnIntegrationAssociation } from 'aws-cdk-lib/aws-connect';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnPermission } from 'aws-cdk-lib/aws-lambda';
import { Construct, type IConstruct } from 'constructs';
import { BACKGROUND_VARIABLE, type Contract, TASK_FLOW_VARIABLE } from '../../lambdas/runtime/contract.ts';
import { ConfigurationError } from '../config-error.ts';
import { BundledFunction, type FunctionSurroundings } from './bundled-function.ts';
import { environmentOf, nameOf, tableStatements } from './function-needs.ts';
import type { Tables } from './tables.ts';

export interface ContactFunctionsProps {
  readonly instanceArn: string;
  readonly contracts: readonly Contract[];
  readonly tables: Tables;
  readonly surroundings: FunctionSurroundings;
  /** What environment variables besides the tables' names hold, before it is written as JSON. */
  readonly environment: Readonly<Record<string, unknown>>;
  readonly reservedConcurrency: Readonly<Record<string, number>>;
  /** The ARNs of functions that others start in the background, by name. */
  readonly background: ReadonlyMap<string, string>;
  /** The ARN of a flow by its name, known when the template is written: functions come before the flows. */
  readonly arnOfFlow: (name: string) => string;
}

/** A function as a flow sees it. */
export interface ContactFunction {
  readonly arn: string;
  /** What must exist before Connect can call the function: a flow that uses it depends on these. */
  readonly callable: readonly IConstruct[];
}

function statementsOf(contract: Contract, props: ContactFunctionsProps): PolicyStatement[] {
  const { asksInstance } = contract;
  const statements = [
    ...tableStatements(contract, props.tables),
    ...(asksInstance === undefined
      ? []
      : [new PolicyStatement({ actions: [asksInstance.action], resources: [props.instanceArn] })]),
  ];
  const started = backgroundOf(contract, props);
  if (started !== undefined)
    statements.push(new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [started] }));
  if (contract.startsTask === undefined) return statements;
  const startTasks = new PolicyStatement({
    actions: ['connect:StartTaskContact'],
    // A task is related to the call for which it is started, and that can be any (Service Authorization Reference).
    resources: [props.arnOfFlow(contract.startsTask.flow), `${props.instanceArn}/contact/*`],
  });
  return [...statements, startTasks];
}

/** @throws ConfigurationError where the stack does not have the function that it starts */
function backgroundOf(
  { name, startsInBackground }: Contract,
  { background }: ContactFunctionsProps,
): string | undefined {
  if (startsInBackground === undefined) return undefined;
  const arn = background.get(startsInBackground.function);
  if (arn === undefined)
    throw new ConfigurationError(
      `function "${name}" starts "${startsInBackground.function}", which the stack does not have; add it to lib/functions.ts.`,
    );
  return arn;
}

function variablesOf(contract: Contract, props: ContactFunctionsProps): Record<string, string> {
  const environment = environmentOf(contract, props.tables, props.environment);
  if (contract.startsTask !== undefined)
    environment[TASK_FLOW_VARIABLE] = props.arnOfFlow(contract.startsTask.flow);
  const started = backgroundOf(contract, props);
  if (started !== undefined) environment[BACKGROUND_VARIABLE] = started;
  return environment;
}

/** @throws ConfigurationError for a name in `callwright.reservedConcurrency` that no contract has */
export function refuseUnknownFunctions({
  contracts,
  reservedConcurrency,
}: Pick<ContactFunctionsProps, 'contracts' | 'reservedConcurrency'>): void {
  const names = contracts.map((contract) => contract.name);
  const unknown = Object.keys(reservedConcurrency).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new ConfigurationError(
    `cdk.json: callwright.reservedConcurrency has the unknown function "${unknown}"; the functions are ${names.join(', ')}.`,
  );
}

export class ContactFunctions extends Construct {
  readonly byName: ReadonlyMap<string, ContactFunction>;

  constructor(scope: Construct, id: string, props: ContactFunctionsProps) {
    super(scope, id);
    this.byName = new Map(props.contracts.map((contract) => [contract.name, this.add(contract, props)]));
  }

  private add(contract: Contract, props: ContactFunctionsProps): ContactFunction {
    const reserved = props.reservedConcurrency[contract.name];
    const { resource } = new BundledFunction(this, contract.name, {
      surroundings: props.surroundings,
      name: contract.name,
      description: contract.purpose,
      memoryMb: contract.memoryMb,
      timeoutSeconds: contract.functionTimeoutSeconds,
      environment: variablesOf(contract, props),
      statements: statementsOf(contract, props),
      ...(reserved === undefined ? {} : { reservedConcurrency: reserved }),
    });
    if (contract.startsTask !== undefined) {
      Validations.of(this).acknowledge({
        id: `AwsSolutions-IAM5[Resource::<${nameOf(this, props.instanceArn)}>/contact/*]`,
        reason:
          'A task is related to the call for which it is started. Calls have ids that nobody knows before, so the statement names the contacts of this one instance.',
      });
    }
    const permission = new CfnPermission(this, `${contract.name}-permission`, {
      action: 'lambda:InvokeFunction',
      functionName: resource.functionArn,
      principal: new ServicePrincipal('connect.amazonaws.com').service,
      sourceArn: props.instanceArn,
      sourceAccount: Aws.ACCOUNT_ID,
    });
    const association = new CfnIntegrationAssociation(this, `${contract.name}-association`, {
      instanceId: props.instanceArn,
      integrationType: 'LAMBDA_FUNCTION',
      integrationArn: resource.functionArn,
    });
    return { arn: resource.functionArn, callable: [permission, association] };
  }
}
