/** Where contacts of a day are, by the effects and by the engine. */
import type { DisconnectReason } from '../contact/events.ts';
import type { Phase } from '../contact/life.ts';

/** Where a contact is that has not ended. */
export type Place = 'flow' | 'queue' | 'agent' | 'callback' | 'put-off';

/** With somebody outside, by the flow or by an agent. */
const OUTSIDE: readonly Phase[] = ['dialling', 'outbound-whisper', 'third-party'];

/** The engine's own word for where a contact is, by where the effects say that it is. */
export const PHASES: Readonly<Record<Place, ReadonlySet<Phase>>> = {
  flow: new Set<Phase>(['flow', 'disconnect-flow', ...OUTSIDE]),
  queue: new Set<Phase>(['queued']),
  callback: new Set<Phase>(['scheduled', 'queued', 'flow']),
  // Tasks that begin later, or are paused in their queue or at their agent.
  'put-off': new Set<Phase>(['scheduled', 'paused', 'flow']),
  // Whoever is called back is with an agent while the telephone rings.
  // Back in the queue when the agent is gone during the whisper, until it rings again.
  agent: new Set<Phase>([
    'calling',
    'queued',
    'agent-whisper',
    'customer-whisper',
    'connected',
    'disconnect-flow',
    ...OUTSIDE,
  ]),
};

export interface Account {
  readonly in: number;
  readonly inFlow: number;
  readonly queued: number;
  readonly withAgent: number;
  readonly callback: number;
  /** Tasks that begin later or are paused. */
  readonly putOff: number;
  readonly ended: readonly (readonly [reason: DisconnectReason, count: number])[];
}
