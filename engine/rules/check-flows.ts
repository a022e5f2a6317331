/** Holds flows against the rules: one by one, and together where they lead to each other. */

import { FLOW_TYPES, type FlowType } from '../language/flow.ts';
import { parseFlow } from '../language/parse.ts';
import { applyAcceptances } from './acceptance.ts';
import type { FlowUnderCheck, Group } from './analysis/flow-under-check.ts';
import { type FunctionResults, NO_RESULTS } from './analysis/function-results.ts';
import { groupsOf, nameIn } from './analysis/group.ts';
import { inferType, takenFor } from './analysis/infer-type.ts';
import { flowUnderCheck } from './analysis/read-flow.ts';
import { RULES } from './catalogue.ts';
import type { Finding } from './finding.ts';
import { evidenceText, FAMILIES, type Family, familyOf, type Rule } from './rule.ts';

export interface CheckedText {
  /** What findings call the flow by. */
  readonly file: string;
  /** What other flows call it by; the last part of `file` without its ending where absent. */
  readonly name?: string;
  readonly text: string;
  /** Type of the API, or `MODULE`; inferred where it is absent or none of them. */
  readonly type?: string;
}

export interface CheckOptions {
  /** All where absent. */
  readonly families?: readonly Family[];
  /** What functions are known to answer. */
  readonly results?: FunctionResults;
  readonly rules?: readonly Rule[];
}

/** Every finding, flow by flow in the order given, by place within a flow. */
export function checkFlows(texts: readonly CheckedText[], options: CheckOptions = {}): readonly Finding[] {
  const { families = FAMILIES, rules = RULES } = options;
  const flows = readFlows(texts, options.results ?? NO_RESULTS);
  const asked = rules.filter((rule) => families.includes(familyOf(rule)));
  return flows.flatMap((flow) => {
    const found = asked.flatMap((rule) =>
      [...rule.check(flow)].map((report) => findingOf(flow, rule, report)),
    );
    return applyAcceptances(flow, found, families, rules).toSorted(byPlace);
  });
}

function readFlows(texts: readonly CheckedText[], results: FunctionResults): readonly FlowUnderCheck[] {
  const parsed = texts.map((text) => ({
    ...text,
    name: text.name ?? baseName(text.file),
    parsed: parseFlow(text.text),
  }));
  const taken = new Map(
    parsed.flatMap(({ parsed: { document } }) =>
      (document?.Actions ?? []).flatMap(takenFor).map(([id, type]): [string, FlowType] => [nameIn(id), type]),
    ),
  );
  let groups: ReadonlyMap<FlowUnderCheck, Group> = new Map();
  const flows = parsed.map((each) => {
    const given = FLOW_TYPES.find((type) => type === each.type);
    const found =
      given === undefined
        ? inferType(each.parsed.document, each.parsed.type ?? taken.get(each.name))
        : { type: given, known: true };
    const flow: FlowUnderCheck = flowUnderCheck({
      ...each,
      type: found.type,
      typeIsKnown: found.known,
      results,
      group: () => {
        const group = groups.get(flow);
        if (group === undefined) throw new Error('a flow was asked for its group before there were groups');
        return group;
      },
    });
    return flow;
  });
  groups = groupsOf(flows);
  return flows;
}

const baseName = (file: string): string => (file.split(/[\\/]/).at(-1) ?? file).replace(/\.json$/i, '');

const findingOf = (flow: FlowUnderCheck, rule: Rule, report: ReturnType<typeof reportOf>): Finding => ({
  file: flow.file,
  rule: rule.id,
  family: familyOf(rule),
  severity: rule.severity,
  path: report.path,
  step: report.step ?? null,
  message: report.message,
  evidence: evidenceText(rule.evidence),
});
const reportOf = (report: { path: string; step?: string; message: string }) => report;

/** By the number of the action, then as found: rules in their order. */
const byPlace = (one: Finding, other: Finding): number => actionNumber(one) - actionNumber(other);
const actionNumber = ({ path }: Finding): number => Number(/^Actions\[(\d+)\]/.exec(path)?.[1] ?? -1);
