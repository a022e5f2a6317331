/** Supervisors who listen in on a conversation, join it, and step out of it again (adminguide/monitor-conversations). */
import { MONITORS_MAX } from '../limits.ts';
import { agentNamed, mustBeSignedIn } from './commanded.ts';
import type { EngineEvent } from './events.ts';
import type { Agent, Contact } from './model.ts';
import { updateFreedom } from './offering.ts';
import { InvalidState, NotFound } from './refusals.ts';
import { agentChanged, isBusyWork } from './works.ts';
import type { World } from './world.ts';

type MonitorEvent = Extract<
  EngineEvent,
  { kind: 'supervisor-monitors' | 'supervisor-barges' | 'supervisor-listens' | 'supervisor-leaves' }
>;

/** @throws InvalidState for what cannot be done now, NotFound for a contact that there is not. */
export function monitorEvent(world: World, event: MonitorEvent): void {
  const supervisor = agentNamed(world, event.userId);
  mustBeSignedIn(supervisor);
  const contact = world.contacts.get(event.contactId);
  if (contact === undefined) throw new NotFound(`there is no contact '${event.contactId}'`);
  if (event.kind === 'supervisor-monitors') {
    begin(world, supervisor, contact);
    return;
  }
  const { monitoring } = supervisor;
  if (monitoring?.contact !== contact)
    throw new InvalidState(`${supervisor.user.username} does not monitor contact '${event.contactId}'`);
  switch (event.kind) {
    case 'supervisor-barges':
      if (contact.monitors.some(({ monitoring: other }) => other?.isBarged === true))
        throw new InvalidState(`a supervisor has joined contact '${event.contactId}' already`);
      setBarged(world, supervisor, contact, true);
      return;
    case 'supervisor-listens':
      if (!monitoring.isBarged)
        throw new InvalidState(`${supervisor.user.username} has not joined contact '${event.contactId}'`);
      setBarged(world, supervisor, contact, false);
      return;
    case 'supervisor-leaves':
      leave(world, supervisor, contact);
      return;
  }
}

function begin(world: World, supervisor: Agent, contact: Contact): void {
  const { username } = supervisor.user;
  if (contact.channel !== 'VOICE' || contact.phase !== 'connected')
    throw new InvalidState(`contact '${contact.id}' is no call in conversation; there is nothing to monitor`);
  if (supervisor.monitoring !== undefined)
    throw new InvalidState(`${username} monitors another contact already`);
  if (supervisor.works.some(isBusyWork)) throw new InvalidState(`${username} has a contact; finish it first`);
  if (contact.monitors.length >= MONITORS_MAX)
    throw new InvalidState(`contact '${contact.id}' is monitored by ${MONITORS_MAX} supervisors already`);
  contact.monitors = [...contact.monitors, supervisor];
  setBarged(world, supervisor, contact, false);
  updateFreedom(world, supervisor);
}

function setBarged(world: World, supervisor: Agent, contact: Contact, isBarged: boolean): void {
  supervisor.monitoring = { contact, isBarged };
  world.effects.push({
    kind: 'monitored',
    contactId: contact.id,
    userId: supervisor.user.id,
    mode: isBarged ? 'BARGE' : 'SILENT_MONITOR',
  });
  agentChanged(world, supervisor);
}

function leave(world: World, supervisor: Agent, contact: Contact): void {
  supervisor.monitoring = undefined;
  contact.monitors = contact.monitors.filter((one) => one !== supervisor);
  world.effects.push({ kind: 'monitor-left', contactId: contact.id, userId: supervisor.user.id });
  agentChanged(world, supervisor);
  updateFreedom(world, supervisor);
}

/** The supervisor is gone, or may not be any more. */
export function stopMonitoring(world: World, supervisor: Agent): void {
  if (supervisor.monitoring !== undefined) leave(world, supervisor, supervisor.monitoring.contact);
}

/** The conversation is over, or goes on without the agent. */
export function endMonitoring(world: World, contact: Contact): void {
  for (const supervisor of contact.monitors) leave(world, supervisor, contact);
}
