/** Findings that the author of a flow accepts, written into the flow with a reason. */
import { ACCEPTANCES_KEY } from '../language/acceptances.ts';
import { isList, isObject } from '../language/json.ts';
import type { FlowUnderCheck } from './analysis/flow-under-check.ts';
import type { Finding } from './finding.ts';
import { FAMILIES, type Family, type Rule } from './rule.ts';

const REASON_CHARACTERS_MIN = 10;
const EVIDENCE = 'docs/rules.md, how to accept a finding';

/** The findings without those that are accepted, and with those about the acceptances themselves. */
export function applyAcceptances(
  flow: FlowUnderCheck,
  findings: readonly Finding[],
  families: readonly Family[],
  rules: readonly Rule[],
): readonly Finding[] {
  const entries = entriesOf(flow);
  if (entries.length === 0) return findings;
  const used = new Set<number>();
  const left = findings.filter((finding) => {
    const index = entries.findIndex((entry) => isWhole(entry) && covers(entry, finding));
    if (index >= 0) used.add(index);
    return index < 0;
  });
  const about = entries.flatMap((entry, index) => {
    const family = FAMILIES.find((each) => String(entry.rule).startsWith(`${each}/`)) ?? 'posture';
    if (!families.includes(family)) return [];
    const message = faultOf(entry, used.has(index), rules);
    if (message === undefined) return [];
    const path = `Metadata.${ACCEPTANCES_KEY}.accept[${index}]`;
    const rule = `${family}/acceptance`;
    return [
      {
        file: flow.file,
        rule,
        family,
        severity: 'warning' as const,
        path,
        step: null,
        message,
        evidence: EVIDENCE,
      },
    ];
  });
  return [...left, ...about];
}

type Entry = { readonly rule?: unknown; readonly step?: unknown; readonly reason?: unknown };

function entriesOf({ document }: FlowUnderCheck): readonly Entry[] {
  const metadata = document?.Metadata;
  const own = isObject(metadata) ? metadata[ACCEPTANCES_KEY] : undefined;
  const accept = isObject(own) ? own['accept'] : undefined;
  return isList(accept) ? accept.map((entry) => (isObject(entry) ? entry : {})) : [];
}

const isWhole = ({ reason }: Entry): boolean =>
  typeof reason === 'string' && reason.trim().length >= REASON_CHARACTERS_MIN;

function covers({ rule, step }: Entry, finding: Finding): boolean {
  if (rule !== finding.rule) return false;
  return step === undefined || finding.step === step || finding.step?.startsWith(`${String(step)}.`) === true;
}

function faultOf(entry: Entry, used: boolean, rules: readonly Rule[]): string | undefined {
  const named = `'${String(entry.rule)}'${entry.step === undefined ? '' : ` at step '${String(entry.step)}'`}`;
  const rule = rules.find(({ id }) => id === entry.rule);
  if (rule === undefined) return `there is no rule ${named}; remove this acceptance or correct its name`;
  if (!isWhole(entry))
    return `the acceptance of ${named} gives no reason; say in a sentence why it is right here`;
  return used ? undefined : `the acceptance of ${named} is not used, there is no such finding; remove it`;
}
