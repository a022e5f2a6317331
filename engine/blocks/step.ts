/** All that a block may see and do while it runs: the narrow door between blocks and the contact engine. */
import type { Json } from '../language/flow.ts';
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
  | { readonly kind: 'transfer-to-flow'; readonly flowId: string }
  | { readonly kind: 'enter-module'; readonly moduleId: string }
  | { readonly kind: 'end-module' }
  | { readonly kind: 'end-flow' }
  | { readonly kind: 'queue' }
  | { readonly kind: 'disconnect' };

export interface Speech {
  /** What is said, with references already put in. `name` of a recorded prompt where there is no text. */
  readonly text: string;
  readonly form: 'text' | 'ssml' | 'prompt' | 'media';
  /** Pressing a key ends it. */
  readonly interruptible: boolean;
}

export interface BlockStep {
  readonly parameters: Readonly<Record<string, Json>>;
  readonly channel: Channel;
  readonly nowMs: number;
  /** Text with every JSONPath replaced by its value; an unset one by nothing. */
  text(template: string): string;
  /** The value of one whole JSONPath, or the static text itself; undefined when unset. */
  value(reference: string): string | undefined;
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
  /** Asks for a function to be invoked; wait for `function-answered`. Gives the invocation's id. */
  invoke(functionArn: string, parameters: Readonly<Record<string, Json>>): string;
  /** A random whole number from `min` to `max` inclusive, from the run's seed. */
  random(min: number, max: number): number;
  /** Keys of the log entry of this block beside the parameters. */
  log(entry: Readonly<Record<string, Json>>): void;
}

export interface Listening {
  readonly form: 'menu' | 'store';
  readonly maxDigits: number;
  readonly terminator: string;
  /** Until the first key, in ms. */
  readonly firstKeyWithinMs: number;
}

/** The changeable state of a contact as blocks see it. Every setter is all or nothing. */
export interface ContactState {
  /** @returns false, with nothing changed, when the total would pass 32 KB. */
  setAttributes(attributes: Readonly<Record<string, string>>): boolean;
  setFlowAttributes(attributes: Readonly<Record<string, string>>): boolean;
  /** Replaces the whole of `$.External`. */
  setExternal(result: Readonly<Record<string, Json>>): void;
  setStoredCustomerInput(keys: string): void;
  setQueue(queueId: string): void;
  setEventHook(hook: string, flowId: string): void;
  setRecording(participants: readonly string[]): void;
  setFlowLogging(enabled: boolean): void;
  setVoice(voice: string): void;
  setLanguage(languageCode: string): void;
  setPriority(change: { readonly priority?: number; readonly queueTimeAdjustmentMs?: number }): void;
  /** Loop counters live with the contact's flow run, by step identifier. */
  loopCount(stepIdentifier?: string): number;
  setLoopCount(count: number): void;
}

/** What a block may look up about the instance. */
export interface InstanceView {
  /** True or false by the hours' own time zone and overrides; undefined when there are no such hours. */
  isOpen(hoursId: string | undefined): boolean | undefined;
  queueExists(queueId: string): boolean;
  flowExists(flowId: string): boolean;
  promptName(promptId: string): string | undefined;
  metric(name: string, queueId: string | undefined): number | undefined;
}
