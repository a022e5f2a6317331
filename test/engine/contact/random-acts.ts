/** Random acts of callers, agents, functions and the world outside. */
import fc from 'fast-check';
import { describeAgent, describeContact } from '../../../engine/contact/describe.ts';
import type { World } from '../../../engine/contact/engine.ts';
import type { EngineEvent } from '../../../engine/contact/events.ts';
import { NUMBER } from './centre.ts';

/** How many kinds of acts there are. */
const ACTS = 59;
const SAYINGS = ['where is my order', '1002', 'buy a ladder', 'navy', 'yes', 'no', 'hm'];
const OUTCOMES = ['busy', 'no-answer', 'refused', 'hangs-up'] as const;

export interface Asked {
  readonly contactId: string;
  readonly invocationId: string;
  /** Another service than a function was asked. */
  readonly ofService?: true;
}

export type Act = { readonly what: number; readonly who: number; readonly afterMs: number };
export const act: fc.Arbitrary<Act> = fc.record({
  what: fc.nat(ACTS - 1),
  who: fc.nat(3),
  afterMs: fc.oneof(
    { weight: 6, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.nat(3000) },
    { weight: 5, arbitrary: fc.nat(40_000) },
    // Long enough for who writes nothing.
    { weight: 2, arbitrary: fc.nat(300_000) },
  ),
});

