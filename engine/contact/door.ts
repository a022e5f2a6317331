/** The door through which a block sees and changes its contact: one for the world, opened for one run at a time. */
import type { ServiceName } from '../blocks/service.ts';
import type { CallbackRequest, Listening, Speech, TaskRequest } from '../blocks/step.ts';
import type { Json } from '../language/flow.ts';
import { isList, isObject } from '../language/json.ts';
import { isPlain, looksLikeReference, type Reference } from '../language/jsonpath.ts';
import { FUNCTION_CHAIN_MS_MAX } from '../limits.ts';
import { callCustomer } from './calling.ts';
import { StateDoor } from './contact-state.ts';
import { createCallback } from './created-callbacks.ts';
import { createTask } from './created-tasks.ts';
import type { Doorway, Opened } from './doorway.ts';
import { askedUnder } from './hearers.ts';
import type { RoutedChannel } from './instance.ts';
import { flowNamed, ViewDoor } from './instance-view.ts';
import { lambdaEvent } from './lambda-event.ts';
import { attributesHoldSecret, maskText } from './masking.ts';
import type { FlowRun } from './model.ts';
import { isUnanswered } from './outward.ts';
import type { AnsweredBy } from './outward-messages.ts';
import { resolve } from './resolve.ts';
import { startSpeech, stopSpeech } from './speech-in-progress.ts';
import { startBlockTimer, stopBlockTimer } from './timers.ts';
import type { World } from './world.ts';

export class Door implements Doorway {
  readonly state: StateDoor;
  readonly instance: ViewDoor;
  readonly masks = new Map<string, string>();
  logs: Readonly<Record<string, Json>>[] = [];
  wasLogged = false;
  readonly isRecorded: boolean;
  readonly #world: World;
  readonly #opened: Opened;

