/** What the engine and the services that blocks ask say to each other, and what callers say in words. */
import type { ServiceAnswer, ServiceName } from '../blocks/service.ts';
import type { Json } from '../language/flow.ts';

/** The caller says something, in words; a bot that listens takes them, and a recording of the flows keeps them. */
export interface SaysEvent {
  readonly kind: 'says';
  readonly contactId: string;
  readonly text: string;
}

/** `text` is `•` unless a bot takes it while flow logging is on. */
export interface HeardEffect {
  readonly kind: 'words-heard';
  readonly contactId: string;
  readonly text: string;
}

export type ServiceEvent =
  /** Another service has answered; an answer that nobody waits for any more is ignored. */
  {
    readonly kind: 'service-answered';
    readonly contactId: string;
    readonly requestId: string;
    readonly answer: ServiceAnswer;
  };

export type ServiceEffect =
  /** A block asks another service of the instance, e.g. for the customer's profile; it waits for `service-answered`. */
  {
    readonly kind: 'ask-service';
    readonly contactId: string;
    readonly requestId: string;
    readonly service: ServiceName;
    readonly operation: string;
    readonly input: Readonly<Record<string, Json>>;
    /** Mask the input in everything a person can read. */
    readonly masked: boolean;
  };
