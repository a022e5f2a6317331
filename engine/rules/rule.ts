/** What a rule is: one thing that goes wrong with a flow, why, how it is mended, and where that was confirmed. */
import type { FlowUnderCheck } from './analysis/flow-under-check.ts';
import type { Example } from './example.ts';

export const FAMILIES = ['publish', 'live', 'posture'] as const;
/** `publish`: the service refuses the flow; `live`: a call goes wrong; `posture`: the centre is unkind or unsafe. */
export type Family = (typeof FAMILIES)[number];

export type Severity = 'error' | 'warning';

/** Where a rule was confirmed. At least one of the three has an entry. */
export interface Evidence {
  /** Documentation, by address. */
  readonly pages?: readonly string[];
  /** What others have published about live instances. */
  readonly reports?: readonly string[];
  /** How flows exported from real centres keep or break it. */
  readonly seen?: string;
}

/** One place where a flow breaks a rule. */
export interface Report {
  /** In the service's spelling, e.g. `Actions[3].Transitions.NextAction`; empty for the whole flow. */
  readonly path: string;
  /** The identifier of the step that the path lies in. */
  readonly step?: string;
  readonly message: string;
}

export interface Rule {
  /** The family, a slash, and a name, e.g. `live/queue-not-set`. */
  readonly id: `${Family}/${string}`;
  readonly severity: Severity;
  /** One sentence each. */
  readonly what: string;
  readonly why: string;
  readonly fix: string;
  readonly evidence: Evidence;
  /** Every place of this flow; flows that it leads to and comes from are known where they are checked together. */
  check(flow: FlowUnderCheck): Iterable<Report>;
  /** A flow that breaks the rule, and where; and the same flow mended. */
  readonly bad: Example & { readonly at: string };
  readonly good: Example;
}

export const familyOf = ({ id }: Pick<Rule, 'id'>): Family =>
  FAMILIES.find((family) => id.startsWith(`${family}/`)) ?? 'publish';

/** The sources of a rule as one line. */
export function evidenceText({ pages = [], reports = [], seen }: Evidence): string {
  return [...pages, ...reports, ...(seen === undefined ? [] : [seen])].join('; ');
}
