/** A schedule of the template: when, which function, in which role, and how often it is tried. */
import * as z from 'zod';
import { physicalName } from '../assembly/physical-name.ts';
import type { ResourceRequest } from '../assembly/provisioner.ts';
import { type Expression, parseExpression } from './expression.ts';
import { ScheduleError } from './schedule-error.ts';

const whole = z.coerce.number().int();
const moment = z.iso.datetime({ offset: true });

const scheduleProperties = z.strictObject({
  Name: z.string().optional(),
  GroupName: z.string().optional(),
  Description: z.string().optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().optional(),
  StartDate: moment.optional(),
  EndDate: moment.optional(),
  State: z.enum(['ENABLED', 'DISABLED']).optional(),
  FlexibleTimeWindow: z.strictObject({
    Mode: z.enum(['OFF', 'FLEXIBLE']),
    MaximumWindowInMinutes: whole.min(1).max(1440).optional(),
  }),
  KmsKeyArn: z.string().optional(),
  Target: z.strictObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().optional(),
    DeadLetterConfig: z.unknown().optional(),
    RetryPolicy: z
      .strictObject({
        MaximumRetryAttempts: whole.min(0).max(185).optional(),
        MaximumEventAgeInSeconds: whole.min(60).max(86_400).optional(),
      })
      .optional(),
  }),
});

/** Where the service tries for a day when nothing else is said (API reference, RetryPolicy). */
const RETRIES_MAX = 185;
const TRIED_FOR_SECONDS = 86_400;

export interface Schedule {
  readonly name: string;
  readonly arn: string;
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly text: string;
  readonly timeZone: string;
  readonly targetArn: string;
  readonly roleArn: string;
  readonly input: string | undefined;
  readonly retriesMax: number;
  readonly triedForMs: number;
  /** The first moment after `afterMs` at which it runs; nothing where it is over or switched off. */
  readonly next: Expression['next'];
}

/**
 * Reads a schedule. A flexible time window is taken at its beginning.
 * @param nowMs when the schedule comes to be: a rate without a start date runs for the first time then
 * @throws ScheduleError where the service would refuse it, or the local cloud does not know a property
 */
export function defineSchedule(request: ResourceRequest, nowMs: number): Schedule {
  const parsed = scheduleProperties.safeParse(request.properties);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new ScheduleError(
      `${issue?.path.join('.') || 'Properties'}: ${issue?.message} (wrong, or not simulated locally)`,
    );
  }
  const { Target: target, StartDate, EndDate, ...properties } = parsed.data;
  if (!/^arn:[a-z-]+:lambda:/.test(target.Arn)) {
    throw new ScheduleError(`the target ${target.Arn} is no function; the local scheduler invokes functions`);
  }
  const { partition, region, accountId } = request.stack;
  const name = properties.Name ?? physicalName(request);
  const timeZone = properties.ScheduleExpressionTimezone ?? 'UTC';
  const text = properties.ScheduleExpression;
  const startMs = StartDate === undefined ? undefined : Date.parse(StartDate);
  const expression = parseExpression(text, timeZone, startMs ?? nowMs);
  const endMs = EndDate === undefined ? Number.POSITIVE_INFINITY : Date.parse(EndDate);
  const { MaximumRetryAttempts: retries, MaximumEventAgeInSeconds: age } = target.RetryPolicy ?? {};
  return {
    name,
    arn: `arn:${partition}:scheduler:${region}:${accountId}:schedule/${properties.GroupName ?? 'default'}/${name}`,
    accountId,
    region,
    partition,
    text,
    timeZone,
    targetArn: target.Arn,
    roleArn: target.RoleArn,
    input: target.Input,
    retriesMax: retries ?? RETRIES_MAX,
    triedForMs: (age ?? TRIED_FOR_SECONDS) * 1000,
    next(afterMs) {
      if (properties.State === 'DISABLED') return undefined;
      const nextMs = expression.next(Math.max(afterMs, (startMs ?? Number.NEGATIVE_INFINITY) - 1));
      return nextMs !== undefined && nextMs <= endMs ? nextMs : undefined;
    },
  };
}
