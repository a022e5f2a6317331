/** One place where a flow breaks a rule, as it is told to people and to other programs. */
import type { Family, Severity } from './rule.ts';

export interface Finding {
  readonly file: string;
  readonly rule: string;
  readonly family: Family;
  readonly severity: Severity;
  /** In the service's spelling, e.g. `Actions[3].Parameters.Text`; empty for the whole flow. */
  readonly path: string;
  /** Identifier of the step, or null where the finding is about the whole flow. */
  readonly step: string | null;
  readonly message: string;
  readonly evidence: string;
}
