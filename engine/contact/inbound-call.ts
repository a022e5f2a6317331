/** How a call begins. */
import { startForCustomer } from './call.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { attributesOf, setAttributes } from './contact-state.ts';
import { newContact } from './new-contact.ts';
import type { World } from './world.ts';

export interface Dialled {
  readonly to: string;
  readonly from?: string;
  readonly playback: 'estimated' | 'reported';
  readonly attributes?: Readonly<Record<string, string>>;
}

/** A caller is connected, and the number's flow starts. */
export function startCall(world: World, dialled: Dialled, flow: CompiledFlow): void {
  const { from, to, playback, attributes } = dialled;
  const contact = newContact(world, 'VOICE', 'INBOUND', playback, from, to);
  const contactId = contact.id;
  world.effects.push(
    from === undefined
      ? { kind: 'contact-started', contactId, to }
      : { kind: 'contact-started', contactId, from, to },
  );
  if (attributes !== undefined) setAttributes(world, contact, attributesOf(attributes));
  startForCustomer(world, contact, flow);
}
