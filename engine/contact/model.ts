/** What the engine remembers: contacts, the flows that they run, agents, queues and timers. */
import type { Waiting } from '../blocks/block.ts';
import type { RoutingStep } from '../blocks/routing-expression.ts';
import type { Speech, TaskReference } from '../blocks/step.ts';
import type { ChatState, Watch } from './chat-state.ts';
import type { CompiledStep } from './compiled-flow.ts';
import type { EarlierSegment } from './earlier-segment.ts';
import type { DisconnectReason, Party } from './events.ts';
import type { Holds, Pace } from './figures.ts';
import type { FlowRecording } from './flow-recording-state.ts';
import type { Frame } from './frame.ts';
import type { Heap, HeapItem } from './heap.ts';
import type { Queue, RoutedChannel, RoutingProfile, User } from './instance.ts';
import type { Initiation, Phase } from './life.ts';
import type { Line, LineMember } from './line.ts';
import type { Outward } from './outward.ts';
import type { TaskState } from './task-state.ts';
import type { TimerKind } from './timer-kind.ts';

export interface Contact {
  /** Of the whole chain: Connect's InitialContactId. A transfer has its own until the caller is in it. */
  id: string;
  readonly channel: RoutedChannel;
  /** What Connect calls the contact: another one after each move from queue to queue. */
  segmentId: string;
  segmentStartedAtMs: number;
  initiation: Initiation;
  earlier: EarlierSegment[] | undefined;
  readonly from: string | undefined;
  /** The number dialled; tasks and chats have none. */
  readonly to: string | undefined;
  readonly relatedContactId: string | undefined;
  readonly references: ReadonlyMap<string, TaskReference> | undefined;
  /** The last task that a flow of this contact has created. */
  taskId: string | undefined;
  playback: 'estimated' | 'reported';
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
  hooks: readonly EventHook[];
  recording: readonly string[];
  /** Of the caller's way through the flows; undefined where it was never on. */
  flowRecording: FlowRecording | undefined;
  logging: boolean;
  voice: string;
  /** Keyed while the flow log was off: shown to nobody. */
  secrets: Set<string> | undefined;
  keepsKeys: boolean;
  keysAhead: readonly KeptKey[];
  /** Time that functions in a row have taken since the caller last heard something. */
  functionMs: number;
  /** The queue that the contact is for. */
  target: QueueState | undefined;
  /** The queue that it is in. */
  entry: QueueEntry | undefined;
  /** When it came into a queue, also once it has left that; undefined until it does. */
  queuedAtMs: number | undefined;
  priority: number;
  queueTimeAdjustmentMs: number;
  customer: FlowRun | undefined;
  agentRun: FlowRun | undefined;
  /** The agent at whom it rings, or who has it. */
  agent: Agent | undefined;
  holds: Holds | undefined;
  /** Set once there are, or have been, more than caller and agent. */
  parties: Parties | undefined;
  /** Supervisors who listen, or have joined. */
  monitors: readonly Agent[];
  /** Of a supervisor's own contact: what the supervisor listens to. */
  monitorOf: Contact | undefined;
  /** Which agents it waits for. */
  criteria: Criteria | undefined;
  /** Of a call that the centre makes. */
  outward: Outward | undefined;
  /** Of a task. */
  task: TaskState | undefined;
  /** Of a chat. */
  chat: Chat | undefined;
  /** The end of a delay, or of ringing at the customer's. */
  timer: Timer | undefined;
  /** Agents who still work on it after its end. */
  openWork: number;
  completed: boolean;
  instantMs: number;
  blocksAtInstant: number;
}

export type Chat = ChatState<Timer>;
export type ChatWatch = Watch<Timer>;

/** The flow that was set for an event of the contact's life; null: nothing runs then. */
export interface EventHook {
  readonly event: string;
  readonly flowId: string | null;
}

export interface Criteria {
  readonly steps: readonly RoutingStep[];
  /** How many others the contact has had before. */
  readonly index: number;
  /** The step at work; beyond the last one everybody may take the contact. */
  at: number;
  timer: Timer | undefined;
}

/** What contacts with more than two parties have, and others do without. */
export interface Parties {
  /** The contacts that the agent of this one has begun for other parties, oldest first. */
  legs: readonly Contact[];
  /** Of such a leg: the conversation that it comes from, for as long as its agent is in it. */
  source: TransferSource | undefined;
  /** Of a leg: whom it is for. */
  readonly to: Destination | undefined;
  /** It rings at one agent alone; when that one does not take it, the transfer has failed. */
  direct: boolean;
  /** The caller has gone on to the leg: what is left is the agent's after contact work. */
  followed: boolean;
  /** The caller has hung up, and the others talk on. */
  callerGone: boolean;
  /** While the caller is gone: the agent who had the caller, until that one leaves too. */
  staying: Agent | undefined;
  /** Of a leg: its agent is held by the one who transfers, and not the other way round. */
  heldBySource: boolean;
  /** While it rings outside. */
  timer: Timer | undefined;
}

