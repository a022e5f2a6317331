/** What is said to the engine about supervisors who listen to calls, and what it says about them. */

export type MonitorEvent =
  /** A supervisor listens to a conversation unheard (API_MonitorContact), joins it, steps out of it, or leaves it. */
  | {
      readonly kind: 'supervisor-monitors';
      readonly userId: string;
      readonly contactId: string;
      /** False: may listen only. */
      readonly mayBarge?: boolean;
    }
  | { readonly kind: 'supervisor-barges'; readonly userId: string; readonly contactId: string }
  | { readonly kind: 'supervisor-listens'; readonly userId: string; readonly contactId: string }
  | { readonly kind: 'supervisor-leaves'; readonly userId: string; readonly contactId: string };

export type MonitorEffect =
  /** A supervisor's contact of its own has begun, for as long as the supervisor listens to the other. */
  | {
      readonly kind: 'monitor-started';
      readonly contactId: string;
      readonly ofContactId: string;
      readonly ofSegmentId: string;
      readonly userId: string;
    }
  | {
      readonly kind: 'monitored';
      readonly contactId: string;
      readonly userId: string;
      readonly mode: 'SILENT_MONITOR' | 'BARGE';
    }
  | { readonly kind: 'monitor-left'; readonly contactId: string; readonly userId: string };
