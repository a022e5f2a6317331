/** Makes calls until no more transitions can be taken, and remembers which were. */
import type { ContactCentre } from '../../kit/centre.ts';
import { drive } from './drive.ts';
import type { Route } from './routes.ts';
import type { Switch } from './switches.ts';
import { named, type Transition, taken, transitionsOf } from './transitions.ts';

export class Coverage {
  calls = 0;
  readonly #covered = new Set<string>();
  #all: readonly Transition[] = [];

  get total(): number {
    return this.#all.length;
  }

  /** Transitions that no call has taken. */
  get left(): string[] {
    return this.#all.map(named).filter((each) => !this.#covered.has(each));
  }

  /**
   * Makes the calls of the routes; then, for each step on the way whose error nobody has met, the first of them that
   * came by once more with that step broken, and so on with what these calls reach.
   */
  async explores(
    centre: ContactCentre,
    routes: readonly Route[],
    switches: ReadonlyMap<string, Switch> = new Map(),
  ): Promise<void> {
    this.#all = transitionsOf(centre.cloud.centre.instance);
    const ways = new Map<string, Route>();
    for (const route of routes) await this.#goes(centre, route, ways);
    for (const [step, route] of ways) {
      const breaker = switches.get(step);
      const error = this.#all.find((each) => each.step === step && each.branch === 'NoMatchingError');
      if (breaker === undefined || error === undefined || this.#covered.has(named(error))) continue;
      const attributes = { ...route.attributes, [breaker.attribute]: breaker.value };
      await this.#goes(centre, { ...route, attributes }, ways);
    }
  }

  /** @param ways the first route that came by each step; grows by the steps that are new */
  async #goes(centre: ContactCentre, route: Route, ways: Map<string, Route>): Promise<void> {
    const call = await drive(centre, route);
    this.calls += 1;
    const moments = [call, ...centre.tasks()].flatMap((contact) => contact.moments);
    for (const { effect } of moments) {
      if (effect.kind !== 'step-taken') continue;
      const step = `${effect.flowName} / ${effect.step}`;
      if (!ways.has(step)) ways.set(step, route);
    }
    for (const each of taken(this.#all, moments)) this.#covered.add(each);
    centre.withdrawFaults();
    // Flows that are broken on purpose cannot keep every promise.
    await centre.everybodyLeaves({ promises: false });
  }
}
