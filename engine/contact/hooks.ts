/** Which flow runs at an event of a contact's life. */
import type { CompiledFlow } from './compiled-flow.ts';
import type { DefaultHook } from './default-flows.ts';
import { flowNamed } from './instance-view.ts';
import type { Contact } from './model.ts';
import { isUnanswered } from './outward.ts';
import type { World } from './world.ts';

/**
 * Undefined where nothing runs: the hook was switched off, or there is no flow of Connect's own. Those speak and play
 * music, so that they run on calls alone: a chat has no whisper but one that was set, and the loop of prompts that is
 * Connect's own queue flow is for voice (adminguide/set-whisper-flow, block-support-by-channel).
 */
export function hookFlow(
  world: World,
  contact: Contact,
  hook: DefaultHook | 'CustomerRemaining' | 'PauseContact' | 'ResumeContact',
): CompiledFlow | undefined {
  const set = contact.hooks.find(({ event }) => event === hook)?.flowId;
  if (set === null) return undefined;
  if (set !== undefined) return flowNamed(world, set);
  if (hook === 'CustomerRemaining' || hook === 'PauseContact' || hook === 'ResumeContact') return undefined;
  if (contact.channel !== 'VOICE') return undefined;
  return hook === 'CustomerQueue' && isUnanswered(contact.outward) ? undefined : world.defaults[hook];
}
