/** Supervisors who listen in on a conversation, join it, and step out of it again (adminguide/monitor-conversations). */
import { MONITORS_MAX } from '../limits.ts';
import { agentNamed, mustBeSignedIn } from './commanded.ts';
import { complete } from './completing.ts';
import type { DisconnectReason } from './events.ts';
import type { Agent, Contact, Monitoring } from './model.ts';
import type { MonitorEvent } from './monitor-messages.ts';
import { newContact } from './new-contact.ts';
import { updateFreedom } from './offering.ts';
import { InvalidState, LimitExceeded, NotFound } from './refusals.ts';
import { agentChanged, isBusyWork } from './works.ts';
import type { World } from './world.ts';

/** @throws InvalidState for what cannot be done now, NotFound for a contact that there is not. */
export function monitorEvent(world: World, event: MonitorEvent): void {
  const supervisor = agentNamed(world, event.userId);
  mustBeSignedIn(supervisor);
  const contact = world.contacts.get(event.contactId);
  if (contact === undefined) throw new NotFound(`there is no contact '${event.contactId}'`);
  if (event.kind === 'supervisor-monitors') {
    begin(world, supervisor, contact, event.mayBarge ?? true);
    return;
  }
  const { monitoring } = supervisor;
  if (monitoring === undefined || (monitoring.contact !== contact && monitoring.own !== contact))
    throw new InvalidState(`${supervisor.user.username} does not monitor contact '${event.contactId}'`);
  switch (event.kind) {
    case 'supervisor-barges':
      if (!monitoring.mayBarge)
        throw new InvalidState(`${supervisor.user.username} may listen to contact '${event.contactId}' only`);
      if (monitoring.contact.monitors.some(({ monitoring: other }) => other?.isBarged === true))
        throw new InvalidState(`a supervisor has joined contact '${event.contactId}' already`);
      setBarged(world, supervisor, monitoring, true);
      return;
    case 'supervisor-listens':
      if (!monitoring.isBarged)
        throw new InvalidState(`${supervisor.user.username} has not joined contact '${event.contactId}'`);
      setBarged(world, supervisor, monitoring, false);
      return;
    case 'supervisor-leaves':
      leave(world, supervisor, monitoring, 'AGENT_DISCONNECT');
      return;
  }
}

/** The supervisor has a contact of their own from then on (adminguide/ctr-data-model, InitiationMethod MONITOR). */
function begin(world: World, supervisor: Agent, contact: Contact, mayBarge: boolean): void {
  const { username } = supervisor.user;
  if (contact.channel !== 'VOICE' || contact.phase !== 'connected' || contact.monitorOf !== undefined)
    throw new InvalidState(`contact '${contact.id}' is no call in conversation; there is nothing to monitor`);
  if (supervisor.monitoring !== undefined)
    throw new InvalidState(`${username} monitors another contact already`);
  if (supervisor.works.some(isBusyWork)) throw new InvalidState(`${username} has a contact; finish it first`);
  if (contact.monitors.length >= MONITORS_MAX)
    throw new LimitExceeded(`contact '${contact.id}' is monitored by ${MONITORS_MAX} supervisors already`);
  const own = newContact(world, 'VOICE', 'MONITOR', 'estimated', contact.from, undefined);
  own.monitorOf = contact;
  own.agent = supervisor;
  own.phase = 'connected';
  own.connectedAtMs = world.nowMs;
  contact.monitors = [...contact.monitors, supervisor];
  const { user } = supervisor;
  world.effects.push({
    kind: 'monitor-started',
    contactId: own.id,
    ofContactId: contact.id,
    ofSegmentId: contact.segmentId,
    userId: user.id,
  });
  setBarged(world, supervisor, { contact, own, mayBarge, isBarged: false }, false);
  updateFreedom(world, supervisor);
}

function setBarged(world: World, supervisor: Agent, monitoring: Monitoring, isBarged: boolean): void {
  monitoring.isBarged = isBarged;
  supervisor.monitoring = monitoring;
  world.effects.push({
    kind: 'monitored',
    contactId: monitoring.contact.id,
    userId: supervisor.user.id,
    mode: isBarged ? 'BARGE' : 'SILENT_MONITOR',
  });
  agentChanged(world, supervisor);
}

function leave(
  world: World,
  supervisor: Agent,
  { contact, own }: Monitoring,
  reason: DisconnectReason,
): void {
  supervisor.monitoring = undefined;
  contact.monitors = contact.monitors.filter((one) => one !== supervisor);
  world.effects.push({ kind: 'monitor-left', contactId: contact.id, userId: supervisor.user.id });
  own.agent = undefined;
  own.phase = 'ended';
  own.endedAtMs = world.nowMs;
  own.reason = reason;
  world.effects.push({ kind: 'contact-ended', contactId: own.id, reason });
  complete(world, own);
  world.contacts.oneHasEnded();
  agentChanged(world, supervisor);
  updateFreedom(world, supervisor);
}

/** The supervisor is gone, or may not be any more. */
export function stopMonitoring(world: World, supervisor: Agent): void {
  const { monitoring } = supervisor;
  if (monitoring !== undefined) leave(world, supervisor, monitoring, 'AGENT_DISCONNECT');
}

/** The conversation is over, or goes on without the agent. */
export function endMonitoring(world: World, contact: Contact): void {
  for (const supervisor of contact.monitors)
    if (supervisor.monitoring !== undefined) leave(world, supervisor, supervisor.monitoring, 'OTHER');
}
