/** What the engine and the services that blocks ask say to each other, and what callers say in words. */
import type { ServiceAnswer, ServiceName } from '../blocks/service.ts';
import type { Json } from '../language/flow.ts';

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
