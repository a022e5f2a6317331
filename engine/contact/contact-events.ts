/** What callers, functions and the API do to a contact. */
import { KEY_BUFFER_MAX, SPOKEN_CHARACTERS_MAX } from '../limits.ts';
import { endContact, goOn } from './call.ts';
import { customerEndsChat } from './chats.ts';
import type { CompiledFlow } from './compiled-flow.ts';
import { attributesOf, badAttributeName, checkAttributes, setAttributes } from './contact-state.ts';
import type { EngineEvent } from './events.ts';
import { recordWords } from './flow-recording.ts';
import { startCall } from './inbound-call.ts';
import { flowNamed } from './instance-view.ts';
import { legsOf } from './legs.ts';
import { MASK, maskText } from './masking.ts';
import type { Contact, FlowRun } from './model.ts';
import { isUnanswered } from './outward.ts';
import { EngineRefusal, InvalidState, NotInService } from './refusals.ts';
import { stopSpeech } from './speech-in-progress.ts';
import { stopTimer } from './timers.ts';
import type { World } from './world.ts';

type Event<K extends EngineEvent['kind']> = Extract<EngineEvent, { kind: K }>;
type ContactEvent = Event<
  | 'says'
  | 'key'
  | 'playback-ended'
  | 'caller-hangs-up'
  | 'function-answered'
  | 'stop-contact'
  | 'set-attributes'
>;

/** The number's flow is read at every call: it may have been associated a moment ago. */
export function dial(world: World, event: Event<'dial'>): void {
  if (event.attributes !== undefined) checkAttributes(event.attributes);
  refuseOverQuota(world);
  startCall(
    world,
    event,
    event.flowId === undefined ? flowOfNumber(world, event) : flowGiven(world, event.flowId),
  );
}

/** A caller beyond the quota hears a fast busy tone, and there is no contact (adminguide/amazon-connect-service-limits). */
function refuseOverQuota({ instance: { callsAtOnceMax }, contacts }: World): void {
  if (callsAtOnceMax === undefined) return;
  let calls = 0;
  // A contact that was moved from queue to queue is there by each of its ids.
  for (const [id, { id: first, channel, phase }] of contacts)
    if (id === first && channel === 'VOICE' && phase !== 'ended') calls += 1;
  if (calls >= callsAtOnceMax)
    throw new NotInService(
      `the line is busy: ${calls} calls are on, and the instance takes ${callsAtOnceMax} at once; hang one up, or raise the quota`,
    );
}

function flowGiven(world: World, flowId: string): CompiledFlow {
  const flow = flowNamed(world, flowId);
  if (flow === undefined) throw new NotInService(`flow '${flowId}' does not exist; give another`);
  if (flow.type !== 'CONTACT_FLOW')
    throw new NotInService(`'${flow.name}' is a ${flow.type}; only an inbound flow can answer`);
  return flow;
}

function flowOfNumber(world: World, event: Event<'dial'>): CompiledFlow {
  const number = world.instance.phoneNumbers.find((one) => one.number === event.to);
  if (number === undefined) {
    throw new NotInService(`'${event.to}' is not a number of this centre; dial ${known(world)}`);
  }
  if (number.flowId === undefined) {
    throw new NotInService(`${event.to} leads to no flow; associate one with the number`);
  }
  const flow = flowNamed(world, number.flowId);
  if (flow === undefined) {
    throw new NotInService(
      `${event.to} leads to flow '${number.flowId}', which does not exist; associate another`,
    );
  }
  if (flow.type !== 'CONTACT_FLOW') {
    throw new NotInService(
      `${event.to} leads to '${flow.name}', a ${flow.type}; only an inbound flow can answer`,
    );
  }
  return flow;
}

const known = (world: World): string =>
  world.instance.phoneNumbers.map(({ number }) => number).join(' or ') || 'none: there is no number yet';

export function contactEvent(world: World, event: ContactEvent): void {
  if (event.kind === 'function-answered') {
    functionAnswered(world, event);
    return;
  }
  const contact = world.contacts.get(event.contactId);
  if (contact === undefined) throw new EngineRefusal(`there is no contact '${event.contactId}'`);
  if (contact.phase === 'ended' && event.kind !== 'set-attributes') {
    if (event.kind === 'playback-ended') return;
    throw new EngineRefusal(`contact '${event.contactId}' has ended; nothing more can happen to it`);
  }
  if (contact.monitorOf !== undefined && event.kind !== 'set-attributes')
    throw new InvalidState(
      `contact '${event.contactId}' is a supervisor's, who leaves it; nobody else is in it`,
    );
  switch (event.kind) {
    case 'key':
      keyPressed(world, whoListens(contact), event.key, contact.id);
      return;
    case 'says':
      wordsSaid(world, whoListens(contact), event.text);
      return;
    case 'playback-ended':
      playbackEnded(world, contact, event.promptId);
      return;
    case 'caller-hangs-up':
      if (contact.channel === 'TASK')
        throw new EngineRefusal(`contact '${event.contactId}' is a task; nobody calls`);
      if (contact.parties?.source !== undefined)
        throw new InvalidState(`the caller is not in contact '${event.contactId}' yet`);
      if (isUnanswered(contact.outward))
        throw new InvalidState(`the customer of contact '${event.contactId}' is not on the line`);
      if (contact.chat !== undefined) customerEndsChat(world, contact, contact.chat);
      else endContact(world, contact, contact.reason ?? 'CUSTOMER_DISCONNECT');
      return;
    case 'stop-contact':
      endContact(world, contact, contact.channel === 'VOICE' ? 'OTHER' : 'API');
      return;
    case 'set-attributes':
      changeAttributes(world, contact, event.attributes);
      return;
  }
}