export interface TransferSource {
  /** Undefined once the agent has left a caller with somebody outside. */
  agent: Agent | undefined;
  readonly contact: Contact;
  /** Who of the two hears the flow of the leg. */
  audience: 'agent' | 'caller' | 'everybody';
}

export type Destination =
  | { readonly kind: 'agent'; readonly name: string; readonly agent: Agent }
  | { readonly kind: 'queue'; readonly name: string; readonly queue: QueueState }
  | { readonly kind: 'number'; readonly name: string; readonly number: string };

export interface KeptKey {
  readonly key: string;
  readonly secret: boolean;
}

/** A flow that runs for one party of a contact. A queue flow and an agent whisper can run side by side. */
export interface FlowRun {
  readonly contact: Contact;
  readonly party: Party;
  /** The flow or module that runs. */
  frame: Frame;
  step: CompiledStep;
  waiting: Waiting | undefined;
  /** A loop of prompts that a branch has interrupted. */
  suspended: { readonly step: CompiledStep; readonly waiting: Waiting; readonly frame: Frame } | undefined;
  speech: SpeechInProgress | undefined;
  listening: boolean;
  /** The present input encrypts what is keyed. */
  encrypts: boolean;
  /** The block's timers, the last one started first. */
  timers: Timer | undefined;
  invocation: { readonly id: string; readonly masked: boolean } | undefined;
  /** A key of the present input was pressed while the flow log was off. */
  secretInput: boolean;
}

export interface SpeechInProgress {
  readonly promptId: string;
  readonly step: CompiledStep;
  readonly interruptible: boolean;
  /** As people may read it. */
  readonly shown: string;
  readonly form: Speech['form'];
  readonly recording: string | undefined;
  readonly timer: Timer;
}

export interface QueueState {
  readonly queue: Queue;
  /** The agent whose personal queue this is. */
  readonly owner: Agent | undefined;
  /** Waiting for an agent, next one first; those that ring are not in it. */
  readonly waiting: Readonly<Record<RoutedChannel, Heap<QueueEntry>>>;
  /** Everyone in the queue, those that ring or hear a whisper too, oldest first. */
  readonly present: Line<QueueEntry>;
  /** Routing profiles whose agents take contacts from it. */
  readonly served: ServedQueue[];
  /** After how long some of them begin to: a contact is then offered again. */
  readonly delaysMs: Set<number>;
  readonly pace: Readonly<Record<RoutedChannel, Pace>>;
}

/** A channel of a queue in a routing profile. */
export interface ServedQueue {
  readonly channel: RoutedChannel;
  readonly profile: ProfileState;
  readonly queue: QueueState;
  readonly priority: number;
  readonly delayMs: number;
}

export interface ProfileState {
  readonly profile: RoutingProfile;
  readonly served: ServedQueue[];
  /** Agents who can take a contact of the channel now, the one who has waited longest first. */
  readonly free: Readonly<Record<RoutedChannel, Heap<Slot>>>;
}

export interface QueueEntry extends HeapItem, LineMember<QueueEntry> {
  readonly contact: Contact;
  readonly queue: QueueState;
  readonly queuedAtMs: number;
  readonly order: number;
  priority: number;
  /** Later counts as younger. */
  sinceMs: number;
}

export type WorkState =
  | 'ringing'
  | 'connecting'
  | 'connected'
  | 'after-contact-work'
  | 'missed'
  | 'rejected'
  | 'paused';

export interface Agent {
  readonly user: User;
  readonly profile: ProfileState;
  readonly slots: readonly Slot[];
  signedIn: boolean;
  /** The desk is gone without a word; what the agent had to clear stays. */
  unreachable: boolean;
  status: string;
  statusSinceMs: number;
  /** Taken when the present work ends. */
  nextStatus: string | undefined;
  /** The conversation of others that the agent listens to, or has joined. */
  monitoring: Monitoring | undefined;
  /** What the agent has, oldest first. */
  readonly works: Work[];
}

export interface Monitoring {
  readonly contact: Contact;
  /** The supervisor's. */
  readonly own: Contact;
  readonly mayBarge: boolean;
  isBarged: boolean;
}

/** An agent's readiness for one channel; `place` is the place among the free ones of the profile. */
export interface Slot extends HeapItem {
  readonly agent: Agent;
  readonly channel: RoutedChannel;
  sinceMs: number;
  order: number;
}

export interface Work {
  readonly contact: Contact;
  readonly queueName: string;
  state: WorkState;
  sinceMs: number;
  /** The end of ringing, or of after contact work. */
  timer: Timer | undefined;
}

export interface Timer extends HeapItem {
  readonly kind: TimerKind;
  readonly name: string;
  /** Another timer of the same block. */
  next: Timer | undefined;
  readonly dueMs: number;
  readonly order: number;
  readonly run: FlowRun | undefined;
  readonly agent: Agent | undefined;
  readonly contact: Contact | undefined;
}
