/** Lends the engine's contacts to the Connect API. */
import { contactAttributes, describeContact } from '../../engine/contact/describe.ts';
import type { Effect, EngineEvent } from '../../engine/contact/events.ts';
import { EngineRefusal } from '../../engine/contact/refusals.ts';
import type { World } from '../../engine/contact/world.ts';
import type { Contacts, DescribedContact } from './api/contacts-port.ts';
import { TaskTokens } from './task-tokens.ts';

/** Before the engine runs nobody has called. */
export const noContacts: Contacts = {
  describe: () => undefined,
  setAttributes: (contactId) => `there is no contact '${contactId}' yet`,
  stop: (contactId) => `there is no contact '${contactId}' yet`,
  startTask: () => ({ refusal: 'the contact centre is not running yet; tasks can be started when it is' }),
};

const OTHER_TASK = 'the ClientToken belongs to another task; a new task needs a new token';

/** One contact of a chain, by its own id; those that another has followed are over, and nobody had them. */
const describe = (world: World, contactId: string): DescribedContact | undefined => {
  const chain = describeContact(world, contactId);
  const segment = chain?.segments.find((one) => one.contactId === contactId);
  if (chain === undefined || segment === undefined) return undefined;
  const { from, to, agent, connectedAtMs, holds, task, relatedContactId } = chain;
  const isLast = segment.contactId === chain.segmentId;
  const endedAtMs = isLast ? chain.endedAtMs : segment.endedAtMs;
  const reason = isLast ? chain.reason : 'CONTACT_FLOW_DISCONNECT';
  const { queueId, queuedAtMs, previousContactId } = segment;
  return {
    contactId,
    initialContactId: chain.outward?.initialContactId ?? chain.contactId,
    ...(previousContactId === undefined ? {} : { previousContactId }),
    channel: chain.channel,
    initiationMethod: segment.initiation,
    attributes: contactAttributes(world, contactId) ?? {},
    startedAtMs: segment.startedAtMs,
    ...(to === undefined ? {} : { systemNumber: to }),
    ...(from === undefined ? {} : { customerNumber: from }),
    ...(endedAtMs === undefined ? {} : { endedAtMs }),
    ...(reason === undefined || endedAtMs === undefined ? {} : { disconnectReason: reason }),
    ...(queueId === undefined || queuedAtMs === undefined
      ? {}
      : { queue: { queueId, enqueuedAtMs: queuedAtMs } }),
    ...(agent === undefined || !isLast
      ? {}
      : {
          agent: {
            userId: agent.userId,
            ...(connectedAtMs === undefined ? {} : { connectedAtMs }),
            ...(holds === undefined ? {} : { heldMs: holds.totalMs }),
          },
        }),
    ...(relatedContactId === undefined ? {} : { relatedContactId }),
    ...(task === undefined ? {} : { name: task.name }),
    ...(task?.description === undefined ? {} : { description: task.description }),
  };
};

/** @param send gives an event to the engine; what it refuses becomes the answer */
export const contactsOf = (world: World, send: (event: EngineEvent) => readonly Effect[]): Contacts => {
  const tokens = new TaskTokens();
  const attempt = (event: EngineEvent): readonly Effect[] | string => {
    try {
      return send(event);
    } catch (error) {
      if (error instanceof EngineRefusal) return error.message;
      throw error;
    }
  };
  const refusalOf = (event: EngineEvent): string | undefined => {
    const answer = attempt(event);
    return typeof answer === 'string' ? answer : undefined;
  };
  return {
    describe: (contactId) => describe(world, contactId),
    setAttributes: (contactId, attributes) => refusalOf({ kind: 'set-attributes', contactId, attributes }),
    stop: (contactId) => refusalOf({ kind: 'stop-contact', contactId }),
    startTask(task, token) {
      const before = token === undefined ? undefined : tokens.find(token, task, world.nowMs);
      if (before === 'other') return { refusal: OTHER_TASK };
      if (before !== undefined) return { contactId: before };
      const answer = attempt({ kind: 'start-task', ...task });
      if (typeof answer === 'string') return { refusal: answer };
      const started = answer.find(({ kind }) => kind === 'task-started');
      if (started?.kind !== 'task-started') throw new Error('the engine started no task and gave no reason');
      const { contactId } = started;
      if (token !== undefined) tokens.keep(token, task, contactId, world.nowMs);
      return { contactId };
    },
  };
};
