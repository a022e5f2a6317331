/** Lends the engine's contacts to the Connect API. */
import { contactAttributes, describeContact } from '../../engine/contact/describe.ts';
import type { EngineEvent } from '../../engine/contact/events.ts';
import { EngineRefusal } from '../../engine/contact/refusals.ts';
import type { World } from '../../engine/contact/world.ts';
import type { Contacts, DescribedContact } from './api/contacts-port.ts';

/** Before the engine runs nobody has called. */
export const noContacts: Contacts = {
  describe: () => undefined,
  setAttributes: (contactId) => `there is no contact '${contactId}' yet`,
  stop: (contactId) => `there is no contact '${contactId}' yet`,
};

const describe = (world: World, contactId: string): DescribedContact | undefined => {
  const contact = describeContact(world, contactId);
  if (contact === undefined) return undefined;
  const { from, to, queue, queuedAtMs, agent, connectedAtMs, endedAtMs, reason } = contact;
  return {
    contactId,
    initialContactId: contactId,
    channel: 'VOICE',
    initiationMethod: 'INBOUND',
    attributes: contactAttributes(world, contactId) ?? {},
    startedAtMs: contact.startedAtMs,
    systemNumber: to,
    ...(from === undefined ? {} : { customerNumber: from }),
    ...(endedAtMs === undefined ? {} : { endedAtMs }),
    ...(reason === undefined ? {} : { disconnectReason: reason }),
    ...(queue === undefined || queuedAtMs === undefined
      ? {}
      : { queue: { queueId: queue.id, enqueuedAtMs: queuedAtMs } }),
    ...(agent === undefined
      ? {}
      : { agent: { userId: agent.userId, ...(connectedAtMs === undefined ? {} : { connectedAtMs }) } }),
  };
};

/** @param send gives an event to the engine; what it refuses becomes the answer */
export const contactsOf = (world: World, send: (event: EngineEvent) => unknown): Contacts => {
  const refusalOf = (event: EngineEvent): string | undefined => {
    try {
      send(event);
      return undefined;
    } catch (error) {
      if (error instanceof EngineRefusal) return error.message;
      throw error;
    }
  };
  return {
    describe: (contactId) => describe(world, contactId),
    setAttributes: (contactId, attributes) => refusalOf({ kind: 'set-attributes', contactId, attributes }),
    stop: (contactId) => refusalOf({ kind: 'stop-contact', contactId }),
  };
};
