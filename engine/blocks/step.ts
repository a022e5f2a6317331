/** All that a block may see and do while it runs: the narrow door between blocks and the contact engine. */
import type { FlowType, Json } from '../language/flow.ts';
import type { Reference } from '../language/jsonpath.ts';
import type { BotLocale } from '../lex/bot.ts';
import type { RoutingStep } from './routing-expression.ts';
import type { ServiceName } from './service.ts';
import type { Channel, Waiting } from './waiting.ts';

/** What a block decides. The engine finds the branch and goes on; a block never names another step. */
export type BlockResult =
  /** Take NextAction. */
  | { readonly kind: 'next' }
  /** Compare the value with the conditions in their order; without a match take the NoMatchingCondition error. */
  | { readonly kind: 'compare'; readonly value: string | undefined }
  /** Take this error's branch; `because` goes into flow log and trace. */
  | { readonly kind: 'error'; readonly error: string; readonly because: string }
  /** Stay here until something happens. */
  | { readonly kind: 'wait'; readonly waiting: Waiting }
  /** Leave by this condition for a while; when that branch reaches the end of the flow, this block resumes. */
  | { readonly kind: 'interrupt'; readonly value: string; readonly waiting: Waiting }
  | { readonly kind: 'transfer-to-flow'; readonly flowId: string }
  /** The block is resumed with `module-ended`. */
  | { readonly kind: 'enter-module'; readonly moduleId: string; readonly input: Json }
  | { readonly kind: 'end-module'; readonly result?: string; readonly resultData?: Json }
  | { readonly kind: 'end-flow' }
  /** Into the target queue: from an inbound flow, or from the queue whose flow this is. */
  | { readonly kind: 'queue' }
  /** To the agent whom the transfer is for. */
  | { readonly kind: 'agent' }
  | { readonly kind: 'disconnect' };

export interface Speech {
  /** What is said, with references already put in. `name` of a recorded prompt where there is no text. */
  readonly text: string;
  readonly form: 'text' | 'ssml' | 'prompt' | 'media';
  /** The name of a recorded prompt whose words are the text. */
  readonly recording?: string;
  /** Pressing a key ends it. */
  readonly interruptible: boolean;
  /** How long words last, where that is known already. */
  readonly durationMs?: number;
}

