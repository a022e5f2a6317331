/** Routing criteria as contact events show them, in lower camel case as the page's example of an expired step has it. */
import type { RoutingExpression } from '../../blocks/routing-expression.ts';
import { PROFICIENCY_LEVEL_MAX } from '../../limits.ts';
import type { World } from '../world.ts';
import { toMillisecond } from './timestamps.ts';

/** What has become of the steps so far. */
export interface RoutingNotes {
  /** Which of the contact's criteria. */
  readonly index: number;
  readonly activatedAtMs: number;
  /** When each step that is over expired. */
  readonly expiredAtMs: readonly number[];
}

export type StepStatus = 'EXPIRED' | 'ACTIVE' | 'JOINED' | 'INACTIVE';

export interface RoutingCriteriaShown {
  readonly steps: readonly {
    readonly expiry?: { readonly durationInSeconds: number; readonly expiryTimestamp?: string };
    readonly expression: ExpressionShown;
    readonly status: StepStatus;
  }[];
  readonly activationTimestamp: string;
  readonly index: number;
}

type ExpressionShown =
  | { readonly attributeCondition: object }
  | { readonly notAttributeCondition: object }
  | { readonly andExpression: readonly ExpressionShown[] }
  | { readonly orExpression: readonly ExpressionShown[] };

/** @param before undefined: there were none */
export const noteRoutingStep = (
  before: RoutingNotes | undefined,
  { index, criteria }: { readonly index: number; readonly criteria: number },
  atMs: number,
): RoutingNotes =>
  index === 0 || before === undefined
    ? { index: criteria, activatedAtMs: atMs, expiredAtMs: [] }
    : { ...before, expiredAtMs: [...before.expiredAtMs, atMs] };

/** @param isJoined an agent has been found by the present step */
export function routingCriteriaOf(
  { contacts }: World,
  chainId: string,
  notes: RoutingNotes,
  isJoined: boolean,
): RoutingCriteriaShown | undefined {
  const steps = contacts.get(chainId)?.criteria?.steps;
  if (steps === undefined) return undefined;
  const { activatedAtMs, expiredAtMs, index } = notes;
  return {
    steps: steps.map(({ expression, expiresAfterMs }, at) => {
      const endedAtMs = expiredAtMs[at];
      const status = endedAtMs !== undefined ? 'EXPIRED' : at > expiredAtMs.length ? 'INACTIVE' : 'ACTIVE';
      return {
        ...(expiresAfterMs === undefined
          ? {}
          : {
              expiry: {
                durationInSeconds: expiresAfterMs / 1000,
                ...(endedAtMs === undefined ? {} : { expiryTimestamp: toMillisecond(endedAtMs) }),
              },
            }),
        expression: shown(expression),
        status: isJoined && status === 'ACTIVE' ? 'JOINED' : status,
      };
    }),
    activationTimestamp: toMillisecond(activatedAtMs),
    index,
  };
}

function shown(expression: RoutingExpression): ExpressionShown {
  switch (expression.kind) {
    case 'and':
      return { andExpression: expression.of.map(shown) };
    case 'or':
      return { orExpression: expression.of.map(shown) };
    case 'agents':
      return condition(expression.isNot, {
        comparisonOperator: 'Match',
        matchCriteria: { agentsCriteria: { agentIds: expression.userIds } },
      });
    case 'proficiency': {
      const { name, value, min, max, isNot } = expression;
      const level =
        max === PROFICIENCY_LEVEL_MAX
          ? { proficiencyLevel: min, comparisonOperator: 'NumberGreaterOrEqualTo' }
          : { range: { minProficiencyLevel: min, maxProficiencyLevel: max }, comparisonOperator: 'Range' };
      return condition(isNot, { name, value, ...level });
    }
  }
}

const condition = (isNot: boolean, attributeCondition: object): ExpressionShown =>
  isNot ? { notAttributeCondition: attributeCondition } : { attributeCondition };
