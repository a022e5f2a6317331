/** What a block may change of its contact. */
import type { RoutingStep } from '../blocks/routing-expression.ts';
import type { AnswerRoot, Attribute, ContactState, KeysAhead } from '../blocks/step.ts';
import { utf8Bytes } from '../blocks/utf8-bytes.ts';
import type { Json } from '../language/flow.ts';
import { isObject } from '../language/json.ts';
import { ATTRIBUTES_BYTES_MAX, FLOW_ATTRIBUTES_BYTES_MAX, TAGS_MAX } from '../limits.ts';
import { setCriteria } from './criteria.ts';
import type { Opened } from './doorway.ts';
import { FLOWS, startFlowRecording, stopFlowRecording } from './flow-recording.ts';
import { keepSecret } from './masking.ts';
import type { Contact } from './model.ts';
import { NO_KEYS } from './new-contact.ts';
import { reorder } from './queueing.ts';
import { EngineRefusal } from './refusals.ts';
import type { World } from './world.ts';

const NOTHING = {};

export class StateDoor implements ContactState {
  readonly keysAhead: KeysAhead;
  readonly #world: World;
  readonly #opened: Opened;

  constructor(world: World, opened: Opened) {
    this.#world = world;
    this.#opened = opened;
    this.keysAhead = {
      keep: (enabled) => {
        this.#opened.run.contact.keepsKeys = enabled;
        if (!enabled) this.#opened.run.contact.keysAhead = NO_KEYS;
      },
      count: () => this.#opened.run.contact.keysAhead.length,
      take: () => {
        const { contact } = this.#opened.run;
        const [kept] = contact.keysAhead;
        if (kept === undefined) return undefined;
        contact.keysAhead = contact.keysAhead.slice(1);
        if (kept.secret) this.#opened.run.secretInput = true;
        return kept.key;
      },
    };
  }

  hasRelated(): boolean {
    return this.#related() !== undefined;
  }

  setAttributes(attributes: readonly Attribute[], target?: 'Related'): boolean {
    return setAttributes(this.#world, this.#target(target), attributes);
  }

  #related(): Contact | undefined {
    const { relatedContactId } = this.#opened.run.contact;
    return relatedContactId === undefined ? undefined : this.#world.contacts.get(relatedContactId);
  }