export interface BlockStep {
  readonly parameters: Readonly<Record<string, Json>>;
  readonly channel: Channel;
  readonly nowMs: number;
  /** Text with every JSONPath replaced by its value; an unset one by nothing. */
  text(template: string): string;
  /** The value of one whole JSONPath, or the static text itself; undefined when unset. */
  value(reference: string): string | undefined;
  /** The value of a reference that was read when the flow was loaded; undefined when unset. */
  resolve(reference: Reference): string | undefined;
  /** The same JSON with `text` applied to every string in it; a string that is one whole JSONPath takes its value. */
  json(value: Json): Json;
  /** Contact attributes, `$.External` and the other namespaces a block leaves behind. */
  readonly state: ContactState;
  readonly instance: InstanceView;
  /** Speaks to the participant that this flow serves; wait for `playback-ended`. */
  speak(speech: Speech): void;
  stopSpeaking(): void;
  /** Tells the line that keys are wanted (and how many), for telephones and transcripts. */
  listen(listening: Listening): void;
  stopListening(): void;
  /** Starts a timer; wait for `time` with its name. Starting it again replaces it. */
  startTimer(name: string, afterMs: number): void;
  stopTimer(name: string): void;
  /** Asks for a function to be invoked, for the `attempt`th time; wait for `function-answered`. Gives the invocation's id. */
  invoke(functionArn: string, parameters: Readonly<Record<string, Json>>, attempt: number): string;
  /** Asks another service of the instance; wait for `service-answered`. Gives the request's id. */
  askService(service: ServiceName, operation: string, input: Readonly<Record<string, Json>>): string;
  /** Starts a task related to this contact. @returns one sentence when there is none. */
  createTask(task: TaskRequest): string | undefined;
  /** Calls a number outside; wait for `third-party`. `callerNumber`: what is shown there, or else the caller's own. */
  dialThirdParty(number: string, withinMs: number, callerNumber: string | undefined): void;
  /**
   * Puts the agent or the caller of the contact that this transfer comes from on hold; the others hear this flow.
   * @returns false when there is no such contact.
   */
  holdPrevious(state: 'AgentOnHold' | 'CustomerOnHold' | 'OffHold'): boolean;
  /** Promises to call back whoever is on the line. @returns one sentence when nobody will. */
  createCallback(request: CallbackRequest): string | undefined;
  /**
   * Calls the customer whom this contact is for, who may be on the line already.
   * @returns whether the customer is there; where not, the block begins anew once somebody has answered.
   */
  callCustomer(callerNumber: string | undefined, withinMs: number | undefined): boolean;
  /** The task goes on as soon as its flow is at rest. @returns false when it is not paused. */
  resumeTask(): boolean;
  /** Whether a bot of somebody else's is in the chat. */
  botIsThere(): boolean;
  /** Who has answered the call that the centre made; undefined where that was not asked to be told apart. */
  answeredBy(): 'person' | 'machine-beep' | 'machine-no-beep' | 'unclear' | undefined;
  /** What is left of the time that functions in a row may take while the caller hears nothing, in ms. */
  functionTimeLeftMs(): number;
  /** Counts the time since `sinceMs` as spent in a function. */
  spendFunctionTime(sinceMs: number): void;
  /** A random whole number from `min` to `max` inclusive, from the run's seed. */
  random(min: number, max: number): number;
  /** Whether anybody will see what is logged; where not, an entry need not be made. */
  readonly isLogged: boolean;
  /** Adds a log entry of this block in place of the usual one; called more than once, there are more. */
  log(entry: Readonly<Record<string, Json>>): void;
}

/** What an agent finds with a task, e.g. `{ Type: 'URL', Value: 'https://…' }` (API_Reference). */
export interface TaskReference {
  readonly Type: string;
  readonly Value: string;
}

export interface CallbackRequest {
  /** The target queue where absent. */
  readonly queueId?: string;
  readonly delayMs: number;
  /** Attempts after the first that nobody has answered. */
  readonly retries: number;
  readonly retryDelayMs: number;
  /** Runs for the callback before it is queued, without the delay. */
  readonly flowId?: string;
  readonly callerNumber?: string;
}

export interface TaskRequest {
  readonly flowId: string;
  readonly name: string;
  readonly description?: string;
  readonly references?: Readonly<Record<string, TaskReference>>;
  readonly attributes?: Readonly<Record<string, string>>;
  /** When its flow begins, ms since 1970; now where absent. */
  readonly startsAtMs?: number;
}

export interface Listening {
  /** `talk`: words are wanted too. */
  readonly form: 'menu' | 'store' | 'talk';
  readonly maxDigits: number;
  readonly terminator: string;
  /** Until the first key, in ms. */
  readonly firstKeyWithinMs: number;
  /** What is keyed is encrypted: nobody sees it, whether or not the flow log is on. */
  readonly encrypted?: true;
}

/** Namespaces in which answers of other services are kept, each for one flow or module (adminguide/connect-attrib-list). */
export type AnswerRoot =
  | 'AgenticCX'
  | 'Case'
  | 'Customer'
  | 'DataTableList'
  | 'DataTables'
  | 'Email'
  | 'Views'
  | 'Wisdom';

