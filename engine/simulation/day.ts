/** A simulated day in progress: one world, one agenda, one loop over what happens next. */

import { blockOf } from '../blocks/catalogue.ts';
import type { FindBlock } from '../contact/compiled-flow.ts';
import type { InvokeEffect, InvokeReply } from '../contact/driver.ts';
import { createWorld, nextDueAtMs, step } from '../contact/engine.ts';
import type { Effect, EngineEvent } from '../contact/events.ts';
import type { Phase } from '../contact/life.ts';
import { EngineRefusal } from '../contact/refusals.ts';
import { SeededRandom } from '../contact/seeded-random.ts';
import type { World } from '../contact/world.ts';
import { CHAT_MS_DEFAULT } from '../limits.ts';
import { Agenda } from './agenda.ts';
import { AgentDesk } from './agent-desk.ts';
import { CallerSide } from './caller-side.ts';
import { ChatSide } from './chat-side.ts';
import { type Dated, datedScenario } from './dates.ts';
import type { DayOptions, DayOver } from './day-options.ts';
import { arrivals } from './distributions.ts';
import { Faults } from './faults.ts';
import { faultyBlocks } from './faulty-blocks.ts';
import { FunctionSide } from './function-side.ts';
import { Laws } from './laws.ts';
import type { Deed } from './people.ts';
import type { Arrivals, Scenario } from './scenario.ts';
import type { SharedDay } from './shared-day.ts';
import { staffedInstance } from './staffed-instance.ts';
import { HOUR_MS, Tally } from './tally.ts';
import { TaskSide } from './task-side.ts';

/** Streams of chance, beside those of the world. */
const ARRIVALS = 11;
const CALLERS = 12;
const AGENTS = 13;
const FUNCTIONS = 14;
const FAULTS = 15;
const CHATS = 16;
const TASKS = 17;
const OTHER_ARRIVALS = 18;
/** Events between two audits, which look at every contact; what an event touches is looked at at once. */
const AUDIT_EVERY = 1_000;
/** Who is still on the line so long after the day will be there for ever: the time of a chat is over before. */
const AFTERWARDS_MS = CHAT_MS_DEFAULT + HOUR_MS;

/**
 * Goes through the whole day. It stops for nothing where functions are modelled; else it gives out each invocation.
 * @throws LawBroken with the seed, ScenarioUnfit for a scenario that does not fit the instance
 */
export function* simulateDay(
  options: DayOptions,
): Generator<{ readonly request: InvokeEffect; readonly atMs: number }, DayOver, InvokeReply> {
  const day = new Day(options);
  for (;;) {
    while (day.unanswered.length === 0) if (!day.goOn()) return day.over();
    const [request] = day.unanswered.splice(0, 1);
    if (request !== undefined) day.functionSide.replied(request, yield { request, atMs: day.nowMs });
  }
}

/** The day with modelled functions, at one go. */
export function runModelledDay(options: Omit<DayOptions, 'functions'>): DayOver {
  const { done, value } = simulateDay({ ...options, functions: 'modelled' }).next();
  if (done !== true) throw new Error('a modelled function was to be asked');
  return value;
}

/** The day itself, and what its parts share. */
class Day implements SharedDay {
  readonly scenario: Scenario;
  readonly world: World;
  readonly agenda = new Agenda<Deed>();
  readonly laws: Laws;
  readonly tally: Tally;
  readonly faults: Faults;
  readonly functionSide: FunctionSide;
  readonly callerSide: CallerSide;
  readonly agentDesk: AgentDesk;
  readonly chatSide: ChatSide | undefined;
  readonly taskSide: TaskSide;
  /** Invocations that somebody outside answers. */
  readonly unanswered: InvokeEffect[] = [];
  readonly #observe: DayOptions['observe'];
  readonly findBlock: FindBlock;
  readonly #startMs: number;
  readonly #dated: Pick<Dated, 'fault' | 'atMs'>;
  readonly #arrivals: Float64Array;
  #arrived = 0;
  #events = 0;

