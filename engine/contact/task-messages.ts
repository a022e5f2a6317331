/** What is said to the engine about tasks that go on, and what it says about them. */

export type TaskMessage =
  /** PauseContact and ResumeContact of the API; the flow runs instead of the one that was set. */
  | { readonly kind: 'pause-task'; readonly contactId: string; readonly flowId?: string }
  | { readonly kind: 'resume-task'; readonly contactId: string; readonly flowId?: string }
  /** UpdateContactSchedule of the API; ms since 1970. */
  | { readonly kind: 'reschedule-task'; readonly contactId: string; readonly atMs: number };

export type TaskEffect =
  | { readonly kind: 'task-paused'; readonly contactId: string }
  | { readonly kind: 'task-resumed'; readonly contactId: string }
  | { readonly kind: 'task-rescheduled'; readonly contactId: string; readonly startsAtMs: number };