/** What is remembered under a name: attributes are set by lists, which are quicker to go through than objects. */
export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** The changeable state of a contact as blocks see it. Every setter is all or nothing. */
export interface ContactState {
  /** Whether the contact is related to another that is still known; for `Related` below. */
  hasRelated(): boolean;
  /** @returns false, with nothing changed, when the total would pass 32 KB. */
  setAttributes(attributes: readonly Attribute[], target?: 'Related'): boolean;
  setFlowAttributes(attributes: Readonly<Record<string, string>>): boolean;
  /** Replaces the whole of `$.External`. */
  setExternal(result: Readonly<Record<string, Json>>): void;
  /** `$.LambdaInvocation.InvocationId` of an asynchronous call. */
  setInvocationId(invocationId: string): void;
  setStoredCustomerInput(keys: string): void;
  setMetrics(metrics: Readonly<Record<string, Json>>): void;
  /** Replaces the whole of `$.Lex`. */
  setLex(result: Readonly<Record<string, Json>>): void;
  /** What another service has left under this name, e.g. all of `$.Customer`. */
  answer(root: AnswerRoot): Readonly<Record<string, Json>>;
  /** Replaces it. */
  setAnswer(root: AnswerRoot, values: Readonly<Record<string, Json>>): void;
  setQueue(queueId: string): void;
  /** Null: nothing runs at the event, not even Connect's own flow. */
  setEventHook(hook: string, flowId: string | null): void;
  setRecording(participants: readonly string[]): void;
  setFlowLogging(enabled: boolean): void;
  setVoice(voice: string): void;
  setLanguage(languageCode: string, target?: 'Related'): void;
  /** `$.Name`, `$.Description`, `$.CustomerId`, `$.CallbackNumber`, … */
  setData(name: string, value: string, target?: 'Related'): void;
  /** @returns false, with nothing changed, when there would be more than 6 user tags. */
  setTags(tags: Readonly<Record<string, string>>): boolean;
  /** A tag that is not there is no fault. */
  removeTags(keys: readonly string[]): void;
  setPriority(change: { readonly priority?: number; readonly queueTimeAdjustmentMs?: number }): void;
  /** Which agents the contact waits for; begins at once where it is in a queue already. */
  setRoutingCriteria(steps: readonly RoutingStep[]): void;
  /** Rounds that this step has counted in this run of its flow. */
  loopCount(): number;
  setLoopCount(count: number): void;
  readonly keysAhead: KeysAhead;
}

/** Keys pressed before a block wants them (adminguide/set-touchtone-buffer-behavior). */
export interface KeysAhead {
  /** Starts keeping keys, or stops and forgets them. */
  keep(enabled: boolean): void;
  count(): number;
  /** The oldest kept key, taken out. */
  take(): string | undefined;
}

/** What a block may look up about the instance; every id may be an ARN. */
export interface InstanceView {
  /** True or false by the hours' own time zone and overrides; undefined when there are no such hours. Absent id: the target queue's. */
  isOpen(hoursId: string | undefined): boolean | undefined;
  queueExists(queueId: string): boolean;
  /** How a queue would take the contact; absent id: its target queue. Undefined while none is set. */
  queueRoom(queueId?: string): 'room' | 'full' | 'disabled' | undefined;
  /** Why the contact cannot leave the queue that it is in for another; undefined when it can. */
  whyNotMoved(): string | undefined;
  /** The transfer is for an agent. */
  isForAgent(): boolean;
  /** The personal queue of a user; undefined for nobody's id. */
  agentQueue(userId: string): string | undefined;
  flowType(flowId: string): FlowType | undefined;
  /** A bot that the instance may use, in a language such as `en_US`. */
  bot(aliasArn: string, localeId: string): BotLocale | undefined;
  prompt(promptId: string): { readonly name: string; readonly words?: string } | undefined;
  /** Undefined for an unknown metric or queue; absent id: the target queue. */
  metric(name: string, queueId: string | undefined): number | undefined;
  /** `$.Metrics` of a queue as GetMetricData leaves them; undefined when there is no such queue. */
  metrics(
    queueId: string | undefined,
    channel: Channel | undefined,
  ): Readonly<Record<string, Json>> | undefined;
}
