/** What every function gets for its contract, whoever invokes it: rights on its tables, and its environment. */
import { Names, Reference, Stack, Tokenization } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import type * as z from 'zod/mini';
import type { TableUse } from '../../lambdas/runtime/contract.ts';
import type { ConnectAction } from '../../lambdas/runtime/scheduled-contract.ts';
import { tableVariable } from '../../lambdas/tables/definition.ts';
import { ConfigurationError } from '../config-error.ts';
import type { Tables } from './tables.ts';

/** The part of a contract that says what the function needs. */
export interface FunctionNeeds {
  readonly name: string;
  readonly uses: readonly TableUse[];
  readonly environment: Readonly<Record<string, z.ZodMiniType>>;
}

/** Exactly the actions of the contract, on exactly its tables and indexes. */
export function tableStatements({ uses }: FunctionNeeds, tables: Tables): PolicyStatement[] {
  return uses.map(({ table, index, actions }) => {
    const { tableArn } = tables.named(table);
    return new PolicyStatement({
      actions: [...actions],
      resources: [index === undefined ? tableArn : `${tableArn}/index/${index}`],
    });
  });
}

/** The ARNs on which each thing is asked of Connect. */
export type ConnectResources = Readonly<Record<ConnectAction, readonly string[]>>;

/** What the contract asks of Connect, on what the stack says; what a deployment does not have is asked of nothing. */
export function connectStatements(
  { connectActions = [] }: { readonly connectActions?: readonly ConnectAction[] },
  connectResources: ConnectResources,
): PolicyStatement[] {
  return connectActions.flatMap((action) => {
    const resources = [...connectResources[action]];
    return resources.length === 0 ? [] : [new PolicyStatement({ actions: [action], resources })];
  });
}

/**
 * The names of the tables, and the values that the contract asks for as JSON.
 * @throws ConfigurationError where the stack gives a value that the contract does not accept
 */
export function environmentOf(
  needs: FunctionNeeds,
  tables: Tables,
  values: Readonly<Record<string, unknown>>,
): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const { table } of needs.uses) environment[tableVariable(table)] = tables.named(table).tableName;
  for (const [variable, schema] of Object.entries(needs.environment)) {
    if (!schema.safeParse(values[variable]).success) {
      throw new ConfigurationError(
        `function "${needs.name}" asks for the environment variable ${variable}, which the stack gives as ${JSON.stringify(values[variable]) ?? 'nothing'}; make lib/callwright-stack.ts give what the contract accepts.`,
      );
    }
    environment[variable] = JSON.stringify(values[variable]);
  }
  return environment;
}

/**
 * As cdk-nag names an ARN in its findings: the logical id of the resource and its attribute, or the parameter in which a
 * stack inside another is given it.
 */
export function nameOf(scope: Construct, arn: string): string {
  const reference = Tokenization.reverseString(arn).firstToken;
  if (!Reference.isReference(reference)) return arn;
  const { target, displayName } = reference;
  if (Stack.of(target) !== Stack.of(scope)) {
    return `referenceto${Names.nodeUniqueId(target.node)}${displayName}`;
  }
  const resolved: unknown = Stack.of(scope).resolve(arn);
  const attribute: unknown =
    typeof resolved === 'object' && resolved !== null && Reflect.get(resolved, 'Fn::GetAtt');
  return Array.isArray(attribute) ? attribute.join('.') : arn;
}
