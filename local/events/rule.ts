/** A rule of the template: which events, and the functions that get them. */
import * as z from 'zod';
import { physicalName } from '../assembly/physical-name.ts';
import type { ResourceRequest } from '../assembly/provisioner.ts';
import { compilePattern, type Matches } from './pattern.ts';

/** A rule that EventBridge would not create, or that the local one does not know. */
export class RuleError extends Error {
  override readonly name = 'RuleError';
}

const whole = z.coerce.number().int();

const ruleProperties = z.strictObject({
  Name: z.string().optional(),
  Description: z.string().optional(),
  EventPattern: z.unknown(),
  State: z.enum(['ENABLED', 'DISABLED']).optional(),
  Tags: z.unknown().optional(),
  Targets: z
    .array(
      z.strictObject({
        Id: z.string(),
        Arn: z.string(),
        DeadLetterConfig: z.unknown().optional(),
        RetryPolicy: z
          .strictObject({
            MaximumRetryAttempts: whole.min(0).max(185).optional(),
            MaximumEventAgeInSeconds: whole.min(60).max(86_400).optional(),
          })
          .optional(),
      }),
    )
    .max(5)
    .optional(),
});

/** What EventBridge does when nothing else is said (API_RetryPolicy). */
const RETRIES_MAX = 185;
const TRIED_FOR_SECONDS = 86_400;

export interface RuleTarget {
  readonly functionArn: string;
  readonly retriesMax: number;
  readonly triedForMs: number;
}

export interface EventRule {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly enabled: boolean;
  readonly matches: Matches;
  readonly targets: readonly RuleTarget[];
}

/**
 * Reads a rule of the default bus.
 * @throws RuleError or PatternError where the service would refuse it, or the local cloud does not know a property
 */
export function defineRule(request: ResourceRequest): EventRule {
  const parsed = ruleProperties.safeParse(request.properties);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new RuleError(
      `${issue?.path.join('.') || 'Properties'}: ${issue?.message} (wrong, or not simulated locally)`,
    );
  }
  const { partition, region, accountId } = request.stack;
  const { EventPattern, State, Targets = [], Name: name = physicalName(request) } = parsed.data;
  return {
    name,
    arn: `arn:${partition}:events:${region}:${accountId}:rule/${name}`,
    accountId,
    enabled: State !== 'DISABLED',
    matches: compilePattern(EventPattern),
    targets: Targets.map(({ Arn: functionArn, RetryPolicy: retries }) => {
      if (!/^arn:[a-z-]+:lambda:/.test(functionArn)) {
        throw new RuleError(
          `the target ${functionArn} is no function; the local EventBridge invokes functions`,
        );
      }
      return {
        functionArn,
        retriesMax: retries?.MaximumRetryAttempts ?? RETRIES_MAX,
        triedForMs: (retries?.MaximumEventAgeInSeconds ?? TRIED_FOR_SECONDS) * 1000,
      };
    }),
  };
}
