/** Brings what Connect writes to whom it is for, as imperfectly as the service: at least once, sometimes late. */
import { SeededRandom } from '../../../engine/contact/seeded-random.ts';
import { Listeners, type TimedWork } from '../../timed-work.ts';

/** From 0, never, to 1, always. */
export interface Imperfection {
  /** Of what is sent, how much comes a second time. */
  readonly duplicates: number;
  /** Of what is sent, how much comes so late that something later overtakes it. */
  readonly late: number;
}

/** Connect says "at least once" and gives no order (adminguide/ctr-data-model); how often is not published. */
export const LIKE_THE_SERVICE: Imperfection = { duplicates: 0.02, late: 0.02 };
export const PERFECT: Imperfection = { duplicates: 0, late: 0 };

/** What has been made of it so far: a test that relies on it can see that it happened. */
export interface Applied {
  readonly sent: number;
  readonly duplicates: number;
  readonly late: number;
}

/** How much later what is late or doubled comes, ms. */
const LATE_MIN_MS = 30_000;
const LATE_MAX_MS = 120_000;
/** Keeps this chance apart from that of calls and of ids. */
const STREAM = 4;

interface Parcel {
  readonly dueMs: number;
  readonly deliver: () => void;
}

export class Courier implements TimedWork {
  readonly #random: SeededRandom;
  readonly #nowMs: () => number;
  readonly #earlier = new Listeners<[]>();
  /** The one due first at the front; of two due at once the one sent first. */
  #parcels: Parcel[] = [];
  #imperfection: Imperfection;
  #applied = { sent: 0, duplicates: 0, late: 0 };

  constructor(nowMs: () => number, seed: number, imperfection: Imperfection) {
    this.#nowMs = nowMs;
    this.#random = new SeededRandom(seed, STREAM);
    this.#imperfection = imperfection;
  }

  /** From now on. */
  set imperfection(imperfection: Imperfection) {
    this.#imperfection = imperfection;
  }

  get applied(): Applied {
    return { ...this.#applied };
  }

  onEarlier(listener: () => void): () => void {
    return this.#earlier.add(listener);
  }

  /** @param afterMs how long it is under way when all goes well */
  send(afterMs: number, deliver: () => void): void {
    const { duplicates, late } = this.#imperfection;
    const dueMs = this.#nowMs() + afterMs;
    // Always drawn, so that another share does not change what else is drawn.
    const [isLate, isDouble] = [this.#draw() < late, this.#draw() < duplicates];
    const [lateMs, doubleMs] = [this.#delayMs(), this.#delayMs()];
    this.#applied.sent += 1;
    this.#put({ dueMs: isLate ? dueMs + lateMs : dueMs, deliver });
    if (isLate) this.#applied.late += 1;
    if (isDouble) {
      this.#applied.duplicates += 1;
      this.#put({ dueMs: dueMs + doubleMs, deliver });
    }
    this.#earlier.tell();
  }

  nextDueAtMs(): number | undefined {
    return this.#parcels[0]?.dueMs;
  }

  async runDue(): Promise<void> {
    const nowMs = this.#nowMs();
    for (let next = this.#parcels[0]; next !== undefined && next.dueMs <= nowMs; next = this.#parcels[0]) {
      this.#parcels.shift();
      next.deliver();
    }
  }

  #put(parcel: Parcel): void {
    const at = this.#parcels.findIndex(({ dueMs }) => dueMs > parcel.dueMs);
    this.#parcels.splice(at < 0 ? this.#parcels.length : at, 0, parcel);
  }

  #draw(): number {
    return this.#random.next() / 2 ** 32;
  }

  #delayMs(): number {
    return this.#random.between(LATE_MIN_MS, LATE_MAX_MS);
  }
}
