/** A caller who was here a short while ago: told of a key for the same matter, and put through to whoever knows it. */
import { result } from '../engine/authoring/calling.ts';
import { setAttributes, setQueue } from '../engine/authoring/contact.ts';
import { checkHours, checkStaff, decide } from '../engine/authoring/deciding.ts';
import { say } from '../engine/authoring/speaking.ts';
import { lookupCustomer } from '../lambdas/lookup-customer/contract.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import type { Words } from './prompts/words.ts';
import { because } from './reasons.ts';
import { hours, queues } from './resources.ts';

/** What the look-up knows of the last time: ids and a team, and nothing that a number alone should tell. */
export const lastTime: AttributeValues = {
  returning: result(lookupCustomer, 'found', 'returning'),
  returnTeam: result(lookupCustomer, 'found', 'returnTeam'),
  returnAgent: result(lookupCustomer, 'found', 'returnAgent'),
  returnCase: result(lookupCustomer, 'found', 'returnCase'),
  returnContact: result(lookupCustomer, 'found', 'returnContact'),
  returnSeverity: result(lookupCustomer, 'found', 'returnSeverity'),
};

/** The case of the last time is that of this call, too: it is linked to both. */
const sameAgain: AttributeValues = {
  caseNumber: attributes.returnCase,
  caseSeverity: attributes.returnSeverity,
  preferredAgent: attributes.returnAgent,
};

/** To be spread into a flow's steps before its way to the main menu; they begin at `returning`. */
export const tellingOfSame = <const Next extends string>(words: Words, next: Next) =>
  ({
    returning: decide<Next | 'say-returning'>({
      value: attributes.returning,
      cases: { yes: 'say-returning' },
      otherwise: next,
    }),
    'say-returning': say<Next>({ prompt: words.returning, next }),
  }) as const;

/** To be spread into the main menu; they begin at `same`. Whoever was not here lately has pressed a key that does nothing. */
export const sameMatter = {
  same: decide({ value: attributes.returning, cases: { yes: 'keep-same' }, otherwise: 'other-key' }),
  'keep-same': setAttributes({
    attributes: sameAgain,
    next: 'because-returning',
    onError: 'because-returning',
  }),
  'because-returning': because('returning', 'to-person'),
} as const;

const teamQueue = (queue: (typeof queues)[keyof typeof queues]) =>
  setQueue({ queue, next: 'same-agent', onError: 'queue-fault' });

/**
 * To be spread into a flow's steps; they begin at `team-of-last-time`. A department has its caller back while the agent
 * who spoke with them is signed in: the figures of its queue count those, too, who do nothing but tasks for it. Else the
 * caller hears once that another team helps, and waits for none of the agents of the first.
 */
export const teamOfLastTime = (words: Words) =>
  ({
    'team-of-last-time': decide({
      value: attributes.returnTeam,
      cases: {
        orders: 'orders',
        escalations: 'escalation-hours',
        shipping: 'colleague-on',
        technical: 'colleague-on',
        quality: 'colleague-on',
        billing: 'colleague-on',
      },
      otherwise: 'support',
    }),
    'escalation-hours': checkHours({
      hours: hours.escalations,
      open: 'escalations',
      closed: 'still-open',
      onError: 'still-open',
    }),
    escalations: teamQueue(queues.escalations),
    'colleague-on': checkStaff({
      agent: attributes.preferredAgent,
      somebody: 'which-department',
      nobody: 'still-open',
      onError: 'still-open',
    }),
    'which-department': decide({
      value: attributes.returnTeam,
      cases: { shipping: 'shipping', technical: 'technical', quality: 'quality' },
      otherwise: 'billing',
    }),
    shipping: teamQueue(queues.shipping),
    technical: teamQueue(queues.technical),
    quality: teamQueue(queues.quality),
    billing: teamQueue(queues.billing),
    // Out of hours the words for that are the only ones.
    'still-open': checkHours({
      hours: hours.opening,
      open: 'other-team',
      closed: 'support-instead',
      onError: 'support-instead',
    }),
    'other-team': say({ prompt: words.otherTeam, next: 'support-instead' }),
    'support-instead': setQueue({ queue: queues.support, next: 'speakers', onError: 'queue-fault' }),
  }) as const;
