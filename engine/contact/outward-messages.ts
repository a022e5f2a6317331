/** What is said to the engine about calls that the centre makes, and what it says about them. */

/** `machine-…`: an answering machine, with or without its beep; `unclear`: nobody can tell which. */
export type AnsweredBy = 'person' | 'machine-beep' | 'machine-no-beep' | 'unclear';

export type CallOutcome = 'answers' | 'busy' | 'no-answer' | 'refused';

/** What becomes of a call to a customer; who hangs up later says so with `caller-hangs-up`. */
export interface CustomerCalled {
  readonly kind: 'customer-called';
  readonly contactId: string;
  readonly outcome: CallOutcome;
  /** A person where absent. */
  readonly by?: AnsweredBy;
  /** Whether the line that answers reports the end of each prompt; it does not where absent. */
  readonly playback?: 'estimated' | 'reported';
}

export type OutwardEffect =
  /** Somebody will be called back: now waiting, or in the flow that was set for it. */
  | {
      readonly kind: 'callback-created';
      readonly contactId: string;
      /** The call in which it was promised, as effects name it. */
      readonly fromContactId: string;
      readonly previousSegmentId: string;
      readonly number: string;
      readonly delayMs: number;
    }
  /** A customer's telephone rings, for so long. */
  | {
      readonly kind: 'customer-dialled';
      readonly contactId: string;
      readonly number: string;
      readonly callerNumber?: string;
      readonly withinMs: number;
    }
  | { readonly kind: 'customer-answered'; readonly contactId: string; readonly by: AnsweredBy };
