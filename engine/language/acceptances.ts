/** Findings of a check that the author of a flow accepts, kept in the flow with a reason. */

/** The key of `Metadata`, which the service stores and never reads (devguide/flow-language-actions). */
export const ACCEPTANCES_KEY = 'callwright';

/** One entry of `Metadata.callwright.accept`. */
export interface Acceptance {
  /** Id of the rule, e.g. `posture/no-goodbye`. */
  readonly rule: string;
  /** The step, with all its parts; absent: the whole flow. */
  readonly step?: string;
  /** One sentence: why it is right here. */
  readonly reason: string;
}
