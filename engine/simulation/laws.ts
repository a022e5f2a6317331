/** The two laws of every simulated day: no contact is lost, and nothing ends without the caller having been told. */
import type { DisconnectReason, Effect } from '../contact/events.ts';
import type { Phase } from '../contact/life.ts';
import { Ear } from './ear.ts';
import { LawBroken } from './law-broken.ts';
import { type Account, PHASES, type Place } from './places.ts';
import { type Heard, NOTHING_HEARD, type Present } from './present.ts';

/** The customer has ended it, was never there, or sees in the chat that its time is over. */
const TELLS_ITSELF = /^(?:CUSTOMER_|EXPIRED$)/;

/** Where all contacts are, by the effects alone. */
export class Laws {
  readonly #seed: number;
  readonly #present = new Map<string, Present>();
  readonly #places: Record<Place, number> = {
    flow: 0,
    queue: 0,
    agent: 0,
    callback: 0,
    'put-off': 0,
  };
  readonly #ended = new Map<DisconnectReason, number>();
  readonly #touched = new Set<string>();
  readonly #voiceless = new Set<string>();
  /** Transfers that agents have begun, and that the caller is not in yet. */
  readonly #legs = new Set<string>();
  #started = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** @returns what the caller heard, once the contact has ended. @throws LawBroken */
  see(effect: Effect, atMs: number): Heard | undefined {
    if (effect.kind === 'transfer-started') this.#legs.add(effect.contactId);
    if (this.#legs.size > 0 && 'contactId' in effect && this.#legs.has(effect.contactId)) {
      // The caller is not in it: nobody can be lost there, or untold.
      if (effect.kind === 'contact-ended') this.#legs.delete(effect.contactId);
      return undefined;
    }
    switch (effect.kind) {
      case 'transferred':
        this.#transferred(effect, atMs);
        return undefined;
      case 'contact-started':
      case 'chat-started': {
        if (this.#present.has(effect.contactId)) this.#lost(effect.contactId, atMs, 'began twice');
        this.#begin(effect.contactId, 'flow', atMs, true);
        return undefined;
      }
      case 'task-started':
        // Nobody is on the line of a task: there is nobody to tell.
        this.#begin(effect.contactId, effect.startsAtMs === undefined ? 'flow' : 'put-off', atMs, false);
        return undefined;
      case 'task-paused': {
        const { place } = this.#known(effect.contactId, atMs);
        this.#move(effect.contactId, 'put-off', atMs).pausedAt = place;
        return undefined;
      }
      case 'task-resumed':
        // Out of its queue it goes through a flow, or back into the queue at once.
        this.#move(
          effect.contactId,
          this.#known(effect.contactId, atMs).pausedAt === 'agent' ? 'agent' : 'flow',
          atMs,
        );
        return undefined;
      case 'callback-created':
        this.#begin(effect.contactId, 'callback', atMs, false);
        return undefined;
      case 'customer-answered': {
        const present = this.#known(effect.contactId, atMs);
        present.isOnTheLine = true;
        present.ear = new Ear(atMs);
        return undefined;
      }
      case 'segment-started':
        if (effect.initiation === 'CALLBACK') this.#move(effect.contactId, 'callback', atMs);
        return undefined;
      case 'queued':
        this.#move(effect.contactId, 'queue', atMs).ear.knowsNothingOfIt();
        return undefined;
      case 'offered':
        this.#move(effect.contactId, 'queue', atMs);
        return undefined;
      case 'accepted':
        this.#move(effect.contactId, 'agent', atMs);
        return undefined;
      case 'connected': {
        const present = this.#move(effect.contactId, 'agent', atMs);
        present.isDeserted = false;
        present.ear.personIsThere(atMs);
        return undefined;
      }
      case 'prompt': {
        if (effect.party !== 'customer') return undefined;
        const { ear, place } = this.#known(effect.contactId, atMs);
        const tells = effect.form === 'text' || effect.form === 'ssml' || place === 'flow';
        ear.hears(atMs, effect.durationMs, tells);
        return undefined;
      }
      case 'prompt-stopped':
        if (effect.party === 'customer') this.#known(effect.contactId, atMs).ear.isCutOff(atMs);
        return undefined;
      case 'listening':
        this.#known(effect.contactId, atMs).ear.isAsked();
        return undefined;
      case 'listening-ended':
        this.#known(effect.contactId, atMs).ear.isAskedNoMore(atMs);
        return undefined;
      case 'invoke':
        this.#present.get(effect.contactId)?.ear.knowsNothingOfIt();
        return undefined;
      case 'third-party-connected':
        this.#known(effect.contactId, atMs).ear.personIsThere(atMs);
        return undefined;
      case 'held':
        this.#known(effect.contactId, atMs).ear.personIsGone(atMs, false);
        return undefined;
      case 'resumed':
        if (this.#present.get(effect.contactId)?.isDeserted === false)
          this.#known(effect.contactId, atMs).ear.personIsThere(atMs);
        return undefined;
      case 'contact-ended':
        return this.#end(effect.contactId, effect.reason, atMs);
      default:
        return undefined;
    }
  }

  /** The caller hangs up: there is nobody any more who could be told. */
  callerLeaves(contactId: string): void {
    const present = this.#present.get(contactId);
    if (present !== undefined) present.callerLeft = true;
  }

  /** @param suddenly the desk is gone, and nobody has said goodbye */
  agentLeaves(contactId: string, atMs: number, suddenly: boolean): void {
    const present = this.#present.get(contactId);
    if (present === undefined) return;
    present.isDeserted = suddenly;
    present.ear.personIsGone(atMs, suddenly);
  }

  /** Words could not be spoken, in the tick that is going on: its effects are still to be seen. */
  voiceFailed(contactId: string): void {
    this.#voiceless.add(contactId);
  }

  /**
   * At the end of a tick: each contact that it touched is where the engine has it.
   * @param phaseOf undefined for a contact that the engine does not know
   * @throws LawBroken
   */
  endTick(phaseOf: (contactId: string) => Phase | undefined, atMs: number): void {
    for (const contactId of this.#touched) {
      const present = this.#present.get(contactId);
      this.#compare(contactId, present?.place, phaseOf(contactId), atMs);
    }
    this.#touched.clear();
    for (const contactId of this.#voiceless) this.#present.get(contactId)?.ear.voiceFailed(atMs);
    this.#voiceless.clear();
    const { flow, queue, agent, callback, 'put-off': putOff } = this.#places;
    if (this.#started !== flow + queue + agent + callback + putOff + this.endedCount)
      this.#lost('every one', atMs, `does not add up: ${JSON.stringify(this.account())}`);
  }

  /** Every contact, one by one: none is only here or only there. @throws LawBroken */
  audit(open: readonly (readonly [contactId: string, phase: Phase])[], atMs: number): void {
    const callers = open.filter(([contactId]) => !this.#legs.has(contactId));
    for (const [contactId, phase] of callers)
      this.#compare(contactId, this.#present.get(contactId)?.place, phase, atMs);
    if (callers.length === this.#present.size) return;
    const here = new Set(callers.map(([contactId]) => contactId));
    const [missing = 'nobody'] = [...this.#present.keys()].filter((contactId) => !here.has(contactId));
    this.#lost(missing, atMs, 'has not ended, and the engine does not have it');
  }

  /**
   * After the last event nobody may be left: they would be on the line for ever. Who is promised a call back may still
   * get it on another day, and a task may wait for one.
   * @param stepOf where the contact's flow is
   * @throws LawBroken
   */
  endDay(atMs: number, stepOf: (contactId: string) => string | undefined): void {
    for (const [contactId, { place, isTask }] of this.#present) {
      if (place === 'callback' || place === 'put-off' || (isTask && place === 'queue')) continue;
      const step = stepOf(contactId);
      this.#lost(contactId, atMs, `never ended (${place}${step === undefined ? '' : `, at ${step}`})`);
    }
  }

  get endedCount(): number {
    let sum = 0;
    for (const count of this.#ended.values()) sum += count;
    return sum;
  }

  get presentCount(): number {
    return this.#present.size;
  }

  /** In = in flow + queued + with agent + promised a call back + put off + ended, and those by reason. */
  account(): Account {
    const { flow, queue, agent, callback, 'put-off': putOff } = this.#places;
    return {
      in: this.#started,
      inFlow: flow,
      queued: queue,
      withAgent: agent,
      callback,
      putOff,
      ended: [...this.#ended].sort(),
    };
  }

  #begin(contactId: string, place: Place, atMs: number, isOnTheLine: boolean): void {
    this.#started += 1;
    this.#places[place] += 1;
    this.#present.set(contactId, {
      place,
      ear: new Ear(atMs),
      isOnTheLine,
      callerLeft: false,
      isDeserted: false,
      isCallback: place === 'callback',
      isTask: !isOnTheLine && place !== 'callback',
      pausedAt: undefined,
    });
    this.#touched.add(contactId);
  }

  /** In a queue for a call back is still: promised one. */
  #move(contactId: string, where: Place, atMs: number): Present {
    const present = this.#known(contactId, atMs);
    const to = present.isCallback && where === 'queue' ? 'callback' : where;
    this.#places[present.place] -= 1;
    this.#places[to] += 1;
    present.place = to;
    this.#touched.add(contactId);
    return present;
  }

  /** The caller is in the transfer now, which goes by the caller's name. */
  #transferred(effect: Extract<Effect, { kind: 'transferred' }>, atMs: number): void {
    const { byUserId, contactId, legId, queueName } = effect;
    this.#legs.delete(legId);
    const place = byUserId !== undefined ? 'agent' : queueName === undefined ? 'flow' : 'queue';
    const { ear } = this.#move(contactId, place, atMs);
    if (byUserId === undefined) ear.personIsGone(atMs, false);
    else ear.personIsThere(atMs);
  }

  #end(contactId: string, reason: DisconnectReason, atMs: number): Heard {
    const present = this.#known(contactId, atMs);
    this.#places[present.place] -= 1;
    this.#present.delete(contactId);
    this.#touched.add(contactId);
    this.#ended.set(reason, (this.#ended.get(reason) ?? 0) + 1);
    const { ear, callerLeft, isOnTheLine } = present;
    if (!isOnTheLine) return NOTHING_HEARD;
    const wasTold = ear.wasTold(atMs) || this.#voiceless.has(contactId);
    if (!callerLeft && !TELLS_ITSELF.test(reason) && !wasTold)
      throw new LawBroken(
        'nothing ends without the caller having been told',
        this.#seed,
        contactId,
        atMs,
        `ended with ${reason} in silence`,
      );
    ear.callEnds(atMs);
    return ear;
  }

  #known(contactId: string, atMs: number): Present {
    return (
      this.#present.get(contactId) ??
      this.#lost(contactId, atMs, 'does something before its beginning or after its end')
    );
  }

  #compare(contactId: string, place: Place | undefined, phase: Phase | undefined, atMs: number): void {
    if (place === undefined) {
      if (phase !== undefined && phase !== 'ended')
        this.#lost(contactId, atMs, `is '${phase}' in the engine, and its effects say that it is not there`);
    } else if (phase === undefined || !PHASES[place].has(phase))
      this.#lost(
        contactId,
        atMs,
        `is '${phase ?? 'nowhere'}' in the engine, and by its effects in '${place}'`,
      );
  }

  #lost(contactId: string, atMs: number, how: string): never {
    throw new LawBroken('no contact is lost', this.#seed, contactId, atMs, how);
  }
}
