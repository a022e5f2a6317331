/** Escalation: a case that cannot wait is raised by one level, once for each promise that a caller is given. */

import { aboutCase } from './case.ts';
import { DEFAULT_LANGUAGE, type Language } from './language.ts';
import type { Zone } from './local-time.ts';
import { type HoursNow, nextOpening, promisedTime } from './promised-time.ts';
import { spokenDigits, spokenMoment } from './spoken.ts';
import { caseWords } from './words/words-of.ts';

/** A case that is raised once more stays at the highest level; its callers are told, and its department gets a task. */
export const LEVEL_MAX = 3;

const LEVEL_WORDS = ['one', 'two', 'three'] as const;

/** Whether the department has its task: `due` until Connect has confirmed it. */
export const TASK_STATES = ['due', 'started', 'not-started'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** What we say to a caller whose case is raised. */
export interface EscalationPromise {
  /** By when the team takes the case up: its next opening, or within its usual time while it is open. */
  readonly promisedAtMs: number;
  /** Until then a caller who asks again asks for the same: the case is not raised a second time. */
  readonly holdsUntilMs: number;
}

/** The latest time that a case was raised. */
export interface Escalation extends EscalationPromise {
  readonly caseNumber: string;
  readonly reason: string;
  /** How often the case has been raised, this time included. */
  readonly count: number;
  /** The call in which it was raised. */
  readonly contactId: string;
  readonly raisedAtMs: number;
  readonly task: TaskState;
}

/** What a caller is promised who has a case raised at `nowMs`; `hours` are those of the escalation team. */
export function escalationPromise(hours: HoursNow, nowMs: number): EscalationPromise {
  const opensMs = nextOpening(hours, nowMs);
  const holdsUntilMs = promisedTime(hours, nowMs);
  return { promisedAtMs: opensMs > nowMs ? opensMs : holdsUntilMs, holdsUntilMs };
}

/** 1 to {@link LEVEL_MAX}. */
export function levelOf({ count }: Pick<Escalation, 'count'>): number {
  return Math.min(count, LEVEL_MAX);
}

/** The priority in the queue: 5 is everybody's, 1 goes first, and each level is one step. */
export function priorityOf(escalation: Pick<Escalation, 'count'>): number {
  return LEVEL_MAX + 1 - levelOf(escalation);
}

/** What flow and agent are told at `nowMs`: what the agent hears in English, level and time for the caller in `language`. The team's opening may have passed since it was promised. */
export function spokenEscalation(
  escalation: Escalation,
  nowMs: number,
  zone: Zone,
  language: Language = DEFAULT_LANGUAGE,
) {
  const { caseNumber, reason, promisedAtMs, holdsUntilMs } = escalation;
  return {
    caseNumber: spokenDigits(caseNumber),
    about: aboutCase(reason),
    level: LEVEL_WORDS[levelOf(escalation) - 1] ?? 'three',
    levelWords: caseWords(language).levels[levelOf(escalation) - 1] ?? '',
    priority: String(priorityOf(escalation)),
    promisedTime: spokenMoment(promisedAtMs > nowMs ? promisedAtMs : holdsUntilMs, nowMs, zone, language),
  } as const;
}

/** A task as its department reads it; the same however often it is started. It says nothing about a person. */
export interface DepartmentTask {
  readonly name: string;
  readonly description: string;
  readonly replyBy: string;
  /** One for each time that the case was raised: Connect starts one task for a token. */
  readonly token: string;
}

/** The task of the department for the latest time that the case was raised. */
export function departmentTask(escalation: Escalation, zone: Zone): DepartmentTask {
  const { caseNumber, reason, count, raisedAtMs, promisedAtMs } = escalation;
  const by = spokenMoment(promisedAtMs, raisedAtMs, zone);
  return {
    name: `Case ${caseNumber}, level ${levelOf(escalation)}`,
    description: `Raised by its caller. It is about ${aboutCase(reason)}, and was promised to be taken up by ${by}.`,
    replyBy: new Date(promisedAtMs).toISOString(),
    token: `escalation-${caseNumber}-${count}`,
  };
}
