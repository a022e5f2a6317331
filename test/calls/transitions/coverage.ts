/** Makes calls until no more transitions can be taken, and remembers which were. */
import { untaken } from '../../../engine/coverage/coverage-table.ts';
import { FlowCoverage } from '../../../engine/coverage/flow-coverage.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { drive } from './drive.ts';
import type { Route } from './routes.ts';
import type { Switch } from './switches.ts';

export class Coverage {
  calls = 0;
  readonly #taken = new FlowCoverage();

  /** Transitions that no call has taken. */
  get left(): readonly string[] {
    return untaken(this.#taken.record());
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
    this.#taken.add(new FlowCoverage(centre.cloud.centre.instance.flows).record());
    const ways = new Map<string, Route>();
    for (const route of routes) await this.#goes(centre, route, ways);
    await this.#breaks(centre, ways, switches);
    // On a busy machine a function may miss its deadline, and a call goes another way: those are made once more.
    await this.#breaks(centre, ways, switches);
  }

  async #breaks(
    centre: ContactCentre,
    ways: Map<string, Route>,
    switches: ReadonlyMap<string, Switch>,
  ): Promise<void> {
    for (const [step, route] of ways) {
      const breaker = switches.get(step);
      if (breaker === undefined || !this.left.some((each) => each.startsWith(`${step}: NoMatchingError `)))
        continue;
      const attributes = { ...route.attributes, [breaker.attribute]: breaker.value };
      await this.#goes(centre, { ...route, attributes }, ways);
    }
  }

  /** @param ways the first route that came by each step; grows by the steps that are new */
  async #goes(centre: ContactCentre, route: Route, ways: Map<string, Route>): Promise<void> {
    const call = await drive(centre, route);
    this.calls += 1;
    const { centre: running } = centre.cloud;
    // Until the caller is in it a transfer has a name of its own.
    const transfers = running
      .recentContacts()
      .map((contactId) => running.history(contactId))
      .filter(([first]) => first?.effect.kind === 'transfer-started');
    const moments = [call, ...centre.tasks()].flatMap((contact) => contact.moments).concat(...transfers);
    for (const { effect } of moments) {
      if (effect.kind !== 'step-taken') continue;
      const step = `${effect.flowName} / ${effect.step}`;
      if (!ways.has(step)) ways.set(step, route);
    }
    for (const { effect } of moments) this.#taken.see(effect);
    centre.withdrawFaults();
    // Flows that are broken on purpose cannot keep every promise.
    await centre.everybodyLeaves({ promises: false });
  }
}
