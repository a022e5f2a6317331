/** The callers of a day: who comes, what they press, how long they wait, and who calls again. */
import type { Effect } from '../contact/events.ts';
import type { SeededRandom } from '../contact/seeded-random.ts';
import { exponential, happens, share, Weighted } from './distributions.ts';
import type { FaultName } from './fault-catalogue.ts';
import { Keying } from './keying.ts';
import { type Caller, type Deed, newCall, type SimulatedCall, talkMs } from './people.ts';
import type { Heard } from './present.ts';
import type { Intent } from './scenario.ts';
import type { SharedDay } from './shared-day.ts';
import { count } from './tally.ts';
import { upset } from './upsets.ts';

type CallerDeed = Extract<Deed, { call: SimulatedCall }>;
type Heeded = Extract<Effect, { kind: 'prompt' | 'listening' | 'listening-ended' | 'queued' }>;

/** What happens to callers, one kind of which each has enough of. */
const MOMENTS: readonly Effect['kind'][] = ['prompt', 'listening', 'invoke', 'queued', 'connected'];
/** Ninety-nine invented numbers (+1 202 555 01xx are for fiction); the centre's own is not among them. */
const INVENTED: readonly Caller[] = Array.from({ length: 99 }, (_, index) => ({
  number: `+120255501${String(index + 1).padStart(2, '0')}`,
  pin: '4711',
}));

export class CallerSide {
  readonly #day: SharedDay;
  readonly #chance: SeededRandom;
  readonly #callers: readonly Caller[];
  readonly #intents: Weighted<Intent>;
  readonly #keying: Keying;
  readonly #number: string;
  readonly #calls = new Map<string, SimulatedCall>();
  #dialling: SimulatedCall | undefined;
  #lastEnded: string | undefined;

  /** @throws Error for an instance without a number, or a scenario whose callers want nothing */
  constructor(day: SharedDay, chance: SeededRandom, callers: readonly Caller[] = INVENTED) {
    this.#day = day;
    this.#chance = chance;
    this.#callers = callers;
    this.#keying = new Keying(day, chance);
    this.#intents = new Weighted(day.scenario.callers.intents.map((intent) => [intent, intent.weight]));
    const number = day.world.instance.phoneNumbers.find(({ flowId }) => flowId !== undefined)?.number;
    if (number === undefined)
      throw new Error('the instance has no number that leads to a flow: nobody can call');
    this.#number = number;
  }

  /** A caller who has not called before; with whatever the day has in store for this one. */
  arrives(atMs: number): void {
    const caller = this.#caller();
    const intent = this.#intent();
    const fault = this.#day.faults.strike('call', (name) => this.#canSuffer(name, caller, intent));
    const undialable = fault === 'callback-not-dialable';
    this.#dial(newCall(undialable ? { pin: caller.pin, undialable } : caller, intent, 0), atMs);
    if (fault === 'same-caller-twice') this.#dial(newCall(caller, this.#intent(), 0), atMs);
    if (fault === 'hundred-callers-of-one-account')
      for (let line = 1; line < 100; line += 1) this.#dial(newCall(caller, this.#intent(), 0), atMs);
    if (fault !== undefined) upset(this.#day, fault, this.#lastEnded);
  }

  /** What could not happen to this one has not been applied. */
  #canSuffer(fault: FaultName, { number }: Caller, { wantsCallBack }: Intent): boolean {
    if (fault === 'callback-not-dialable') return wantsCallBack === true;
    if (fault === 'same-caller-twice' || fault === 'hundred-callers-of-one-account')
      return number !== undefined;
    return fault !== 'events-replayed' || this.#lastEnded !== undefined;
  }

  undialable(contactId: string): FaultName | undefined {
    // A call that is just being dialled runs its first blocks before anybody knows its name.
    const { caller } = this.#calls.get(contactId) ?? this.#dialling ?? {};
    return caller?.undialable === true ? 'callback-not-dialable' : undefined;
  }

