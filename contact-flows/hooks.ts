/** What runs at the events of a contact's life; a contact of its own, as a transfer is, needs it set anew. */
import { setHook } from '../engine/authoring/contact.ts';
import { flows } from './resources.ts';

/**
 * To be spread into a flow's steps; `queue-hook` is where they begin. A hook that cannot be set leads on, and
 * Connect's own default takes its place.
 */
export const hooks = <const Next extends string>(next: Next) =>
  ({
    'queue-hook': setHook({
      hook: 'CustomerQueue',
      flow: flows.customerQueue,
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
      flow: flows.customerWhisper,
      next: 'hold-hook',
      onError: 'hold-hook',
    }),
    'hold-hook': setHook({
      hook: 'CustomerHold',
      flow: flows.customerHold,
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
      flow: flows.disconnect,
      next,
      onError: next,
    }),
  }) as const;
