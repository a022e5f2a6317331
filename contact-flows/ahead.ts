/** How far ahead of others a caller waits: by the open case that they come about, and by their tier. */
import { action } from '../engine/authoring/any-action.ts';
import { decide } from '../engine/authoring/deciding.ts';
import { attributes } from './attributes.ts';

/**
 * So many seconds a call counts as having waited before it came: about one and two and a half calls of an agent. No
 * priority, which is absolute: whoever came so much earlier is served before all of these, and nobody waits for ever.
 */
const AHEAD_SECONDS = { urgent: 300, ahead: 120 } as const;

const countsAsWaiting = <const Next extends string>(seconds: number, next: Next) =>
  action('UpdateContactRoutingBehavior', {
    parameters: { QueueTimeAdjustmentSeconds: String(seconds) },
    next,
  });

/** To be spread into a flow's steps before the queue is joined; they begin at `about`. The most that holds is what counts. */
export const aheadOfOthers = <const Next extends string>(next: Next) =>
  ({
    about: decide<'severity' | 'tier'>({
      value: attributes.reason,
      cases: { 'case-question': 'severity', 'escalation-fault': 'severity', returning: 'severity' },
      otherwise: 'tier',
    }),
    severity: decide<'ahead-urgent' | 'ahead' | 'tier'>({
      value: attributes.caseSeverity,
      cases: { urgent: 'ahead-urgent', high: 'ahead' },
      otherwise: 'tier',
    }),
    tier: decide<'ahead' | Next>({
      value: attributes.tier,
      cases: { priority: 'ahead' },
      otherwise: next,
    }),
    'ahead-urgent': countsAsWaiting(AHEAD_SECONDS.urgent, next),
    ahead: countsAsWaiting(AHEAD_SECONDS.ahead, next),
  }) as const;
