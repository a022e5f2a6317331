/** Reads policy documents and refuses at boot what the local cloud could not evaluate truthfully. */
import * as z from 'zod';
import { type PolicyCondition, parseOperator } from './conditions.ts';

/** One statement, ready to be evaluated. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  /** `NotAction`: the statement is about every action but these. */
  readonly actionsExcluded: boolean;
  readonly resources: readonly string[];
  readonly resourcesExcluded: boolean;
  readonly conditions: readonly PolicyCondition[];
}

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => [value].flat());

const conditionValues = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number(), z.boolean()]))])
  .transform((value) => [value].flat().map(String));

const statement = z.strictObject({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Condition: z.record(z.string(), z.record(z.string(), conditionValues)).optional(),
});

const document = z.strictObject({
  Version: z.enum(['2012-10-17', '2008-10-17']).optional(),
  Id: z.string().optional(),
  Statement: z.union([z.unknown().array(), z.record(z.string(), z.unknown())]),
});

/** A policy document that AWS would refuse, or that we cannot evaluate. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
}

/**
 * Reads an identity policy.
 * @param name what to call it in an error, e.g. `policy 'Default'`
 * @throws PolicyError naming the statement and what is wrong, e.g. an operator that is not simulated
 */
export function parseIdentityPolicy(value: unknown, name: string): readonly Statement[] {
  const parsed = document.safeParse(value);
  if (!parsed.success) throw malformed(name, parsed.error);
  return [parsed.data.Statement]
    .flat()
    .map((raw, index) => parseStatement(raw, `${name}, statement ${index + 1}`));
}

function parseStatement(raw: unknown, name: string): Statement {
  const parsed = statement.safeParse(raw);
  if (!parsed.success) throw malformed(name, parsed.error);
  const { Effect, Action, NotAction, Resource, NotResource, Condition = {} } = parsed.data;
  const actions = Action ?? NotAction;
  const resources = Resource ?? NotResource;
  if (actions === undefined || (Action !== undefined && NotAction !== undefined)) {
    throw new PolicyError(`${name} must have either Action or NotAction`);
  }
  if (resources === undefined || (Resource !== undefined && NotResource !== undefined)) {
    throw new PolicyError(`${name} must have either Resource or NotResource`);
  }
  for (const action of actions) {
    if (action !== '*' && !/^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(action)) {
      throw new PolicyError(`${name} names the action '${action}'; an action looks like dynamodb:GetItem`);
    }
  }
  for (const resource of resources) {
    if (resource.includes('${')) {
      throw new PolicyError(`${name} names the resource '${resource}'; policy variables are not simulated`);
    }
    if (resource !== '*' && !resource.startsWith('arn:')) {
      throw new PolicyError(`${name} names the resource '${resource}'; a resource is an ARN or *`);
    }
  }
  return {
    effect: Effect,
    actions,
    actionsExcluded: NotAction !== undefined,
    resources,
    resourcesExcluded: NotResource !== undefined,
    conditions: parseConditions(Condition, name),
  };
}

function parseConditions(
  condition: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
  name: string,
): PolicyCondition[] {
  return Object.entries(condition).flatMap(([operator, keys]) => {
    if (parseOperator(operator) === undefined) {
      throw new PolicyError(`${name} uses the condition operator '${operator}', which is not simulated`);
    }
    return Object.entries(keys).map(([key, values]) => {
      const variable = values.find((value) => value.includes('${'));
      if (variable !== undefined) {
        throw new PolicyError(`${name} compares with '${variable}'; policy variables are not simulated`);
      }
      return { operator, key, values };
    });
  });
}

function malformed(name: string, error: z.ZodError): PolicyError {
  const issue = error.issues[0];
  const where = issue?.path.join('.');
  return new PolicyError(`${name} is malformed${where ? ` at ${where}` : ''}: ${issue?.message}`);
}
