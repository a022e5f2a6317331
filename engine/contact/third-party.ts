/** Calls to numbers outside: by an agent who transfers, or by a block. What becomes of them is said from outside. */
import { THIRD_PARTY_RING_MS } from '../limits.ts';
import { endContact, goOn, startForCustomer } from './call.ts';
import type { DisconnectReason, EngineEvent, ThirdPartyOutcome } from './events.ts';
import { flowNamed } from './instance-view.ts';
import { isOutside, legsOf } from './legs.ts';
import type { Contact } from './model.ts';
import { InvalidState, NotFound } from './refusals.ts';
import { startTimer, stopTimer } from './timers.ts';
import type { World } from './world.ts';

/** An agent's transfer begins to ring outside, with the number of the queue shown there. */
export function dialOutside(world: World, leg: Contact): void {
  const { parties } = leg;
  if (parties?.to?.kind !== 'number') throw new Error('a transfer was dialled that leads to no number');
  leg.phase = 'dialling';
  const callerNumber = leg.target?.queue.outboundCallerNumber ?? leg.to;
  world.effects.push({
    kind: 'third-party-dialled',
    contactId: leg.id,
    number: parties.to.number,
    withinMs: THIRD_PARTY_RING_MS,
    ...(callerNumber === undefined ? {} : { callerNumber }),
  });
  parties.timer = startTimer(world, 'no-answer', THIRD_PARTY_RING_MS, leg);
}

/** @throws InvalidState when no number rings, or is in the call, of which this could be said. */
export function thirdPartyEvent(world: World, event: Extract<EngineEvent, { kind: 'third-party' }>): void {
  const found = world.contacts.get(event.contactId);
  if (found === undefined) throw new NotFound(`there is no contact '${event.contactId}'`);
  const contact = meant(found, event.outcome);
  const run = contact.customer;
  const waiting = run?.waiting?.kind === 'third-party' ? run.waiting : undefined;
  const rings = waiting === undefined ? contact.phase === 'dialling' : waiting['isTalking'] !== true;
  const talks = waiting === undefined ? isInCall(contact) : !rings;
  if (event.outcome === 'hangs-up' ? !talks : !rings) {
    throw new InvalidState(
      `nobody outside ${event.outcome === 'hangs-up' ? 'is in' : 'is called for'} contact '${event.contactId}'`,
    );
  }
  if (event.outcome === 'answers')
    world.effects.push({ kind: 'third-party-connected', contactId: contact.id });
  if (run !== undefined && waiting !== undefined) {
    goOn(world, run, { kind: 'third-party', outcome: event.outcome });
    return;
  }
  if (event.outcome === 'answers') answered(world, contact);
  else endContact(world, contact, REASONS[event.outcome]);
}

/** By the caller's contact the number outside is meant that was called last, of those to whom it can happen. */
function meant(found: Contact, outcome: ThirdPartyOutcome): Contact {
  const outside = legsOf(found).filter(isOutside);
  return outside.findLast((leg) => isInCall(leg) === (outcome === 'hangs-up')) ?? outside.at(-1) ?? found;
}

const isInCall = (contact: Contact): boolean =>
  isOutside(contact) && (contact.phase === 'third-party' || contact.phase === 'outbound-whisper');

const REASONS: Readonly<Record<Exclude<ThirdPartyOutcome, 'answers'>, DisconnectReason>> = {
  busy: 'TELECOM_BUSY',
  'no-answer': 'TELECOM_UNANSWERED',
  refused: 'TELECOM_NUMBER_INVALID',
  'hangs-up': 'THIRD_PARTY_DISCONNECT',
};

/** Who answers hears the outbound whisper of the queue first, where it has one. */
function answered(world: World, leg: Contact): void {
  stopTimer(world, leg.parties?.timer);
  leg.connectedAtMs = world.nowMs;
  const flowId = leg.target?.queue.outboundFlowId;
  const flow = flowId === undefined ? undefined : flowNamed(world, flowId);
  if (flow === undefined) {
    leg.phase = 'third-party';
    return;
  }
  leg.phase = 'outbound-whisper';
  startForCustomer(world, leg, flow);
}
