/** What the engine remembers: contacts, the flows that they run, agents, queues and timers. */
import type { Waiting } from '../blocks/block.ts';
import type { Json } from '../language/flow.ts';
import type { CompiledFlow, CompiledStep } from './compiled-flow.ts';
import type { DisconnectReason, Party } from './events.ts';
import type { Heap, HeapItem } from './heap.ts';
import type { Queue, RoutingProfile, User } from './instance.ts';

/** Where a contact is in its life; always in exactly one. While it rings at an agent it is still `queued`. */
export type Phase =
  | 'flow'
  | 'queued'
  | 'agent-whisper'
  | 'customer-whisper'
  | 'connected'
  | 'disconnect-flow'
  | 'ended';

export interface Contact {
  readonly id: string;
  readonly from: string | undefined;
  readonly to: string;
  readonly playback: 'estimated' | 'reported';
  readonly startedAtMs: number;
  phase: Phase;
  endedAtMs: number | undefined;
  connectedAtMs: number | undefined;
  /** Who left first, once someone has. */
  reason: DisconnectReason | undefined;
  readonly attributes: Map<string, string>;
  /** Names and values together, in UTF-8. */
  attributeBytes: number;
  /** `$.LanguageCode`, `$.Name` and the like, by name. */
  data: Map<string, string> | undefined;
  tags: Map<string, string> | undefined;
  hooks: Map<string, string | null> | undefined;
  recording: readonly string[];
  logging: boolean;
  voice: string;
  /** Keyed while the flow log was off: shown to nobody. */
  secrets: Set<string> | undefined;
  keepsKeys: boolean;
  keysAhead: KeptKey[];
  /** Time that functions in a row have taken since the caller last heard something. */
  functionMs: number;
  /** The queue that the contact is for. */
  target: QueueState | undefined;
  /** The queue that it is in. */
  entry: QueueEntry | undefined;
  priority: number;
  queueTimeAdjustmentMs: number;
  customer: FlowRun | undefined;
  agentRun: FlowRun | undefined;
  /** The agent at whom it rings, or who has it. */
  agent: Agent | undefined;
  /** Agents who still work on it after its end. */
  openWork: number;
  completed: boolean;
  instantMs: number;
  blocksAtInstant: number;
}

export interface KeptKey {
  readonly key: string;
  readonly secret: boolean;
}

/** A flow that runs for one party of a contact. A queue flow and an agent whisper can run side by side. */
export interface FlowRun {
  readonly contact: Contact;
  readonly party: Party;
  /** The last one runs; the others wait for its end as a module. */
  frames: Frame[];
  frame: Frame;
  step: CompiledStep;
  waiting: Waiting | undefined;
  /** A loop of prompts that a branch has interrupted. */
  suspended: { readonly step: CompiledStep; readonly waiting: Waiting; readonly depth: number } | undefined;
  speech: SpeechInProgress | undefined;
  listening: boolean;
  timers: Timer[];
  invocation: { readonly id: string; readonly masked: boolean } | undefined;
  /** A key of the present input was pressed while the flow log was off. */
  secretInput: boolean;
}

export interface SpeechInProgress {
  readonly promptId: string;
  readonly step: CompiledStep;
  readonly interruptible: boolean;
  readonly timer: Timer;
}

/** What one flow or module sees only itself. */
export interface Frame {
  readonly flow: CompiledFlow;
  /** The step of the caller that waits for this module. */
  readonly caller: CompiledStep | undefined;
  readonly input: Json;
  external: { readonly [key: string]: Json };
  stored: string | undefined;
  attributes: Map<string, string> | undefined;
  loops: Map<CompiledStep, number> | undefined;
  metrics: { readonly [key: string]: Json } | undefined;
  invocationId: string | undefined;
  result: string | undefined;
  resultData: Json;
}

export interface QueueState {
  readonly queue: Queue;
  /** The agent whose personal queue this is. */
  readonly owner: Agent | undefined;
  /** Waiting for an agent, next one first; those that ring are not in it. */
  readonly waiting: Heap<QueueEntry>;
  /** Everyone in the queue, those that ring or hear a whisper too, oldest first. */
  readonly present: Set<Contact>;
  /** Routing profiles whose agents take voice contacts from it. */
  readonly served: ServedQueue[];
}

/** A queue in a routing profile. */
export interface ServedQueue {
  readonly profile: ProfileState;
  readonly queue: QueueState;
  readonly priority: number;
  readonly delayMs: number;
}

export interface ProfileState {
  readonly profile: RoutingProfile;
  readonly served: ServedQueue[];
  /** Agents who can take a contact now, the one who has waited longest first. */
  readonly free: Heap<Agent>;
}

export interface QueueEntry extends HeapItem {
  readonly contact: Contact;
  readonly queue: QueueState;
  readonly queuedAtMs: number;
  readonly order: number;
  priority: number;
  /** Later counts as younger. */
  sinceMs: number;
}

export type WorkState = 'ringing' | 'connecting' | 'connected' | 'after-contact-work' | 'missed' | 'rejected';

/** `place` is the agent's place among the free ones of the profile. */
export interface Agent extends HeapItem {
  readonly user: User;
  readonly profile: ProfileState;
  signedIn: boolean;
  status: string;
  statusSinceMs: number;
  /** Taken when the present work ends. */
  nextStatus: string | undefined;
  freeSinceMs: number;
  order: number;
  work: Work | undefined;
}

export interface Work {
  readonly contact: Contact;
  readonly queueName: string;
  state: WorkState;
  sinceMs: number;
  timer: Timer | undefined;
}

export type TimerKind = 'block' | 'speech' | 'ring' | 'auto-accept' | 'after-contact-work' | 'routing-delay';

export interface Timer extends HeapItem {
  readonly kind: TimerKind;
  readonly name: string;
  readonly dueMs: number;
  readonly order: number;
  readonly run: FlowRun | undefined;
  readonly agent: Agent | undefined;
  readonly contact: Contact | undefined;
}
