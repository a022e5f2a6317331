/** What runs at the events of a contact's life; a contact of its own, as a transfer is, needs it set anew. */
import { setHook } from '../engine/authoring/contact.ts';
import { type AttributeValues, attributes } from './attributes.ts';
import { flows } from './resources.ts';

/** What callers hear is of one language: of this flow's, or for a transfer of the language of the call. */
const OF_THIS_LANGUAGE = {
  queue: flows.customerQueue,
  whisper: flows.customerWhisper,
  hold: flows.customerHold,
  goodbye: flows.disconnect,
} as const;
export const OF_THE_CALL = {
  queue: attributes.flowCustomerQueue,
  whisper: attributes.flowCustomerWhisper,
  hold: attributes.flowCustomerHold,
  goodbye: attributes.flowDisconnect,
} as const;

/** What a call keeps of its language, so that a transfer finds it. */
export const hooksToKeep: AttributeValues = {
  flowCustomerQueue: flows.customerQueue,
  flowCustomerWhisper: flows.customerWhisper,
  flowCustomerHold: flows.customerHold,
  flowDisconnect: flows.disconnect,
  flowTeamAway: flows.teamAway,
};

/**
 * To be spread into a flow's steps; `queue-hook` is where they begin. A hook that cannot be set leads on, and
 * Connect's own default takes its place.
 */
export const hooks = <const Next extends string>(
  next: Next,
  heard: typeof OF_THIS_LANGUAGE | typeof OF_THE_CALL = OF_THIS_LANGUAGE,
) =>
  ({
    'queue-hook': setHook({
      hook: 'CustomerQueue',
      flow: heard.queue,
      next: 'whisper-hook',
      onError: 'whisper-hook',
    }),
    'whisper-hook': setHook({
      hook: 'AgentWhisper',
      flow: flows.agentWhisper,
      next: 'caller-whisper-hook',
      onError: 'caller-whisper-hook',
    }),
    'caller-whisper-hook': setHook({
      hook: 'CustomerWhisper',
      flow: heard.whisper,
      next: 'hold-hook',
      onError: 'hold-hook',
    }),
    'hold-hook': setHook({
      hook: 'CustomerHold',
      flow: heard.hold,
      next: 'agent-hold-hook',
      onError: 'agent-hold-hook',
    }),
    'agent-hold-hook': setHook({
      hook: 'AgentHold',
      flow: flows.agentHold,
      next: 'goodbye-hook',
      onError: 'goodbye-hook',
    }),
    'goodbye-hook': setHook({
      hook: 'CustomerRemaining',
      flow: heard.goodbye,
      next,
      onError: next,
    }),
  }) as const;