  constructor({ scenario: given, instance, seed, functions, callers, observe }: DayOptions) {
    const { scenario, fault, atMs } = datedScenario(given);
    this.scenario = scenario;
    this.#dated = { fault, atMs };
    this.#observe = observe;
    this.#startMs = Date.parse(scenario.startsAt);
    this.laws = new Laws(seed);
    this.tally = new Tally(scenario, this.#startMs);
    this.faults = new Faults(scenario.faults, new SeededRandom(seed, FAULTS), functions);
    this.findBlock =
      scenario.faults === 'none'
        ? blockOf
        : faultyBlocks((where, contactId) => {
            if (where === 'callback') return this.callerSide.undialable(contactId);
            const fault = this.faults.strike(where);
            if (fault === 'prompt-fails') this.laws.voiceFailed(contactId);
            return fault;
          });
    const staffed = staffedInstance(instance, scenario);
    this.world = createWorld({
      instance: staffed.instance,
      seed,
      nowMs: this.#startMs,
      records: observe === undefined ? 'none' : 'full',
      findBlock: this.findBlock,
    });
    this.#arrivals = arrivals(new SeededRandom(seed, ARRIVALS), scenario.calls, scenario.profile);
    this.functionSide = new FunctionSide(this, new SeededRandom(seed, FUNCTIONS), functions);
    this.callerSide = new CallerSide(this, new SeededRandom(seed, CALLERS), callers);
    this.agentDesk = new AgentDesk(this, new SeededRandom(seed, AGENTS), staffed.agents, this.#startMs);
    const { chats, tasks } = scenario;
    this.chatSide =
      chats === undefined
        ? undefined
        : new ChatSide(this, new SeededRandom(seed, CHATS), chats, this.#startMs);
    this.taskSide = new TaskSide(this, new SeededRandom(seed, TASKS), this.#startMs);
    const others = new SeededRandom(seed, OTHER_ARRIVALS);
    this.#willCome(others, 'CHAT', chats);
    this.#willCome(others, 'TASK', tasks);
  }

  #willCome(chance: SeededRandom, channel: 'CHAT' | 'TASK', coming: Arrivals | undefined): void {
    if (coming === undefined) return;
    for (const afterMs of arrivals(chance, coming.count, coming.profile ?? this.scenario.profile))
      this.agenda.add(this.#startMs + afterMs, { kind: 'comes', channel });
  }

  get nowMs(): number {
    return this.world.nowMs;
  }

  /** The next thing happens. @returns false when nothing will any more */
  goOn(): boolean {
    const { agenda, world } = this;
    const arrivalMs = this.#startMs + (this.#arrivals[this.#arrived] ?? Number.POSITIVE_INFINITY);
    const dueMs = Math.min(agenda.nextMs, arrivalMs);
    const timerMs = nextDueAtMs(world) ?? Number.POSITIVE_INFINITY;
    const nextMs = Math.max(world.nowMs, Math.min(dueMs, timerMs));
    if (nextMs === Number.POSITIVE_INFINITY || nextMs > this.#lastMs) return false;
    if (timerMs < dueMs) this.send({ kind: 'clock' }, nextMs);
    else if (arrivalMs <= agenda.nextMs) {
      this.#arrived += 1;
      this.callerSide.arrives(nextMs);
    } else {
      const plan = agenda.take();
      if (plan !== undefined) this.#do(plan.deed, nextMs);
    }
    return true;
  }

  /** Gives an event to the world; its effects have been seen by all when this returns. */
  send(event: EngineEvent, atMs: number): void {
    this.#events += 1;
    for (const effect of step(this.world, event, atMs)) this.#see(effect, atMs);
    this.laws.endTick(this.#phaseOf, atMs);
    if (this.#events % AUDIT_EVERY === 0) this.#audit();
  }

  /** An event that may make no sense any more. */
  replay(event: EngineEvent, atMs = this.nowMs): 'taken' | 'refused' {
    try {
      this.send(event, atMs);
      return 'taken';
    } catch (error) {
      if (error instanceof EngineRefusal) return 'refused';
      throw error;
    }
  }

  over(): DayOver {
    this.#audit();
    this.laws.endDay(this.nowMs, this.#stepOf);
    const { tally, laws, faults, scenario } = this;
    const { fault, atMs } = this.#dated;
    if (fault !== undefined && this.#startMs <= atMs && atMs <= this.nowMs) faults.applied(fault);
    return {
      scenario,
      tally,
      chats: this.chatSide?.tally,
      tasks: this.taskSide.tally,
      laws,
      faults,
      endedAtMs: this.nowMs,
      startMs: this.#startMs,
      events: this.#events,
    };
  }

  get #lastMs(): number {
    return this.#startMs + this.scenario.profile.length * HOUR_MS + AFTERWARDS_MS;
  }

  readonly #stepOf = (contactId: string): string | undefined => {
    const run = this.world.contacts.get(contactId)?.customer;
    return run === undefined ? undefined : `step '${run.step.identifier}' of flow '${run.frame.flow.name}'`;
  };

  readonly #phaseOf = (contactId: string): Phase | undefined => this.world.contacts.get(contactId)?.phase;

  #audit(): void {
    this.laws.audit(openContacts(this.world), this.nowMs);
  }

  #see(effect: Effect, atMs: number): void {
    this.#observe?.(effect, atMs);
    if (effect.kind === 'contact-started') this.callerSide.started(effect.contactId, atMs);
    else if (effect.kind === 'callback-created') this.callerSide.isPromisedCall(effect);
    else if (effect.kind === 'customer-dialled') this.callerSide.telephoneRings(effect, atMs);
    const heard = this.laws.see(effect, atMs);
    this.callerSide.mayHangUp(effect, atMs);
    this.chatSide?.see(effect, atMs);
    this.taskSide.see(effect, atMs);
    switch (effect.kind) {
      case 'prompt':
      case 'listening':
      case 'listening-ended':
      case 'queued':
        this.callerSide.see(effect, atMs);
        return;
      case 'connected':
        this.callerSide.isConnected(effect.contactId, effect.userId, atMs);
        return;
      case 'transferred':
        this.callerSide.isTransferred(effect, atMs);
        return;
      case 'contact-ended':
        if (heard !== undefined) this.callerSide.ended(effect.contactId, heard, atMs);
        return;
      case 'offered':
      case 'accepted':
      case 'agent-changed':
        this.agentDesk.see(effect, atMs);
        return;
      case 'ask-service':
        if (effect.service === 'input-encryption') {
          const { contactId, requestId } = effect;
          this.agenda.add(atMs, { kind: 'encrypt', contactId, requestId });
          return;
        }
        throw new Error(
          `a flow asks the service '${effect.service}' (${effect.operation}), of which a simulated day has no model`,
        );
      case 'invoke':
        this.functionSide.invoked(effect, atMs);
        return;
      default:
    }
  }

  #do(deed: Deed, atMs: number): void {
    switch (deed.kind) {
      case 'call':
      case 'press':
      case 'hang-up':
      case 'lose-patience':
      case 'pick-up':
      case 'finish':
        this.callerSide.do(deed, atMs);
        return;
      case 'answer':
        this.functionSide.answers(deed, atMs);
        return;
      case 'encrypt':
        this.functionSide.encrypted(deed, atMs);
        return;
      case 'comes':
        if (deed.channel === 'TASK') this.taskSide.arrives(atMs);
        else this.chatSide?.arrives(atMs);
        return;
      case 'of-chat':
        this.chatSide?.do(deed, atMs);
        return;
      case 'of-task':
        this.taskSide.do(deed, atMs);
        return;
      default:
        this.agentDesk.do(deed, atMs);
    }
  }
}

const openContacts = (world: World): (readonly [string, Phase])[] =>
  [...world.contacts].flatMap(([id, { id: own, phase }]) =>
    id === own && phase !== 'ended' ? [[id, phase] as const] : [],
  );
