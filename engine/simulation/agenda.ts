/** What people of a simulated day are going to do, by the moment at which they do it. */
import { Heap, type HeapItem } from '../contact/heap.ts';

export interface Plan<Deed> extends HeapItem {
  readonly dueMs: number;
  readonly order: number;
  readonly deed: Deed;
}

export class Agenda<Deed> {
  readonly #plans = new Heap<Plan<Deed>>(
    (a, b) => a.dueMs < b.dueMs || (a.dueMs === b.dueMs && a.order < b.order),
  );
  #count = 0;

  /** @param dueMs any number; the agenda keeps whole ms */
  add(dueMs: number, deed: Deed): Plan<Deed> {
    this.#count += 1;
    const plan: Plan<Deed> = { place: -1, dueMs: Math.round(dueMs), order: this.#count, deed };
    this.#plans.add(plan);
    return plan;
  }

  /** Does nothing for what has been done already. */
  cancel(plan: Plan<Deed> | undefined): void {
    if (plan !== undefined) this.#plans.remove(plan);
  }

  get nextMs(): number {
    return this.#plans.first()?.dueMs ?? Number.POSITIVE_INFINITY;
  }

  take(): Plan<Deed> | undefined {
    return this.#plans.takeFirst();
  }
}
