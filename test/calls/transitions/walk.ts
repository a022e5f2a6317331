/** Makes the calls of a world, each from the same moment on, as if it were the first. */

import { catalogue } from '../../../contact-flows/catalogue.ts';
import type { Effect } from '../../../engine/contact/events.ts';
import { untaken } from '../../../engine/coverage/coverage-table.ts';
import { FlowCoverage } from '../../../engine/coverage/flow-coverage.ts';
import type { ContactCentre } from '../../kit/centre.ts';
import { timeout } from '../../kit/faults.ts';
import { stranger } from '../../kit/people.ts';
import { drive } from './drive.ts';
import { routeName } from './route-name.ts';
import type { Route } from './routes.ts';
import { Told } from './told.ts';
import type { OpenWorld } from './worlds.ts';

export type StepTaken = Extract<Effect, { kind: 'step-taken' }>;

/** A call of a route. */
export interface Walk {
  readonly name: string;
  readonly route: Route;
  /** What there is to tell of it. */
  readonly lines: readonly string[];
  /** The steps that were left, by everybody from the first caller on. */
  readonly steps: readonly StepTaken[];
  /** By everybody from the first caller on, in their order. */
  readonly invocations: readonly Invocation[];
}

/** A function is asked by a step, whatever the number of tries; the step is empty where it did not come to its end. */
export interface Invocation {
  readonly functionArn: string;
  step: string;
  isAnswered: boolean;
}

const stepName = ({ flowName, step }: StepTaken): string => `${flowName} / ${step}`;

export class Walker {
  readonly world: OpenWorld;
  readonly #back: () => Promise<void>;
  readonly #unknown: ReadonlySet<string>;
  /** Attributes that every call has. */
  #usual: Readonly<Record<string, string>> = {};

  private constructor(world: OpenWorld) {
    this.world = world;
    this.#back = world.centre.mark();
    this.#unknown = new Set([...world.switches.values()].map(({ attribute }) => attribute));
  }

  /** From now on calls begin as things stand now. */
  static async at(world: OpenWorld): Promise<Walker> {
    const walker = new Walker(world);
    const { contactId } = await drive(world.centre, { person: stranger, answers: [] });
    walker.#usual = world.centre.cloud.centre.contact(contactId)?.attributes ?? {};
    return walker;
  }

  /** @param prepared is called when the centre is back where it was, before anybody calls */
  async walk(
    route: Route,
    prepared: (centre: ContactCentre) => void = () => undefined,
  ): Promise<Omit<Walk, 'name' | 'route'>> {
    const { centre } = this.world;
    await this.#back();
    prepared(centre);
    const steps: StepTaken[] = [];
    const invocations: Invocation[] = [];
    let earlier: ReadonlySet<string> | undefined;
    const stop = centre.cloud.centre.observe(({ effect }) => {
      if (earlier === undefined || !('contactId' in effect) || earlier.has(effect.contactId)) return;
      if (effect.kind === 'step-taken') {
        steps.push(effect);
        const last = invocations.at(-1);
        if (effect.type === 'InvokeLambdaFunction' && last?.step === '') {
          last.step = stepName(effect);
          last.isAnswered = effect.branch === 'NextAction';
        }
      }
      if (effect.kind !== 'invoke' || effect.attempt > 1) return;
      const { functionArn } = effect;
      invocations.push({ functionArn, step: '', isAnswered: false });
      if (
        functionArn !== route.slow?.functionArn ||
        countOf(functionArn, invocations) !== route.slow.invocation
      )
        return;
      // Another fault would be first. The function is asked after those who watch have been told, so this invocation is slow.
      centre.withdrawFaults();
      centre.fault(functionArn.split(':').at(-1) ?? '', timeout());
    });
    let told: Told | undefined;
    try {
      await drive(centre, route, () => {
        told = new Told(centre, this.#usual, this.#unknown);
        earlier = new Set(centre.cloud.centre.recentContacts());
      });
      centre.withdrawFaults();
      // Flows that are broken on purpose cannot keep every promise.
      await centre.everybodyLeaves({ promises: false });
      return { lines: told?.lines() ?? [], steps, invocations };
    } finally {
      stop();
      told?.stops();
    }
  }
}

const countOf = (functionArn: string, invocations: readonly Invocation[]): number =>
  invocations.filter((one) => one.functionArn === functionArn).length;

/** What the calls of all worlds so far have met. */
export class Met {
  readonly coverage = new FlowCoverage(catalogue());
  /** Steps whose function was too slow. */
  readonly slow = new Set<string>();

  /** Transitions that no call has taken. */
  get left(): readonly string[] {
    return untaken(this.coverage.record());
  }
}

/**
 * All calls of a world: those of its routes, then, for each step on the way whose error nobody has met, the first of them
 * that came by once more with that step broken, and so on with what these calls reach; and for each step that was answered
 * by a function the first of them once more with a function that is too slow.
 * @param met grows by what these calls meet
 */
export async function walkAll(walker: Walker, met: Met): Promise<readonly Walk[]> {
  const { switches, routes } = walker.world;
  const walks: Walk[] = [];
  const ways = new Map<string, Walk>();
  const names = new Map<string, number>();
  const goes = async (route: Route, name: string): Promise<void> => {
    const count = (names.get(name) ?? 0) + 1;
    names.set(name, count);
    const walk = { name: count === 1 ? name : `${name} (${count})`, route, ...(await walker.walk(route)) };
    walks.push(walk);
    for (const effect of walk.steps) {
      met.coverage.see(effect);
      const step = stepName(effect);
      if (!ways.has(step)) ways.set(step, walk);
    }
  };
  for (const route of routes) await goes(route, routeName(route, walker.world));
  for (const [step, walk] of ways) {
    const breaker = switches.get(step);
    if (breaker === undefined) continue;
    if (!met.left.some((each) => each.startsWith(`${step}: NoMatchingError `))) continue;
    const attributes = { ...walk.route.attributes, [breaker.attribute]: breaker.value };
    await goes({ ...walk.route, attributes }, `${walk.name}, ${step} broken`);
  }
  for (const { route, name, invocations } of [...walks])
    for (const [at, { functionArn, step, isAnswered }] of invocations.entries()) {
      if (!isAnswered || met.slow.has(step)) continue;
      met.slow.add(step);
      const slow = { functionArn, invocation: countOf(functionArn, invocations.slice(0, at + 1)) };
      await goes({ ...route, slow }, `${name}, ${step} slow`);
    }
  return walks;
}
