/** Decides what a role may do, in the words in which AWS refuses. */
import type { Decision } from '../../endpoint/service.ts';
import { type ConditionContext, conditionsHold } from './conditions.ts';
import type { Statement } from './policy-document.ts';
import { matchesWildcard } from './wildcard.ts';

export interface AccessQuestion {
  /** ARN of who asks. */
  readonly principal: string;
  /** E.g. `dynamodb:GetItem`. */
  readonly action: string;
  readonly resource: string;
  readonly context?: ConditionContext;
}

/**
 * Evaluates identity policies: an explicit deny beats every allow, and what no statement allows is denied
 * (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html; wording as in
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html).
 */
export function decideAccess(statements: readonly Statement[], question: AccessQuestion): Decision {
  const { principal, action, resource, context = {} } = question;
  const about = statements.filter((statement) => applies(statement, action, resource, context));
  const refusal = `User: ${principal} is not authorized to perform: ${action} on resource: ${resource}`;
  if (about.some(({ effect }) => effect === 'Deny')) {
    return { allowed: false, message: `${refusal} with an explicit deny in an identity-based policy` };
  }
  if (about.some(({ effect }) => effect === 'Allow')) return { allowed: true };
  return {
    allowed: false,
    message: `${refusal} because no identity-based policy allows the ${action} action`,
  };
}

function applies(statement: Statement, action: string, resource: string, context: ConditionContext): boolean {
  // Actions are compared without regard to case, resources with.
  const asked = action.toLowerCase();
  const actionNamed = statement.actions.some((pattern) => matchesWildcard(pattern.toLowerCase(), asked));
  const resourceNamed = statement.resources.some((pattern) => matchesWildcard(pattern, resource));
  return (
    actionNamed !== statement.actionsExcluded &&
    resourceNamed !== statement.resourcesExcluded &&
    conditionsHold(statement.conditions, context)
  );
}
