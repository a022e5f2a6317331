/** The people of a simulated day: each call of a caller, each agent, and what they are going to do. */
import type { FunctionAnswer } from '../blocks/waiting.ts';

import type { Effect } from '../contact/events.ts';
import type { SeededRandom } from '../contact/seeded-random.ts';
import type { Plan } from './agenda.ts';
import { exponential, logNormal, share, Weighted } from './distributions.ts';
import type { Agents, Intent, Keys } from './scenario.ts';

export interface Caller {
  /** Absent when withheld. */
  readonly number?: string;
  /** Stands for `{pin}` in the keys of a scenario. */
  readonly pin: string;
  /** Nobody can be called back there. */
  readonly undialable?: true;
}

export interface SimulatedCall {
  readonly caller: Caller;
  readonly intent: Intent;
  /** 0 for the first call, 1 for the first return. */
  readonly times: number;
  contactId: string;
  startedAtMs: number;
  /** Flows in which something was asked, queue and agent, in order. */
  path: string;
  lastFlow: string;
  visits: Map<string, number> | undefined;
  promptEndsAtMs: number;
  typing: Plan<Deed> | undefined;
  patience: Plan<Deed> | undefined;
  finishing: Plan<Deed> | undefined;
  leaving: Plan<Deed> | undefined;
  /** By a fault: at what the caller may hang up. */
  enoughAt: Effect['kind'] | undefined;
  queuedAtMs: number | undefined;
  queueName: string;
  answered: boolean;
  hungUp: boolean;
  readonly isCallback: boolean;
}

export const newCall = (
  caller: Caller,
  intent: Intent,
  times: number,
  isCallback = false,
): SimulatedCall => ({
  caller,
  intent,
  times,
  contactId: '',
  startedAtMs: 0,
  path: '',
  lastFlow: '',
  visits: undefined,
  promptEndsAtMs: 0,
  typing: undefined,
  patience: undefined,
  finishing: undefined,
  leaving: undefined,
  enoughAt: undefined,
  queuedAtMs: undefined,
  queueName: '',
  answered: false,
  hungUp: false,
  isCallback,
});

export interface SimulatedAgent {
  readonly userId: string;
  signedInAtMs: number | undefined;
  leaving: boolean;
  busySinceMs: number | undefined;
  /** Since when there is a call in hand, one that rings too. */
  callSinceMs: number | undefined;
  clearing: Plan<Deed> | undefined;
}

export interface SimulatedChat {
  readonly contactId: string;
  readonly plans: Map<ChatDeed['what'], Plan<Deed>>;
  readonly visits: Map<string, number>;
  /** What the customer answers to the question that a flow or bot asks. */
  says: string;
  queuedAtMs: number | undefined;
  connectedAtMs: number | undefined;
  agent: SimulatedAgent | undefined;
}

export interface SimulatedTask {
  readonly contactId: string;
  readonly plans: Plan<Deed>[];
  queuedAtMs: number | undefined;
  connectedAtMs: number | undefined;
  /** How long it is paused; 0 where it is not. */
  pauseMs: number;
  pausedAtMs: number | undefined;
  /** How long an agent has waited for it, ms. */
  pausedMs: number;
  /** The end of the work, while it is not paused. */
  finishing: Plan<Deed> | undefined;
  agent: SimulatedAgent | undefined;
}

export interface ChatDeed {
  readonly kind: 'of-chat';
  readonly what: 'says' | 'writes' | 'answers' | 'leaves' | 'finishes';
  readonly chat: SimulatedChat;
}

export interface TaskDeed {
  readonly kind: 'of-task';
  readonly what: 'pauses' | 'resumes' | 'finishes';
  readonly task: SimulatedTask;
}

export type Deed =
  | ChatDeed
  | TaskDeed
  | { readonly kind: 'comes'; readonly channel: 'CHAT' | 'TASK' }
  | { readonly kind: 'call'; readonly call: SimulatedCall }
  | { readonly kind: 'press'; readonly call: SimulatedCall; readonly keys: string }
  | { readonly kind: 'hang-up'; readonly call: SimulatedCall }
  | { readonly kind: 'lose-patience'; readonly call: SimulatedCall }
  /** The caller answers a call back, or lets it ring. */
  | { readonly kind: 'pick-up'; readonly call: SimulatedCall }
  | { readonly kind: 'finish'; readonly call: SimulatedCall; readonly agent: SimulatedAgent }
  | {
      readonly kind: 'answer';
      readonly contactId: string;
      readonly invocationId: string;
      readonly answer: FunctionAnswer;
    }
  /** What was keyed in secret has become ciphertext. */
  | { readonly kind: 'encrypt'; readonly contactId: string; readonly requestId: string }
  | { readonly kind: 'begin-shift'; readonly agent: SimulatedAgent }
  | { readonly kind: 'end-shift'; readonly agent: SimulatedAgent }
  | {
      readonly kind:
        | 'accept'
        | 'decline'
        | 'clear'
        | 'vanish'
        | 'hold'
        | 'take-back'
        | 'conference'
        | 'hand-over';
      readonly agent: SimulatedAgent;
      readonly contactId: string;
    };

/** The keys for a question; undefined where the caller has no answer to it. */
export function keysFor(
  chance: SeededRandom,
  keys: Keys | undefined,
  visit: number,
  caller: Caller,
): string | undefined {
  if (keys === undefined) return undefined;
  let chosen: string;
  if (typeof keys === 'string') chosen = keys;
  else if (isList(keys)) chosen = keys[Math.min(visit, keys.length - 1)] ?? '';
  else chosen = new Weighted(Object.entries(keys)).draw(chance);
  return chosen.replaceAll('{pin}', caller.pin);
}

const isList = (keys: Exclude<Keys, string>): keys is readonly string[] => Array.isArray(keys);

const ANY_KEY = '0123456789*#';
const DIGITS = '0123456789';

/** As many other keys as were meant; what ends an input stays. */
export function mistyped(chance: SeededRandom, keys: string): string {
  if (keys.length === 1) {
    const others = ANY_KEY.replace(keys, '');
    return others.charAt(Math.floor(share(chance) * others.length));
  }
  return [...keys]
    .map((key) => (DIGITS.includes(key) ? DIGITS.charAt(Math.floor(share(chance) * DIGITS.length)) : key))
    .join('');
}

/** How long agent and caller talk, ms. */
export const talkMs = (chance: SeededRandom, { talk }: Agents): number =>
  1000 * ('kind' in talk ? exponential(chance, talk.meanSeconds) : logNormal(chance, talk));