  constructor(world: World, run: FlowRun) {
    this.#world = world;
    this.#opened = { run };
    this.isRecorded = world.recorded;
    this.state = new StateDoor(world, this.#opened);
    this.instance = new ViewDoor(world, this.#opened);
  }

  open(run: FlowRun): void {
    this.#opened.run = run;
    this.next();
  }

  next(): void {
    this.wasLogged = this.#opened.run.contact.logging;
    if (this.logs.length > 0) this.logs = [];
    if (this.masks.size > 0) this.masks.clear();
  }

  get parameters(): Readonly<Record<string, Json>> {
    return this.#opened.run.step.parameters;
  }

  get channel(): RoutedChannel {
    return this.#opened.run.contact.channel;
  }

  get nowMs(): number {
    return this.#world.nowMs;
  }

  text(template: string): string {
    if (isPlain(template)) return template;
    const { secrets } = this.#opened.run.contact;
    let said = '';
    let shown = '';
    for (const part of this.#world.references.template(template)) {
      const value = typeof part === 'string' ? part : (this.resolve(part) ?? '');
      said += value;
      if (secrets !== undefined) shown += typeof part === 'string' ? part : maskText(secrets, value);
    }
    if (secrets !== undefined && said !== shown) this.masks.set(said, shown);
    return said;
  }

  value(reference: string): string | undefined {
    if (!looksLikeReference(reference)) return reference;
    const whole = this.#world.references.whole(reference);
    return whole === undefined ? undefined : this.resolve(whole);
  }

  resolve(reference: Reference): string | undefined {
    return resolve(this.#world, this.#opened.run, reference);
  }

  json(value: Json): Json {
    if (typeof value === 'string') return this.text(value);
    if (isList(value)) return value.map((item) => this.json(item));
    if (!isObject(value)) return value;
    const members: Record<string, Json> = {};
    for (const name of Object.keys(value)) members[name] = this.json(value[name] ?? null);
    return members;
  }

  speak(speech: Speech): void {
    const { secrets } = this.#opened.run.contact;
    const shown =
      secrets === undefined ? speech.text : (this.masks.get(speech.text) ?? maskText(secrets, speech.text));
    startSpeech(this.#world, this.#opened.run, speech, shown);
  }

  stopSpeaking(): void {
    stopSpeech(this.#world, this.#opened.run);
  }

  listen(listening: Listening): void {
    const { contact } = this.#opened.run;
    this.#opened.run.listening = true;
    this.#opened.run.encrypts = listening.encrypted === true;
    this.#world.effects.push({
      kind: 'listening',
      contactId: askedUnder(this.#opened.run),
      listening,
      masked: !contact.logging || this.#opened.run.encrypts,
    });
  }

  stopListening(): void {
    if (!this.#opened.run.listening) return;
    this.#opened.run.listening = false;
    this.#world.effects.push({ kind: 'listening-ended', contactId: askedUnder(this.#opened.run) });
  }

  startTimer(name: string, afterMs: number): void {
    startBlockTimer(this.#world, this.#opened.run, name, afterMs);
  }

  stopTimer(name: string): void {
    stopBlockTimer(this.#world, this.#opened.run, name);
  }

  invoke(functionArn: string, parameters: Readonly<Record<string, Json>>, attempt: number): string {
    const { contact } = this.#opened.run;
    const invocationId = this.#world.names.identifier();
    const masked = !contact.logging || this.masks.size > 0 || attributesHoldSecret(contact);
    this.#opened.run.invocation = { id: invocationId, masked };
    this.#world.effects.push({
      kind: 'invoke',
      contactId: contact.id,
      invocationId,
      attempt,
      functionArn,
      payload: lambdaEvent(this.#world.instance, contact, parameters),
      masked,
    });
    return invocationId;
  }

  askService(service: ServiceName, operation: string, input: Readonly<Record<string, Json>>): string {
    const { contact } = this.#opened.run;
    const requestId = this.#world.names.identifier();
    // What is to be encrypted is told to nobody, whatever the flow log does.
    const masked = !contact.logging || this.masks.size > 0 || service === 'input-encryption';
    this.#opened.run.invocation = { id: requestId, masked };
    const contactId = contact.id;
    this.#world.effects.push({
      kind: 'ask-service',
      contactId,
      requestId,
      service,
      operation,
      input,
      masked,
    });
    return requestId;
  }

  createTask({ flowId, ...terms }: TaskRequest): string | undefined {
    const { contact } = this.#opened.run;
    const flow = flowNamed(this.#world, flowId);
    if (flow === undefined) return `flow '${flowId}' does not exist`;
    const task = createTask(this.#world, flow, terms, 'FLOW', contact);
    if (typeof task === 'string') return task;
    contact.taskId = task.id;
    return undefined;
  }

  dialThirdParty(number: string, withinMs: number, callerNumber: string | undefined): void {
    const { id: contactId, from } = this.#opened.run.contact;
    const shown = callerNumber ?? from;
    this.#world.effects.push({
      kind: 'third-party-dialled',
      contactId,
      number,
      withinMs,
      ...(shown === undefined ? {} : { callerNumber: shown }),
    });
  }

  holdPrevious(state: 'AgentOnHold' | 'CustomerOnHold' | 'OffHold'): boolean {
    const { contact } = this.#opened.run;
    const source = contact.parties?.source;
    if (source?.agent === undefined || source.contact.phase !== 'connected') return false;
    this.#world.held.push({ leg: contact, state });
    return true;
  }

  createCallback(request: CallbackRequest): string | undefined {
    return createCallback(this.#world, this.#opened.run.contact, request);
  }

  callCustomer(callerNumber: string | undefined, withinMs: number | undefined): boolean {
    const { contact } = this.#opened.run;
    const { outward } = contact;
    if (!isUnanswered(outward)) return true;
    outward.callerNumber = callerNumber ?? outward.callerNumber;
    outward.ringMs = withinMs ?? outward.ringMs;
    callCustomer(this.#world, contact, outward);
    return false;
  }

  resumeTask(): boolean {
    const { contact } = this.#opened.run;
    if (contact.phase !== 'paused') return false;
    this.#world.resumed.push(contact);
    return true;
  }

  botIsThere(): boolean {
    return this.#opened.run.contact.chat?.bot !== undefined;
  }

  answeredBy(): AnsweredBy | undefined {
    const { outward } = this.#opened.run.contact;
    return outward?.detectsMachines === true ? outward.answeredBy : undefined;
  }

  functionTimeLeftMs(): number {
    return FUNCTION_CHAIN_MS_MAX - this.#opened.run.contact.functionMs;
  }

  spendFunctionTime(sinceMs: number): void {
    this.#opened.run.contact.functionMs += this.#world.nowMs - sinceMs;
  }

  random(min: number, max: number): number {
    return this.#world.chance.between(min, max);
  }

  get isLogged(): boolean {
    return this.isRecorded && (this.wasLogged || this.#opened.run.contact.logging);
  }

  log(entry: Readonly<Record<string, Json>>): void {
    if (this.isRecorded) this.logs.push(entry);
  }
}