  /** What is secret in this contact is so in the other one, too. */
  #target(target: 'Related' | undefined): Contact {
    const { contact } = this.#opened.run;
    if (target === undefined) return contact;
    const related = this.#related();
    if (related === undefined) throw new Error(`contact '${contact.id}' is related to none`);
    if (contact.secrets !== undefined)
      related.secrets = new Set([...(related.secrets ?? []), ...contact.secrets]);
    return related;
  }

  setFlowAttributes(attributes: Readonly<Record<string, string>>): boolean {
    const merged = new Map([...(this.#opened.run.frame.attributes ?? []), ...Object.entries(attributes)]);
    if (bytesOf(merged) > FLOW_ATTRIBUTES_BYTES_MAX) return false;
    this.#opened.run.frame.attributes = merged;
    return true;
  }

  setExternal(result: Readonly<Record<string, Json>>): void {
    this.#opened.run.frame.external = result;
  }

  setInvocationId(invocationId: string): void {
    this.#opened.run.frame.invocationId = invocationId;
  }

  setStoredCustomerInput(keys: string): void {
    const { contact, frame } = this.#opened.run;
    frame.stored = keys;
    if ((!contact.logging || this.#opened.run.secretInput) && /\d/.test(keys)) keepSecret(contact, keys);
    this.#opened.run.secretInput = false;
  }

  setMetrics(metrics: Readonly<Record<string, Json>>): void {
    this.#opened.run.frame.metrics = metrics;
  }

  setLex(result: Readonly<Record<string, Json>>): void {
    const { contact, frame } = this.#opened.run;
    frame.lex = result;
    if (!contact.logging || this.#opened.run.secretInput) {
      const slots = result['Slots'];
      for (const value of isObject(slots) ? Object.values(slots) : [])
        if (typeof value === 'string' && /\d/.test(value)) keepSecret(contact, value);
    }
    this.#opened.run.secretInput = false;
  }

  answer(root: AnswerRoot): Readonly<Record<string, Json>> {
    return this.#opened.run.frame.answers?.[root] ?? NOTHING;
  }

  setAnswer(root: AnswerRoot, values: Readonly<Record<string, Json>>): void {
    const { frame } = this.#opened.run;
    frame.answers = { ...frame.answers, [root]: values };
  }

  setQueue(queueId: string): void {
    const queue = this.#world.queues.get(queueId);
    if (queue === undefined) throw new Error(`queue '${queueId}' does not exist`);
    this.#opened.run.contact.target = queue;
  }

  setEventHook(hook: string, flowId: string | null): void {
    const { contact } = this.#opened.run;
    const set = { event: hook, flowId };
    const { hooks } = contact;
    contact.hooks = hooks.length === 0 ? [set] : [...hooks.filter(({ event }) => event !== hook), set];
  }

  setRecording(participants: readonly string[]): void {
    const { contact } = this.#opened.run;
    contact.recording = participants;
    if (participants.includes(FLOWS)) startFlowRecording(this.#world, contact);
    else stopFlowRecording(this.#world, contact);
    this.#world.effects.push({ kind: 'recording', contactId: contact.id, participants });
  }

  setFlowLogging(enabled: boolean): void {
    this.#opened.run.contact.logging = enabled;
  }

  setVoice(voice: string): void {
    this.#opened.run.contact.voice = voice;
  }

  setLanguage(languageCode: string, target?: 'Related'): void {
    this.setData('LanguageCode', languageCode, target);
  }

  setData(name: string, value: string, target?: 'Related'): void {
    const contact = this.#target(target);
    contact.data ??= new Map();
    contact.data.set(name, value);
  }

  setTags(tags: Readonly<Record<string, string>>): boolean {
    const { contact } = this.#opened.run;
    const merged = new Map([...(contact.tags ?? []), ...Object.entries(tags)]);
    if (merged.size > TAGS_MAX) return false;
    contact.tags = merged;
    this.#tagsChanged(contact, merged);
    return true;
  }

  removeTags(keys: readonly string[]): void {
    const { contact } = this.#opened.run;
    let had = false;
    for (const key of keys) had = contact.tags?.delete(key) === true || had;
    if (had && contact.tags !== undefined) this.#tagsChanged(contact, contact.tags);
  }

  #tagsChanged({ id: contactId }: Contact, tags: ReadonlyMap<string, string>): void {
    this.#world.effects.push({ kind: 'tags-changed', contactId, tags: Object.fromEntries(tags) });
  }

  setPriority(change: { readonly priority?: number; readonly queueTimeAdjustmentMs?: number }): void {
    const { contact } = this.#opened.run;
    contact.priority = change.priority ?? contact.priority;
    contact.queueTimeAdjustmentMs = change.queueTimeAdjustmentMs ?? contact.queueTimeAdjustmentMs;
    reorder(contact);
  }

  setRoutingCriteria(steps: readonly RoutingStep[]): void {
    setCriteria(this.#world, this.#opened.run.contact, steps);
  }

  loopCount(): number {
    return this.#opened.run.frame.loops?.get(this.#opened.run.step) ?? 0;
  }

  setLoopCount(count: number): void {
    this.#opened.run.frame.loops ??= new Map();
    this.#opened.run.frame.loops.set(this.#opened.run.step, count);
  }
}

/** The first name that no attribute can have: empty, or with `$` or `.` in it (adminguide/set-contact-attributes). */
export const badAttributeName = (attributes: Readonly<Record<string, string>>): string | undefined =>
  Object.keys(attributes).find((name) => name === '' || /[$.]/.test(name));

/** Before there is a contact: it begins with all of them or not at all. */
export function checkAttributes(attributes: Readonly<Record<string, string>>): void {
  const bad = badAttributeName(attributes);
  if (bad !== undefined) throw new EngineRefusal(`'${bad}' is no name of an attribute; leave out $ and .`);
  let bytes = 0;
  for (const [name, value] of Object.entries(attributes)) bytes += utf8Bytes(name) + utf8Bytes(value);
  if (bytes > ATTRIBUTES_BYTES_MAX)
    throw new EngineRefusal('the attributes of the contact would pass 32 KB; give fewer');
}

/** Attributes as the API brings them. */
export const attributesOf = (values: Readonly<Record<string, string>>): readonly Attribute[] =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

/** All or none, by blocks and by the API. Each name comes once. @returns false when the whole would pass 32 KB. */
export function setAttributes(world: World, contact: Contact, attributes: readonly Attribute[]): boolean {
  let bytes = contact.attributeBytes;
  for (const { name, value } of attributes) {
    const before = contact.attributes.get(name);
    bytes += utf8Bytes(value) + (before === undefined ? utf8Bytes(name) : -utf8Bytes(before));
  }
  if (bytes > ATTRIBUTES_BYTES_MAX) return false;
  contact.attributeBytes = bytes;
  for (const { name, value } of attributes) contact.attributes.set(name, value);
  world.effects.push({ kind: 'attributes-changed', contactId: contact.id });
  return true;
}

function bytesOf(values: ReadonlyMap<string, string>): number {
  let bytes = 0;
  for (const [name, value] of values) bytes += utf8Bytes(name) + utf8Bytes(value);
  return bytes;
}
