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

/** StartOutboundVoiceContact of the API. */
export interface StartCall {
  readonly kind: 'start-call';
  readonly to: string;
  readonly flowId: string;
  /** Shown to the customer where the queue has no number; one of the two must be there. */
  readonly from?: string;
  readonly queueId?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** Whose attributes the call begins with. */
  readonly relatedContactId?: string;
  readonly detectsMachines?: boolean;
  readonly ringSeconds?: number;
  readonly name?: string;
  readonly description?: string;
}

/** For the queue, or else the one for which the routing profile makes calls. */
export interface AgentDials {
  readonly kind: 'agent-dials';
  readonly userId: string;
  readonly to: string;
  readonly queueId?: string;
}

export type OutwardEvent = CustomerCalled | StartCall | AgentDials;

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
  /** The API or an agent calls somebody. */
  | {
      readonly kind: 'call-started';
      readonly contactId: string;
      readonly callerNumber?: string;
      readonly relatedContactId?: string;
      readonly userId?: string;
      /** It will be told who answers. */
      readonly detectsMachines?: true;
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
