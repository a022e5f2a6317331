/** What callers press at questions: what they mean to, something else, nothing, or what a fault makes of it. */
import { EngineRefusal } from '../contact/refusals.ts';
import type { SeededRandom } from '../contact/seeded-random.ts';
import { exponential, happens, share } from './distributions.ts';
import { oddly } from './odd-keys.ts';
import { keysFor, mistyped, type SimulatedCall } from './people.ts';
import type { SharedDay } from './shared-day.ts';
import { count } from './tally.ts';

/** Between two keys of one input, ms. */
const KEY_MS = { min: 180, more: 320 };

export class Keying {
  readonly #day: SharedDay;
  readonly #chance: SeededRandom;

  constructor(day: SharedDay, chance: SeededRandom) {
    this.#day = day;
    this.#chance = chance;
  }

  /**
   * Decides what the caller answers, and when.
   * @param question `flow/step`
   */
  isAsked(call: SimulatedCall, question: string, atMs: number): void {
    const visit = call.visits?.get(question) ?? 0;
    call.visits ??= new Map();
    call.visits.set(question, visit + 1);
    const { callers } = this.#day.scenario;
    const chance = this.#chance;
    const early = happens(chance, callers.pressesEarly);
    const wordsMs = Math.max(0, call.promptEndsAtMs - atMs);
    const thinkMs = 1000 * exponential(chance, callers.thinkSeconds);
    const whenMs = atMs + wordsMs * (early ? share(chance) : 1) + thinkMs;
    const fault = call.caller.undialable === true ? undefined : this.#day.faults.strike('question');
    const meant = keysFor(chance, call.intent.keys[question], visit, call.caller);
    if (meant === undefined) count(this.#day.tally.unanswered, question);
    const hangsUp = happens(chance, callers.hangsUp);
    const noKey = happens(chance, callers.noKey);
    const slips = happens(chance, callers.wrongKey);
    // A fault at the question happens in any case, and whoever is to meet one later comes as far.
    if (call.caller.undialable === true && meant !== undefined && meant !== '') {
      call.typing = this.#day.agenda.add(atMs + wordsMs, { kind: 'press', call, keys: meant });
      return;
    }
    if (hangsUp && fault === undefined) {
      call.typing = this.#day.agenda.add(whenMs, { kind: 'hang-up', call });
      return;
    }
    if (noKey && fault === undefined) return;
    const slip = slips && meant !== undefined && meant !== '';
    const keys = oddly(fault, slip ? mistyped(chance, meant) : (meant ?? ''));
    if (keys === '') return;
    const due = fault === 'keys-ahead' ? atMs + 1 : whenMs;
    call.typing = this.#day.agenda.add(due, { kind: 'press', call, keys });
  }

  press(call: SimulatedCall, keys: string, atMs: number): void {
    const rest = keys.slice(1);
    const afterMs = KEY_MS.min + KEY_MS.more * share(this.#chance);
    call.typing =
      rest === '' ? undefined : this.#day.agenda.add(atMs + afterMs, { kind: 'press', call, keys: rest });
    const { contactId } = call;
    try {
      this.#day.send({ kind: 'key', contactId, key: keys.charAt(0) }, atMs);
    } catch (error) {
      // A keypad has no letters: a letter is refused, and the caller's call goes on.
      if (!(error instanceof EngineRefusal) || '0123456789*#'.includes(keys.charAt(0))) throw error;
    }
  }
}