/** The caller whom the flow of a transfer asks, with the agent on hold, answers that flow. */
function whoListens(contact: Contact): Contact {
  const asks = ({ parties }: Contact) => parties?.source !== undefined && parties.source.audience !== 'agent';
  return legsOf(contact).find(asks) ?? contact;
}

const NAMES = { TASK: 'task', CHAT: 'chat' } as const;

/** Of a telephone. */
const KEYS: ReadonlySet<string> = new Set('0123456789*#');

/** @param contactId under which the key was pressed. */
function keyPressed(world: World, contact: Contact, key: string, contactId: string): void {
  if (!KEYS.has(key)) throw new EngineRefusal(`'${key}' is no key of a telephone; press 0 to 9, * or #`);
  if (contact.channel !== 'VOICE')
    throw new EngineRefusal(`contact '${contact.id}' is a ${NAMES[contact.channel]}; it has no keys`);
  if (isUnanswered(contact.outward))
    throw new InvalidState(`the customer of contact '${contact.id}' is not on the line`);
  const run = contact.customer;
  const taken = run?.listening === true && run.waiting !== undefined;
  const secret = !contact.logging || (taken && run.encrypts);
  // What nobody asked for may be anything, such as the rest of a PIN.
  world.effects.push({ kind: 'key-heard', contactId, key: secret || !taken ? MASK : key });
  if (run !== undefined && taken) {
    if (!contact.logging) run.secretInput = true;
    goOn(world, run, { kind: 'key', key });
    return;
  }
  // Keys that nobody waits for are lost unless they are kept (adminguide/touchtone-buffering).
  if (!contact.keepsKeys || contact.keysAhead.length >= KEY_BUFFER_MAX) return;
  contact.keysAhead = [...contact.keysAhead, { key, secret }];
  if (run?.speech?.interruptible === true && run.step === run.speech.step) {
    stopSpeech(world, run);
    goOn(world, run, { kind: 'playback-ended' });
  }
}

/** Longer speech is cut (adminguide/get-customer-input: 15 s at most). */
function wordsSaid(world: World, contact: Contact, text: string): void {
  if (contact.channel !== 'VOICE')
    throw new EngineRefusal(`contact '${contact.id}' is a ${NAMES[contact.channel]}; nobody speaks`);
  const said = text.trim();
  if (said === '' || said.length > SPOKEN_CHARACTERS_MAX)
    throw new EngineRefusal(`${said.length} characters were said; 1 to ${SPOKEN_CHARACTERS_MAX} can be`);
  const run = contact.customer;
  const taken = run?.listening === true && run.waiting?.kind === 'talking';
  const shown = contact.logging && taken ? maskText(contact.secrets, said) : MASK;
  world.effects.push({ kind: 'words-heard', contactId: contact.id, text: shown });
  recordWords(world, contact, said);
  if (run === undefined || !taken) return;
  if (!contact.logging) run.secretInput = true;
  goOn(world, run, { kind: 'said', text: said });
}

/** A prompt that has been cut meanwhile is no fault of the line's. */
function playbackEnded(world: World, contact: Contact, promptId: string): void {
  const run = contact.customer;
  if (contact.playback !== 'reported') {
    throw new EngineRefusal(
      `contact '${contact.id}' does not report the end of prompts; dial with playback 'reported'`,
    );
  }
  const speech = run?.speech;
  if (run === undefined || speech === undefined || speech.promptId !== promptId) return;
  stopTimer(world, speech.timer);
  run.speech = undefined;
  if (run.step === speech.step) goOn(world, run, { kind: 'playback-ended' });
}

/** An answer that comes too late, even after the call, is ignored (adminguide/invoke-lambda-function-block). */
function functionAnswered(world: World, event: Event<'function-answered'>): void {
  const contact = world.contacts.get(event.contactId);
  const waits = (run: FlowRun | undefined): run is FlowRun =>
    run?.waiting !== undefined && run.invocation?.id === event.invocationId;
  const run = [contact?.customer, contact?.agentRun].find(waits);
  if (run !== undefined) {
    goOn(world, run, { kind: 'function-answered', invocationId: event.invocationId, answer: event.answer });
  }
}

function changeAttributes(
  world: World,
  contact: Contact,
  attributes: Readonly<Record<string, string>>,
): void {
  const bad = badAttributeName(attributes);
  if (bad !== undefined) throw new EngineRefusal(`'${bad}' is no name of an attribute; leave out $ and .`);
  if (!setAttributes(world, contact, attributesOf(attributes))) {
    throw new EngineRefusal(`the attributes of contact '${contact.id}' would pass 32 KB; none was changed`);
  }
}