  /** At a thing that happens to the caller, of the kind at which this one may have had enough. */
  mayHangUp(effect: Effect, atMs: number): void {
    const { faults, agenda } = this.#day;
    if (!faults.isPlanned('caller-hangs-up') || !('contactId' in effect)) return;
    const call = this.#calls.get(effect.contactId);
    if (call === undefined || call.leaving !== undefined || (call.isCallback && !call.answered)) return;
    call.enoughAt ??= MOMENTS[Math.floor(share(this.#chance) * MOMENTS.length)];
    if (effect.kind !== call.enoughAt || faults.strike('moment') === undefined) return;
    // Before anything else can happen: words have begun, the function runs, the agent says hello.
    call.leaving = agenda.add(atMs + 1, { kind: 'hang-up', call });
  }

  started(contactId: string, atMs: number): void {
    const call = this.#dialling;
    if (call === undefined) return;
    this.#dialling = undefined;
    call.contactId = contactId;
    call.startedAtMs = atMs;
    this.#calls.set(contactId, call);
  }

  isWithheld(contactId: string): boolean {
    return this.#calls.get(contactId)?.caller.number === undefined;
  }

  see(effect: Heeded, atMs: number): void {
    const call = this.#calls.get(effect.contactId);
    if (call === undefined) return;
    if (effect.kind === 'prompt') {
      if (effect.party === 'customer') call.promptEndsAtMs = atMs + effect.durationMs;
    } else if (effect.kind === 'listening') {
      const question = this.#questionOf(call);
      if (question !== undefined) this.#keying.isAsked(call, question, atMs);
    } else if (effect.kind === 'listening-ended') {
      this.#day.agenda.cancel(call.typing);
      call.typing = undefined;
    } else this.#isQueued(call, effect.queueId, effect.queueName, atMs);
  }

  isPromisedCall({ contactId, fromContactId }: Extract<Effect, { kind: 'callback-created' }>): void {
    const from = this.#calls.get(fromContactId);
    if (from === undefined) return;
    this.#day.tally.callbacks += 1;
    const call = newCall(from.caller, from.intent, from.times, true);
    call.contactId = contactId;
    this.#calls.set(contactId, call);
  }

  telephoneRings({ contactId, withinMs }: Extract<Effect, { kind: 'customer-dialled' }>, atMs: number): void {
    const call = this.#calls.get(contactId);
    if (call === undefined || !happens(this.#chance, this.#day.scenario.callers.answersCallback)) return;
    this.#day.agenda.add(atMs + (withinMs / 2) * share(this.#chance), { kind: 'pick-up', call });
  }

  isConnected(contactId: string, userId: string, atMs: number): void {
    const call = this.#calls.get(contactId);
    if (call === undefined) return;
    const { agenda, tally, agentDesk, scenario, faults } = this.#day;
    agenda.cancel(call.patience);
    call.patience = undefined;
    agenda.cancel(call.typing);
    call.typing = undefined;
    if (!call.answered && call.queuedAtMs !== undefined) tally.answered(call.queuedAtMs, atMs);
    if (call.isCallback) {
      call.startedAtMs = atMs;
      tally.calledBack += 1;
    }
    call.answered = true;
    this.#passes(call, 'agent');
    const agent = agentDesk.agent(userId);
    const lastsMs = talkMs(this.#chance, scenario.agents);
    const untilMs = atMs + lastsMs + agentDesk.mayHold(agent, contactId, atMs, lastsMs);
    agenda.cancel(call.finishing);
    call.finishing = agenda.add(untilMs, { kind: 'finish', call, agent });
    const fault = faults.strike('talking');
    if (fault !== undefined) agentDesk.breaksOff(fault, agent, contactId, atMs, untilMs);
  }

  /** To an agent who has answered already; others connect later. */
  isTransferred({ byUserId, contactId }: Extract<Effect, { kind: 'transferred' }>, atMs: number): void {
    if (byUserId !== undefined) this.isConnected(contactId, byUserId, atMs);
  }

  ended(contactId: string, { longestSilenceMs, longestDeadAirMs }: Heard, atMs: number): void {
    const call = this.#calls.get(contactId);
    if (call === undefined) return;
    this.#calls.delete(contactId);
    this.#lastEnded = contactId;
    const { agenda, tally } = this.#day;
    for (const plan of [call.typing, call.patience, call.finishing, call.leaving]) agenda.cancel(plan);
    if (!call.isCallback || call.answered) tally.lineMs += atMs - call.startedAtMs;
    tally.longestSilenceMs = Math.max(tally.longestSilenceMs, longestSilenceMs);
    tally.longestDeadAirMs = Math.max(tally.longestDeadAirMs, longestDeadAirMs);
    count(tally.intents, call.intent.name);
    count(tally.paths, `${call.path}${call.path === '' ? '' : ' › '}${this.#closes(call, atMs)}`);
  }

  do(deed: CallerDeed, atMs: number): void {
    switch (deed.kind) {
      case 'call':
        this.#dial(deed.call, atMs);
        return;
      case 'press':
        this.#keying.press(deed.call, deed.keys, atMs);
        return;
      case 'hang-up':
      case 'lose-patience':
        this.#hangUp(deed.call, atMs);
        return;
      case 'pick-up':
        this.#day.replay(
          { kind: 'customer-called', contactId: deed.call.contactId, outcome: 'answers' },
          atMs,
        );
        return;
      case 'finish': {
        const { call, agent } = deed;
        if (happens(this.#chance, this.#day.scenario.agents.callerEnds)) this.#hangUp(call, atMs);
        else this.#day.agentDesk.hangsUp(agent, call.contactId, atMs);
      }
    }
  }

  #caller(): Caller {
    const caller = this.#callers[Math.floor(share(this.#chance) * this.#callers.length)];
    if (caller === undefined) throw new Error('there is nobody who could call');
    const isWithheld = happens(this.#chance, this.#day.scenario.callers.withheld);
    return isWithheld ? { pin: caller.pin } : caller;
  }

  #intent(): Intent {
    return this.#intents.draw(this.#chance);
  }

  #dial(call: SimulatedCall, atMs: number): void {
    this.#day.tally.hourOf(atMs).calls += 1;
    if (call.times > 0) this.#day.tally.returned += 1;
    this.#dialling = call;
    const { number } = call.caller;
    this.#day.send(
      {
        kind: 'dial',
        to: this.#number,
        playback: 'estimated',
        ...(number === undefined ? {} : { from: number }),
      },
      atMs,
    );
  }

  #isQueued(call: SimulatedCall, queueId: string, queueName: string, atMs: number): void {
    const { tally, world } = this.#day;
    this.#passes(call, queueName);
    call.queueName = queueName;
    // Who has been transferred waits as patiently as before.
    if (call.answered) this.#waits(call, atMs);
    if (call.queuedAtMs !== undefined || call.isCallback) return;
    call.queuedAtMs = atMs;
    tally.queued(atMs, world.queues.get(queueId)?.present.size ?? 0);
    this.#waits(call, atMs);
  }

  #waits(call: SimulatedCall, atMs: number): void {
    const { agenda, scenario } = this.#day;
    const { patienceSeconds } = scenario.callers;
    if (patienceSeconds === undefined) return;
    const untilMs = atMs + 1000 * exponential(this.#chance, patienceSeconds);
    agenda.cancel(call.patience);
    call.patience = agenda.add(untilMs, { kind: 'lose-patience', call });
  }

  /** `flow/step`, of who has not gone meanwhile. */
  #questionOf(call: SimulatedCall): string | undefined {
    const run = this.#day.world.contacts.get(call.contactId)?.customer;
    if (run === undefined) return undefined;
    const flow = run.frame.flow.name;
    if (call.queuedAtMs === undefined) this.#passes(call, flow);
    return `${flow}/${run.step.identifier}`;
  }

  #hangUp(call: SimulatedCall, atMs: number): void {
    call.hungUp = true;
    this.#day.laws.callerLeaves(call.contactId);
    this.#day.send({ kind: 'caller-hangs-up', contactId: call.contactId }, atMs);
  }

  /** How the call ended, in a word. */
  #closes(call: SimulatedCall, atMs: number): string {
    const { agenda, tally, scenario } = this.#day;
    if (call.answered) return 'goodbye';
    if (call.isCallback) return 'not reached';
    if (call.queuedAtMs === undefined) {
      if (call.hungUp) tally.leftInFlow += 1;
      else tally.contained += 1;
      return call.hungUp ? 'hangs up' : 'done';
    }
    tally.leftQueue(call.queuedAtMs, atMs, call.hungUp ? 'abandoned' : 'leftNumber');
    if (!call.hungUp) return 'leaves number';
    const { chance, afterSeconds, timesMax } = scenario.callers.returns;
    if (happens(this.#chance, chance) && call.times < timesMax) {
      const again = newCall(call.caller, call.intent, call.times + 1);
      agenda.add(atMs + 1000 * exponential(this.#chance, afterSeconds), { kind: 'call', call: again });
    }
    return 'hangs up';
  }

  #passes(call: SimulatedCall, where: string): void {
    if (call.lastFlow === where) return;
    call.lastFlow = where;
    call.path = call.path === '' ? where : `${call.path} › ${where}`;
  }
}