/** Mostly what makes sense (agents act on the contact that they have), sometimes what does not. */
export function eventOf(
  world: World,
  { what, who, afterMs }: Act,
  contacts: readonly string[],
  invocations: readonly Asked[],
): EngineEvent {
  const either = who % 2 === 0 ? ['sam', 'robin'] : ['robin', 'sam'];
  const whoHas = (state: string) => either.find((one) => describeAgent(world, one)?.contact?.state === state);
  // Whoever has a call answers or transfers it, so that many are.
  const able = what >= 25 ? whoHas('connected') : what >= 11 && what <= 13 ? whoHas('ringing') : undefined;
  const userId = able ?? either[0] ?? 'sam';
  const anyContact = contacts[contacts.length - 1 - (who % Math.max(contacts.length, 1))] ?? 'nobody';
  const has = describeAgent(world, userId)?.contact?.contactId;
  const contactId = what >= 25 || (what >= 11 && what <= 20 && who < 3) ? (has ?? anyContact) : anyContact;
  // With so many kinds of acts hardly anybody would answer in time: whoever is rung does so every other time.
  const rung = whoHas('ringing');
  const ringing =
    rung === undefined
      ? undefined
      : describeAgent(world, rung)?.contacts?.find((one) => one.state === 'ringing');
  if (rung !== undefined && ringing !== undefined && (what + who) % 2 === 0)
    return { kind: 'agent-accepts', userId: rung, contactId: ringing.contactId };
  const key = '0123456789*#'[(what * 5 + who) % 12] ?? '0';
  const asked = invocations.at(-1 - (who % 2)) ?? { contactId, invocationId: 'none' };
  const answer = answerOf(asked, who);
  const status = { kind: 'agent-sets-status', userId, status: who < 3 ? 'Available' : 'Lunch' } as const;
  const to = { quickConnectId: `q${(who + afterMs) % 4}` };
  const leg = describeAgent(world, userId)?.contact?.parties?.transfer?.contactId ?? anyContact;
  const rings = contacts.findLast((id) => describeContact(world, id)?.phase === 'dialling') ?? leg;
  const idle = userId === 'sam' ? 'robin' : 'sam';
  const talkedOf = has ?? anyContact;
  const chats = contacts.filter((id) => isOpen(world, id, 'CHAT'));
  // Only who talks to somebody can be silent.
  const chat =
    chats.findLast((id) => describeContact(world, id)?.phase === 'connected') ?? chats.at(-1) ?? anyContact;
  const task = contacts.findLast((id) => isOpen(world, id, 'TASK')) ?? anyContact;
  const called = contacts.findLast((id) => describeContact(world, id)?.phase === 'calling') ?? anyContact;
  const events: readonly EngineEvent[] = [
    { kind: 'dial', to: NUMBER, from: '+12025550123', playback: who === 3 ? 'reported' : 'estimated' },
    { kind: 'dial', to: NUMBER, playback: 'estimated', flowId: 'straight' },
    { kind: 'key', contactId, key },
    who === 3
      ? { kind: 'says', contactId, text: SAYINGS[afterMs % SAYINGS.length] ?? 'yes' }
      : { kind: 'key', contactId, key },
    { kind: 'caller-hangs-up', contactId },
    answer,
    answer,
    { kind: 'agent-signs-in', userId },
    status,
    status,
    { kind: 'set-attributes', contactId, attributes: { note: key } },
    { kind: 'agent-accepts', userId, contactId },
    { kind: 'agent-accepts', userId, contactId },
    { kind: 'agent-accepts', userId, contactId },
    { kind: 'agent-rejects', userId, contactId },
    { kind: 'agent-hangs-up', userId, contactId },
    { kind: 'agent-clears', userId, contactId },
    { kind: 'agent-clears', userId, contactId },
    { kind: 'agent-holds', userId, contactId },
    { kind: 'agent-holds', userId, contactId },
    { kind: 'agent-resumes', userId, contactId },
    {
      kind: 'start-task',
      flowId: 'task',
      name: 'Look',
      ...(who < 2 ? {} : { relatedContactId: anyContact }),
    },
    who === 0 ? { kind: 'agent-vanishes', userId } : { kind: 'clock' },
    who === 0 ? { kind: 'agent-signs-out', userId } : { kind: 'clock' },
    who === 0 ? { kind: 'stop-contact', contactId } : { kind: 'clock' },
    { kind: 'agent-consults', userId, contactId, to },
    { kind: 'agent-consults', userId, contactId, to },
    { kind: 'agent-consults', userId, contactId, to: { number: '+12025550177' } },
    { kind: 'agent-transfers', userId, contactId, to },
    { kind: 'agent-swaps', userId, contactId },
    { kind: 'agent-conferences', userId, contactId },
    who === 0
      ? { kind: 'agent-drops', userId, contactId, partyId: leg }
      : { kind: 'agent-drops', userId, contactId },
    { kind: 'agent-holds', userId, contactId: leg },
    { kind: 'agent-resumes', userId, contactId: leg },
    { kind: 'supervisor-monitors', userId: idle, contactId: talkedOf },
    { kind: 'supervisor-barges', userId: idle, contactId: talkedOf },
    { kind: 'supervisor-listens', userId: idle, contactId: talkedOf },
    { kind: 'supervisor-leaves', userId: idle, contactId: talkedOf },
    { kind: 'third-party', contactId: rings, outcome: 'answers' },
    { kind: 'third-party', contactId: rings, outcome: 'answers' },
    { kind: 'agent-hangs-up', userId, contactId },
    { kind: 'third-party', contactId: rings, outcome: 'answers' },
    { kind: 'pause-task', contactId: task },
    { kind: 'resume-task', contactId: who === 0 ? anyContact : task },
    who < 2
      ? { kind: 'transfer-task', contactId: task, flowId: 'task', ...(who === 0 ? { userId } : {}) }
      : who === 2
        ? { kind: 'set-chat-timers', contactId: chat, timers: [{ role: 'AGENT', timer: 'IDLE', minutes: 2 }] }
        : { kind: 'resume-task', contactId: task },
    who === 3
      ? { kind: 'agent-transfers', userId, contactId: afterMs % 2 === 0 ? chat : task, to }
      : { kind: 'agent-accepts', userId: whoHas('ringing') ?? userId, contactId: chat },
    { kind: 'start-call', to: '+12025550155', from: NUMBER, flowId: 'task' },
    { kind: 'agent-dials', userId, to: '+12025550155', queueId: 'support' },
    { kind: 'customer-called', contactId: called, outcome: 'answers' },
    { kind: 'customer-called', contactId: called, outcome: 'answers', by: 'machine-beep' },
    { kind: 'customer-called', contactId: called, outcome: 'no-answer' },
    { kind: 'customer-called', contactId: called, outcome: who < 2 ? 'busy' : 'refused' },
    { kind: 'third-party', contactId: leg, outcome: OUTCOMES[(who + afterMs) % 4] ?? 'answers' },
    {
      kind: 'start-chat',
      flowId: who < 2 ? 'chat' : 'straight',
      customerName: 'Zoe',
      ...(who === 3 ? { connects: 'later' } : {}),
      ...(who === 1 ? { freesAgent: true } : {}),
    },
    { kind: 'customer-writes', contactId: chat, text: SAYINGS[afterMs % SAYINGS.length] ?? 'yes' },
    who === 1
      ? {
          kind: 'set-chat-timers',
          contactId: chat,
          timers: [{ role: 'CUSTOMER', timer: 'IDLE', minutes: 2 }],
        }
      : { kind: 'agent-writes', userId, contactId: chat, text: 'Hello' },
    { kind: 'set-chat-timers', contactId: chat, timers: [{ role: 'CUSTOMER', timer: 'IDLE', minutes: 2 }] },
    { kind: 'caller-hangs-up', contactId: chat },
    { kind: 'agent-accepts', userId, contactId: chat },
  ];
  return events[what] ?? { kind: 'clock' };
}

const isOpen = (world: World, contactId: string, wanted: 'CHAT' | 'TASK'): boolean => {
  const { channel, phase } = describeContact(world, contactId) ?? {};
  return channel === wanted && phase !== 'ended';
};

/** A function or service fails for one in four. */
function answerOf({ contactId, invocationId, ofService }: Asked, who: number): EngineEvent {
  if (ofService === true) {
    const answer =
      who === 0
        ? ({ kind: 'refused', problem: 'none-found', message: 'x' } as const)
        : ({ kind: 'answered', values: { ProfileId: 'p' } } as const);
    return { kind: 'service-answered', contactId, requestId: invocationId, answer };
  }
  const answer =
    who === 0
      ? ({ kind: 'failed', retryable: true, message: 'x' } as const)
      : ({ kind: 'returned', payload: '{}' } as const);
  return { kind: 'function-answered', contactId, invocationId, answer };
}
