/** What a simulated day is made of: plain data, all of it; a seed does the rest. */
import type { Proficiency, RoutedChannel } from '../contact/instance.ts';
import type { LogNormal } from './distributions.ts';

export interface Scenario {
  readonly name: string;
  /** Callers who call for the first time; those who come back are beyond it. */
  readonly calls: number;
  /** The moment of the first hour, with its offset: `2026-11-10T06:00:00-05:00`. */
  readonly startsAt: string;
  /** How many callers come in each hour, in any unit; as many hours as there are numbers. */
  readonly profile: readonly number[];
  readonly serviceLevel: { readonly share: number; readonly withinSeconds: number };
  readonly callers: Callers;
  readonly agents: Agents;
  readonly shifts: readonly Shift[];
  /** Beside the calls; none where absent. */
  readonly chats?: Chats;
  readonly tasks?: Tasks;
  /** Routing profiles by name, where the day needs others than the deployed ones. */
  readonly routingProfiles?: Readonly<Record<string, ProfileChange>>;
  /** Limits of queues by name, where the day needs others than the deployed ones. */
  readonly queues: Readonly<Record<string, { readonly maxContacts: number }>>;
  /** How functions answer where they do not run, by name. */
  readonly functions: Readonly<Record<string, FunctionModel>>;
  readonly faults: FaultPlan;
}

export type FaultPlan = 'none' | 'low' | 'storm' | readonly string[];

export interface Callers {
  readonly intents: readonly Intent[];
  /** Of thinking before a key, an exponential mean. */
  readonly thinkSeconds: number;
  /** Probabilities, at each question. */
  readonly pressesEarly: number;
  readonly wrongKey: number;
  readonly noKey: number;
  readonly hangsUp: number;
  /** Probability that a caller's number is withheld. */
  readonly withheld: number;
  /** How long callers wait in a queue: exponential; endless where absent. */
  readonly patienceSeconds?: number;
  /** Probability that a caller answers who is called back. */
  readonly answersCallback: number;
  readonly returns: {
    /** Probability after hanging up in a queue. */
    readonly chance: number;
    readonly afterSeconds: number;
    readonly timesMax: number;
  };
}

/**
 * What a caller wants, by weight, and what the caller does at each question (`flow/step`): always the same keys, one
 * answer for each time that it is asked (the last for all further), or answers by weight. No keys: silence.
 */
export interface Intent {
  readonly name: string;
  readonly weight: number;
  readonly keys: Readonly<Record<string, Keys>>;
  /** Whom the fault can strike that a number cannot be called back. */
  readonly wantsCallBack?: boolean;
}
export type Keys = string | readonly string[] | Readonly<Record<string, number>>;

export interface Agents {
  /** Ringing until the call is taken. */
  readonly acceptSeconds: { readonly min: number; readonly max: number };
  readonly talk: LogNormal | { readonly meanSeconds: number; readonly kind: 'exponential' };
  readonly afterContactWork: LogNormal;
  /** Probabilities at each call that rings. */
  readonly misses: number;
  readonly declines: number;
  /** Probability that the caller and not the agent hangs up after the talk. */
  readonly callerEnds: number;
  /** Once in a talk, for an exponential time that the talk is longer by; nobody holds where absent. */
  readonly holds?: { readonly chance: number; readonly meanSeconds: number };
  /** At the end of a talk, to a queue by one of the quick connects; nobody transfers where absent. */
  readonly transfers?: {
    readonly chance: number;
    /** Probability that the agent waits with the caller on hold first, and leaves when somebody has answered. */
    readonly consults: number;
    /** How long one who consults stays, an exponential mean. */
    readonly meanSeconds: number;
    /**
     * Probability that one who consults takes the caller back then, so that all three talk, and leaves after as long
     * again; never where absent.
     */
    readonly conferences?: number;
  };
}

/** What comes beside calls. */
export interface Arrivals {
  readonly count: number;
  /** How many come in each hour, in any unit; as calls do where absent. */
  readonly profile?: readonly number[];
  /** Name of the inbound flow in which they begin. */
  readonly flow: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** That of calls where absent. */
  readonly serviceLevel?: Scenario['serviceLevel'];
  /** How long an agent has one. */
  readonly handle: LogNormal;
  readonly afterContactWork: LogNormal;
}

export interface Chats extends Arrivals {
  /** How long customers wait in a queue: exponential; endless where absent. */
  readonly patienceSeconds?: number;
  /** From one message of a person to the next, exponential means. */
  readonly customerWritesEverySeconds: number;
  readonly agentWritesEverySeconds: number;
  /** Probability that the customer and not the agent leaves first. */
  readonly customerEnds: number;
  /** The agent has a chat longer by this share for each other chat that they have when it begins; 0 where absent. */
  readonly slowerByEachOther?: number;
  /** What customers write when a flow or bot asks (`flow/step`): always the same, or one text for each time. */
  readonly says?: Readonly<Record<string, string | readonly string[]>>;
}

export interface Tasks extends Arrivals {
  /** Probability that one is to begin later, after an exponential time, six days at most. */
  readonly later?: { readonly chance: number; readonly meanSeconds: number };
  /** Each is paused once at most: as soon as it is queued, or while an agent works on it, for an exponential time. */
  readonly pauses?: { readonly inQueue: number; readonly atAgent: number; readonly meanSeconds: number };
}

export interface ProfileChange {
  /** How many an agent has at once, instead of what is deployed. */
  readonly concurrency?: Readonly<Partial<Record<RoutedChannel, number>>>;
  /** Served beside those that are deployed. */
  readonly queues?: readonly {
    readonly queue: string;
    readonly channel: RoutedChannel;
    readonly priority: number;
    readonly delaySeconds: number;
  }[];
  /** Channels during whose contacts those of others come, too, instead of those that are deployed. */
  readonly crossChannel?: readonly RoutedChannel[];
}

export interface Shift {
  readonly name: string;
  /** Name of a routing profile. */
  readonly routingProfile: string;
  readonly agents: number;
  /** What its agents are good at; nothing where left out. */
  readonly proficiencies?: readonly Proficiency[];
  /** Hours since the start of the day; parts of hours as fractions. */
  readonly fromHour: number;
  readonly untilHour: number;
}

export interface FunctionModel {
  readonly latency: LogNormal;
  readonly outcomes: readonly FunctionOutcome[];
  /** Requests of tables in one run, by table. */
  readonly tables: Readonly<Record<string, { readonly reads: number; readonly writes: number }>>;
}

export interface FunctionOutcome {
  readonly outcome: string;
  readonly weight: number;
  /** Given to callers who show their number, or to those who withhold it; to all where absent. */
  readonly to?: 'shown' | 'withheld';
  readonly fields: Readonly<Record<string, string>>;
}
