/** What is said to the engine about tasks, and what it says about them. */
import type { TaskReference } from '../blocks/step.ts';

/** StartTaskContact of the API. `relatedContactId`: whose attributes the task begins with. */
export interface StartTask {
  readonly kind: 'start-task';
  readonly flowId: string;
  readonly name: string;
  readonly description?: string;
  readonly references?: Readonly<Record<string, TaskReference>>;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly relatedContactId?: string;
  /** When its flow begins, ms since 1970, up to six days ahead. */
  readonly startsAtMs?: number;
}

/** TransferContact of the API: to a queue or to an agent, or to wherever the flow leads. */
export interface TransferTask {
  readonly kind: 'transfer-task';
  readonly contactId: string;
  readonly flowId: string;
  readonly queueId?: string;
  readonly userId?: string;
}

export type TaskMessage =
  /** PauseContact and ResumeContact of the API; the flow runs instead of the one that was set. */
  | { readonly kind: 'pause-task'; readonly contactId: string; readonly flowId?: string }
  | { readonly kind: 'resume-task'; readonly contactId: string; readonly flowId?: string }
  /** UpdateContactSchedule of the API; ms since 1970. */
  | { readonly kind: 'reschedule-task'; readonly contactId: string; readonly atMs: number };

export type TaskEffect =
  /** A task has begun, by the API or by a block of the related contact. */
  | {
      readonly kind: 'task-started';
      readonly contactId: string;
      readonly name: string;
      readonly relatedContactId?: string;
      /** Of one whose flow begins later. */
      readonly startsAtMs?: number;
    }
  | { readonly kind: 'task-paused'; readonly contactId: string }
  | { readonly kind: 'task-resumed'; readonly contactId: string }
  | { readonly kind: 'task-rescheduled'; readonly contactId: string; readonly startsAtMs: number };
