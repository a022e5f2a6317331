/** The agent and the customer are brought together. */
import { agentJoins } from './chat-conversation.ts';
import { stopFlowRecording } from './flow-recording.ts';
import { takeCharge } from './legs.ts';
import type { Contact } from './model.ts';
import { agentChanged, setWork, workOn } from './works.ts';
import type { World } from './world.ts';

export function connect(world: World, contact: Contact): void {
  const { agent } = contact;
  const work = agent === undefined ? undefined : workOn(agent, contact);
  if (agent === undefined || work === undefined) throw new Error('a contact was connected without an agent');
  contact.phase = 'connected';
  contact.connectedAtMs = world.nowMs;
  stopFlowRecording(world, contact);
  setWork(world, work, 'connected');
  if (contact.parties !== undefined) takeCharge(contact);
  if (contact.chat !== undefined) agentJoins(world, contact, contact.chat);
  world.effects.push({ kind: 'connected', contactId: contact.id, userId: agent.user.id });
  agentChanged(world, agent);
}
