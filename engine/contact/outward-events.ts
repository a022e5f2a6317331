/** What becomes of calls that the centre makes: said from outside, or by the clock. */
import { beginAgain, endContact, enterQueue, startForCustomer } from './call.ts';
import { connect } from './connecting.ts';
import { startTaskExpiry } from './created-tasks.ts';
import type { DisconnectReason } from './events.ts';
import type { Contact } from './model.ts';
import type { CallOutcome, CustomerCalled } from './outward-messages.ts';
import { InvalidState, NotFound } from './refusals.ts';
import { triedAgainLater } from './retrying.ts';
import { stopTimer } from './timers.ts';
import type { World } from './world.ts';

const REASONS: Readonly<Record<Exclude<CallOutcome, 'answers'>, DisconnectReason>> = {
  busy: 'TELECOM_BUSY',
  'no-answer': 'TELECOM_UNANSWERED',
  refused: 'TELECOM_NUMBER_INVALID',
};

/** @throws NotFound for no contact, InvalidState when no customer's telephone rings for it. */
export function customerCalled(world: World, event: CustomerCalled): void {
  const contact = world.contacts.get(event.contactId);
  if (contact === undefined) throw new NotFound(`there is no contact '${event.contactId}'`);
  if (contact.phase !== 'calling')
    throw new InvalidState(`no customer's telephone rings for contact '${event.contactId}'`);
  if (event.outcome === 'answers') answered(world, contact, event);
  else if (event.outcome === 'no-answer') notAnswered(world, contact);
  // It has not rung: there is nothing to try again (adminguide/setup-queued-cb).
  else endContact(world, contact, REASONS[event.outcome]);
}

/** A machine that answers is connected as a person is (adminguide/setup-queued-cb). */
function answered(world: World, contact: Contact, { by = 'person', playback }: CustomerCalled): void {
  const { customer: run, outward } = contact;
  if (outward === undefined) throw new Error('a contact was called that is for no customer');
  stopTimer(world, contact.timer);
  contact.timer = undefined;
  outward.state = 'answered';
  outward.answeredBy = by;
  contact.playback = playback ?? 'estimated';
  world.effects.push({ kind: 'customer-answered', contactId: contact.id, by });
  if (run !== undefined) {
    contact.phase = 'outbound-whisper';
    beginAgain(world, run);
  } else if (outward.flow === undefined) connect(world, contact);
  else {
    contact.phase = 'flow';
    startForCustomer(world, contact, outward.flow);
  }
}

function notAnswered(world: World, contact: Contact): void {
  if (!triedAgainLater(world, contact)) endContact(world, contact, REASONS['no-answer']);
}

/** The customer's telephone has rung for its time. */
export function hasRungInVain(world: World, contact: Contact): void {
  if (contact.phase === 'calling') notAnswered(world, contact);
}

/** The delay is over: a callback waits for an agent now, and a task begins. */
export function delayIsOver(world: World, contact: Contact): void {
  if (contact.phase !== 'scheduled') return;
  const flow = contact.task?.scheduled;
  if (contact.task === undefined || flow === undefined) {
    enterQueue(world, contact);
    return;
  }
  contact.task.scheduled = undefined;
  contact.phase = 'flow';
  startTaskExpiry(world, contact);
  startForCustomer(world, contact, flow);
}

export function hasExpired(world: World, contact: Contact): void {
  if (contact.phase === 'queued') endContact(world, contact, 'OTHER');
}
