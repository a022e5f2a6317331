/** The local EventBridge Scheduler: invokes the functions of the template's schedules, in their schedules' roles. */
import { uuidFrom } from '../assembly/physical-name.ts';
import type { CreatedResource, Provisioner, ResourceRequest } from '../assembly/provisioner.ts';
import { judge, type Tries } from '../lambda/asynchronous-tries.ts';
import type { InvocationResult } from '../lambda/invocation.ts';
import type { FunctionsRuntime } from '../lambda/runtime.ts';
import type { Rewindable } from '../rewindable.ts';
import { defineSchedule, type Schedule } from './schedule.ts';
import { ScheduleError } from './schedule-error.ts';

const SERVICE = 'scheduler.amazonaws.com';

/** The service keeps a schedule's minute; what is later than that was missed and is not made up for. */
export const LATE_MS = 60_000;

export interface SchedulerOptions {
  readonly functions: FunctionsRuntime;
  readonly nowMs: () => number;
  /** Given for a virtual clock: functions then run at the scheduler's time. */
  readonly seed?: string;
}

/** One run of a schedule, until it worked or is given up. */
interface Run extends Tries {
  readonly schedule: Schedule;
  readonly scheduledMs: number;
  readonly dueMs: number;
}

export interface ScheduleDescription {
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly functionName: string;
  /** Milliseconds since 1970; absent where it does not run any more. */
  readonly nextAtMs?: number;
  /** Why its last run could not be made or failed. */
  readonly trouble?: string;
}

interface Entry {
  readonly schedule: Schedule;
  nextMs: number | undefined;
  trouble: string | undefined;
}

export class Scheduler implements Rewindable {
  readonly #options: SchedulerOptions;
  readonly #schedules = new Map<string, Entry>();
  readonly #listeners = new Set<(line: string) => void>();
  #again: Run[] = [];

  constructor(options: SchedulerOptions) {
    this.#options = options;
  }

  /** For `AWS::Scheduler::Schedule`. */
  provisioners(): readonly Provisioner[] {
    return [{ type: 'AWS::Scheduler::Schedule', create: (request) => this.#create(request) }];
  }

  describe(): ScheduleDescription[] {
    return [...this.#schedules.values()].map(({ schedule, nextMs, trouble }) => ({
      name: schedule.name,
      expression: schedule.text,
      timeZone: schedule.timeZone,
      functionName: schedule.targetArn.split(':')[6] ?? schedule.targetArn,
      ...(nextMs === undefined ? {} : { nextAtMs: nextMs }),
      ...(trouble === undefined ? {} : { trouble }),
    }));
  }

  /** Called with one line whenever a function could not be invoked or failed. Returns how to stop listening. */
  onTrouble(listener: (line: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** When something is due next. */
  nextDueAtMs(): number | undefined {
    const due = [...this.#schedules.values()].flatMap(({ nextMs }) => nextMs ?? []);
    const all = [...due, ...this.#again.map(({ dueMs }) => dueMs)];
    return all.length === 0 ? undefined : Math.min(...all);
  }

  /**
   * Begins what is due by now. Runs do not wait for one another, as in the service: one that takes longer than its
   * rate has company. What was due longer than a minute ago was missed while the machine was off or asleep.
   * @returns when all that it began is over
   */
  async runDue(): Promise<void> {
    const nowMs = this.#options.nowMs();
    const due = this.#again.filter(({ dueMs }) => dueMs <= nowMs);
    this.#again = this.#again.filter(({ dueMs }) => dueMs > nowMs);
    for (const entry of this.#schedules.values()) {
      const { schedule, nextMs } = entry;
      if (nextMs === undefined || nextMs > nowMs) continue;
      entry.nextMs = schedule.next(nowMs);
      if (nowMs - nextMs < LATE_MS)
        due.push({ schedule, scheduledMs: nextMs, dueMs: nextMs, tries: 0, failures: 0 });
    }
    await Promise.all(due.map((run) => this.#run(run, nowMs)));
  }

  async #run(run: Run, nowMs: number): Promise<void> {
    const { schedule, scheduledMs, failures } = run;
    const { functions, seed } = this.#options;
    const executionId = uuidFrom(`${schedule.arn}/${scheduledMs}`);
    const result = await functions.invokeInRole({
      functionArn: schedule.targetArn,
      roleArn: schedule.roleArn,
      payload: payloadOf(run, executionId),
      ...(seed === undefined
        ? {}
        : { deterministic: { nowMs, seed: [seed, executionId, run.tries, failures].join('/') } }),
    });
    this.#judge(run, result, nowMs);
  }

  #judge(run: Run, result: InvocationResult, nowMs: number): void {
    const { schedule, scheduledMs } = run;
    const entry = this.#schedules.get(schedule.arn);
    if (entry !== undefined) entry.trouble = undefined;
    const say = (what: string): void => {
      if (entry !== undefined) entry.trouble = what;
      for (const listener of this.#listeners) listener(`Schedule ${schedule.name}: ${what}`);
    };
    const verdict = judge(result, run, { ...schedule, sinceMs: scheduledMs }, nowMs);
    if (verdict === undefined) return;
    say(verdict.what);
    if (verdict.next !== undefined) this.#again.push({ ...run, ...verdict.next });
  }

  mark(): () => void {
    const schedules = [...this.#schedules].map(([arn, entry]) => [arn, { ...entry }] as const);
    const again = [...this.#again];
    return () => {
      this.#schedules.clear();
      for (const [arn, entry] of schedules) this.#schedules.set(arn, { ...entry });
      this.#again = [...again];
    };
  }

  #create(request: ResourceRequest): CreatedResource {
    const nowMs = this.#options.nowMs();
    const schedule = defineSchedule(request, nowMs);
    if (!this.#options.functions.roles.trusts(schedule.roleArn, SERVICE)) {
      throw new ScheduleError(
        `The execution role you provide must allow AWS EventBridge Scheduler to assume the role. (role ${schedule.roleArn})`,
      );
    }
    this.#schedules.set(schedule.arn, { schedule, nextMs: schedule.next(nowMs - 1), trouble: undefined });
    return { physicalId: schedule.name, attributes: { Arn: schedule.arn } };
  }
}

/**
 * What the function gets: the input of the schedule with the service's own values put in, or the service's event.
 * @see https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html
 */
function payloadOf({ schedule, scheduledMs, tries }: Run, executionId: string): string {
  const time = new Date(scheduledMs).toISOString().replace('.000Z', 'Z');
  const { input } = schedule;
  if (input === undefined) {
    return JSON.stringify({
      version: '0',
      id: executionId,
      'detail-type': 'Scheduled Event',
      source: 'aws.scheduler',
      account: schedule.accountId,
      time,
      region: schedule.region,
      resources: [schedule.arn],
      detail: '{}',
    });
  }
  return input
    .replaceAll('<aws.scheduler.schedule-arn>', schedule.arn)
    .replaceAll('<aws.scheduler.scheduled-time>', time)
    .replaceAll('<aws.scheduler.execution-id>', executionId)
    .replaceAll('<aws.scheduler.attempt-number>', String(tries + 1));
}
