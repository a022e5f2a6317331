/** Decides, from a stream of chance of its own, which planned fault happens when; and keeps count of what happened. */
import type { SeededRandom } from '../contact/seeded-random.ts';
import { share } from './distributions.ts';
import { FAULTS, type FaultKind, type FaultName, STORM, type Where } from './fault-catalogue.ts';
import type { FaultPlan } from './scenario.ts';
import { ScenarioUnfit } from './scenario-unfit.ts';

/** Chance at each opportunity. In a storm, a fifth of all invocations and transfers fail; people are less often odd. */
const RATES: Readonly<Record<'low' | 'storm', Readonly<Record<Where, number>>>> = {
  low: {
    invocation: 0.005,
    tables: 0.005,
    hours: 0.005,
    prompt: 0.001,
    transfer: 0.005,
    question: 0.005,
    ringing: 0.01,
    talking: 0.002,
    moment: 0.01,
    call: 0.005,
    day: 0,
  },
  storm: {
    invocation: 0.2,
    tables: 0.1,
    hours: 0.2,
    prompt: 0.05,
    transfer: 0.2,
    question: 0.1,
    ringing: 0.2,
    talking: 0.05,
    moment: 0.05,
    call: 0.05,
    day: 0,
  },
};

/**
 * So that each happens early in every run: an unseen one takes one opportunity in so many, and one that few can suffer
 * the first of them.
 */
const UNSEEN_EVERY = 4;

/** The names that a plan stands for. */
export function plannedFaults(plan: FaultPlan): readonly FaultName[] {
  if (plan === 'none') return [];
  if (plan === 'low' || plan === 'storm') return STORM;
  return plan.filter((name): name is FaultName => name in FAULTS);
}

const isRare = (name: FaultName): boolean => {
  const { rare }: FaultKind = FAULTS[name];
  return rare === true;
};

export class Faults {
  readonly #chance: SeededRandom;
  readonly #rates: Readonly<Record<Where, number>>;
  readonly #byWhere = new Map<Where, FaultName[]>();
  readonly #opportunities = new Map<Where, number>();
  readonly #applied = new Map<FaultName, number>();

  /** @throws ScenarioUnfit for faults by name that only models of functions can have, where functions run */
  constructor(plan: FaultPlan, chance: SeededRandom, functions: 'modelled' | 'asked') {
    this.#chance = chance;
    this.#rates = RATES[plan === 'storm' ? 'storm' : 'low'];
    for (const name of plannedFaults(plan)) {
      const { where } = FAULTS[name];
      // Tables behind functions that run are as they are: their faults are those of models.
      if (where === 'tables' && functions === 'asked') {
        if (plan === 'low' || plan === 'storm') continue;
        throw new ScenarioUnfit([
          {
            place: 'faults',
            problem: `'${name}' is a fault of modelled functions; run them modelled, or leave it out`,
          },
        ]);
      }
      this.#byWhere.set(where, [...(this.#byWhere.get(where) ?? []), name]);
      this.#applied.set(name, 0);
    }
  }

  /**
   * Whether one happens now, and which. It counts as applied: who asks, applies it.
   * @param fits leaves out those that cannot happen to this one
   */
  strike(where: Where, fits: (name: FaultName) => boolean = () => true): FaultName | undefined {
    const planned = this.#byWhere.get(where);
    if (planned === undefined) return undefined;
    const opportunity = (this.#opportunities.get(where) ?? 0) + 1;
    this.#opportunities.set(where, opportunity);
    const possible = planned.filter((name) => fits(name) && this.#mayHappen(name));
    const unseen = possible.filter((name) => this.#applied.get(name) === 0);
    const next = unseen.find(isRare) ?? (opportunity % UNSEEN_EVERY === 0 ? unseen[0] : undefined);
    if (next !== undefined) return this.#apply(next);
    if (possible.length === 0 || share(this.#chance) >= this.#rates[where]) return undefined;
    const chosen = possible[Math.floor(share(this.#chance) * possible.length)];
    return chosen === undefined ? undefined : this.#apply(chosen);
  }

  /** One that the day itself brings. */
  applied(name: FaultName): void {
    if (this.#applied.has(name)) this.#apply(name);
  }

  isPlanned(name: FaultName): boolean {
    return this.#applied.has(name);
  }

  /** How often each planned fault has happened; 0 is an error of the run. */
  counts(): readonly (readonly [name: FaultName, applied: number])[] {
    return [...this.#applied];
  }

  #mayHappen(name: FaultName): boolean {
    const { timesMax }: FaultKind = FAULTS[name];
    return timesMax === undefined || (this.#applied.get(name) ?? 0) < timesMax;
  }

  #apply(name: FaultName): FaultName {
    this.#applied.set(name, (this.#applied.get(name) ?? 0) + 1);
    return name;
  }
}
