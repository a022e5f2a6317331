/** Functions that do not run: answers by weight, each in the shape that the real one gives, after a time of their own. */
import type { SeededRandom } from '../contact/seeded-random.ts';
import { logNormal, Weighted } from './distributions.ts';
import type { FunctionModel, FunctionOutcome } from './scenario.ts';
import { ScenarioUnfit } from './scenario-unfit.ts';

export interface ModelledAnswer {
  readonly outcome: string;
  /** JSON text. */
  readonly payload: string;
}

export class ModelledFunction {
  readonly name: string;
  readonly model: FunctionModel;
  readonly #shown: Weighted<ModelledAnswer> | undefined;
  readonly #withheld: Weighted<ModelledAnswer> | undefined;

  constructor(name: string, model: FunctionModel) {
    this.name = name;
    this.model = model;
    this.#shown = weighted(model.outcomes, 'shown');
    this.#withheld = weighted(model.outcomes, 'withheld');
  }

  /** One of the same name with other fields is no other outcome. */
  hasOneOutcome(isWithheld: boolean): boolean {
    const drawn = possible(this.model.outcomes, isWithheld ? 'withheld' : 'shown');
    return new Set(drawn.map(({ outcome }) => outcome)).size < 2;
  }

  /**
   * @param except an outcome that is not to be drawn
   * @throws ScenarioUnfit where the model has no outcome for such a caller
   */
  answer(chance: SeededRandom, isWithheld: boolean, except?: string): ModelledAnswer {
    if (except !== undefined) {
      const others = this.model.outcomes.filter(({ outcome }) => outcome !== except);
      const another = weighted(others, isWithheld ? 'withheld' : 'shown');
      if (another !== undefined) return another.draw(chance);
    }
    const outcomes = isWithheld ? this.#withheld : this.#shown;
    if (outcomes === undefined)
      throw new ScenarioUnfit([
        {
          place: `functions.${this.name}.outcomes`,
          problem: `there is none for callers whose number is ${isWithheld ? 'withheld' : 'shown'}, and such a caller is there`,
        },
      ]);
    return outcomes.draw(chance);
  }

  latencyMs(chance: SeededRandom): number {
    return Math.round(1000 * logNormal(chance, this.model.latency));
  }
}

type To = 'shown' | 'withheld';

const possible = (outcomes: readonly FunctionOutcome[], to: To): readonly FunctionOutcome[] =>
  outcomes.filter((outcome) => outcome.weight > 0 && (outcome.to ?? to) === to);

const weighted = (outcomes: readonly FunctionOutcome[], to: To): Weighted<ModelledAnswer> | undefined => {
  const drawn = possible(outcomes, to);
  return drawn.length === 0
    ? undefined
    : new Weighted(
        drawn.map(({ outcome, weight, fields }) => [
          { outcome, payload: JSON.stringify({ outcome, ...fields }) },
          weight,
        ]),
      );
};

/**
 * Finds the model of a function by its ARN: `lookup-order` is the model of `…:function:example-dev-lookup-order`; of
 * several the longest name.
 */
export class FunctionModels {
  readonly #models: readonly ModelledFunction[];
  readonly #found = new Map<string, ModelledFunction | undefined>();

  constructor(models: Readonly<Record<string, FunctionModel>>) {
    this.#models = Object.entries(models)
      .map(([name, model]) => new ModelledFunction(name, model))
      .sort((a, b) => b.name.length - a.name.length);
  }

  find(functionArn: string): ModelledFunction | undefined {
    if (!this.#found.has(functionArn)) {
      const deployed = nameOfFunction(functionArn);
      const found = this.#models.find(
        ({ name }) =>
          deployed === name || (/[-.]$/.test(deployed.slice(0, -name.length)) && deployed.endsWith(name)),
      );
      this.#found.set(functionArn, found);
    }
    return this.#found.get(functionArn);
  }
}

/** The name in a function's ARN, without version or alias. */
export const nameOfFunction = (functionArn: string): string => functionArn.split(':')[6] ?? functionArn;
