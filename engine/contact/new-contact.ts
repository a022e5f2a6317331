/** Makes contacts: callers who dial, and tasks. */
import type { TaskReference } from '../blocks/step.ts';
import { utf8Bytes } from '../blocks/utf8-bytes.ts';
import { ATTRIBUTES_BYTES_MAX, QUEUE_PRIORITY_DEFAULT } from '../limits.ts';
import type { RoutedChannel } from './instance.ts';
import type { Initiation } from './life.ts';
import type { Contact, EventHook, KeptKey } from './model.ts';
import { newTaskState } from './task-state.ts';
import type { World } from './world.ts';

/** Connect's voice while none is set (adminguide/set-voice). */
const VOICE_DEFAULT = 'Joanna';

export const NO_KEYS: readonly KeptKey[] = [];
const NO_HOOKS: readonly EventHook[] = [];
const NOBODY: readonly string[] = [];
const NO_MONITORS: Contact['monitors'] = [];

/** In its flow, with nothing set. */
export function newContact(
  world: World,
  channel: RoutedChannel,
  initiation: Initiation,
  playback: Contact['playback'],
  from: string | undefined,
  to: string | undefined,
  relatedContactId?: string,
  references?: ReadonlyMap<string, TaskReference>,
): Contact {
  const id = world.names.identifier();
  const contact: Contact = {
    id,
    channel,
    segmentId: id,
    segmentStartedAtMs: world.nowMs,
    initiation,
    earlier: undefined,
    from,
    to,
    relatedContactId,
    references,
    taskId: undefined,
    playback,
    startedAtMs: world.nowMs,
    phase: 'flow',
    endedAtMs: undefined,
    connectedAtMs: undefined,
    reason: undefined,
    attributes: new Map(),
    attributeBytes: 0,
    data: undefined,
    tags: undefined,
    hooks: NO_HOOKS,
    recording: NOBODY,
    flowRecording: undefined,
    // Nothing is logged until a block says so (adminguide/about-contact-flow-logs).
    logging: false,
    voice: VOICE_DEFAULT,
    secrets: undefined,
    keepsKeys: false,
    keysAhead: NO_KEYS,
    functionMs: 0,
    target: undefined,
    entry: undefined,
    queuedAtMs: undefined,
    priority: QUEUE_PRIORITY_DEFAULT,
    queueTimeAdjustmentMs: 0,
    customer: undefined,
    agentRun: undefined,
    agent: undefined,
    holds: undefined,
    parties: undefined,
    monitors: NO_MONITORS,
    monitorOf: undefined,
    criteria: undefined,
    outward: undefined,
    task: undefined,
    chat: undefined,
    timer: undefined,
    openWork: 0,
    completed: false,
    instantMs: Number.NaN,
    blocksAtInstant: 0,
  };
  world.contacts.set(id, contact);
  return contact;
}

export interface TaskTerms {
  readonly name: string;
  readonly description?: string;
  readonly references?: Readonly<Record<string, TaskReference>>;
  readonly attributes?: Readonly<Record<string, string>>;
  /** When its flow begins, ms since 1970; now where absent. */
  readonly startsAtMs?: number;
}

/**
 * A task, related to a contact or to none: it begins with that contact's attributes, and has its own from then on
 * (API_StartTaskContact, RelatedContactId).
 * @returns undefined when the attributes would pass 32 KB; then there is no task.
 */
export function newTask(
  world: World,
  terms: TaskTerms,
  initiation: Initiation,
  related: Contact | undefined,
): Contact | undefined {
  const attributes = new Map([...(related?.attributes ?? []), ...Object.entries(terms.attributes ?? {})]);
  let bytes = 0;
  for (const [name, value] of attributes) bytes += utf8Bytes(name) + utf8Bytes(value);
  if (bytes > ATTRIBUTES_BYTES_MAX) return undefined;
  const references = Object.entries(terms.references ?? {});
  const task = newContact(
    world,
    'TASK',
    initiation,
    'estimated',
    undefined,
    undefined,
    related?.segmentId,
    references.length === 0 ? undefined : new Map(references),
  );
  for (const [name, value] of attributes) task.attributes.set(name, value);
  task.attributeBytes = bytes;
  // What the caller keyed in secret stays secret in what the task was given of it.
  if (related?.secrets !== undefined) task.secrets = new Set(related.secrets);
  task.task = newTaskState();
  task.data = new Map([['Name', terms.name]]);
  if (terms.description !== undefined) task.data.set('Description', terms.description);
  return task;
}
