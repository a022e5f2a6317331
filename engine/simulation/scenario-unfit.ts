/** A scenario that does not fit what its day meets. */
/** What is wrong with a scenario that a reader of its file could not see. */
export interface Unfit {
  /** In the scenario: `shifts.0.routingProfile`. */
  readonly place: string;
  readonly problem: string;
}

/** A scenario in which a day cannot pass, with each place that is wrong. */
export class ScenarioUnfit extends Error {
  override readonly name = 'ScenarioUnfit';
  readonly problems: readonly Unfit[];

  constructor(problems: readonly Unfit[]) {
    super(problems.map(({ place, problem }) => `${place}: ${problem}`).join('\n'));
    this.problems = problems;
  }
}
