/** What we do as the service does it: the page or report that it comes from, and the test that shows it. */

export interface Behaviour {
  readonly what: string;
  /** Pages by their last parts: adminguide, devguide, API_…; or a report. */
  readonly from: string;
  /** Below test/, without `.test.ts`. */
  readonly tests: readonly string[];
}

export interface BehaviourTopic {
  readonly title: string;
  readonly behaviours: readonly Behaviour[];
  /** What is known to differ from the service. */
  readonly differences: readonly string[];
}
