/** docs/fidelity.md: what the product makes of flows that other people exported, and of every action type. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isExecutable } from '../../engine/blocks/block.ts';
import { blockOf, CATALOGUE } from '../../engine/blocks/catalogue.ts';
import { type ParsedFlow, parseFlow } from '../../engine/language/parse.ts';
import { printParsed } from '../../engine/language/print-parsed.ts';
import { RULES } from '../../engine/rules/catalogue.ts';
import { checkFlows } from '../../engine/rules/check-flows.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { bringHome, type Homecoming } from './fidelity-import.ts';

interface RealFlow {
  readonly file: string;
  readonly parsed: ParsedFlow;
  /** The same text comes out where a copy of what was read is printed. */
  readonly printedAlike: boolean;
  readonly findings: readonly Finding[];
  /** Undefined where the text is no flow. */
  readonly home: Homecoming | undefined;
}

/** A further part of the page: what its heading is, and its lines. */
export interface FidelitySection {
  readonly title: string;
  readonly lines: readonly string[];
}

/**
 * @param folder of the flows, each a `.json` file
 * @param further parts after the tables of real flows
 */
export function fidelityPage(folder: string, further: readonly FidelitySection[] = []): string {
  const flows = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => look(file, readFileSync(join(folder, file), 'utf8')));
  return `${[
    '# Fidelity',
    '',
    `What Callwright makes of ${flows.length} distinct flows that other people exported or published. Written by \`npm run -s callwright -- docs\`; each flow is checked alone. How the engine behaves, from which page, and by which test, is [at the end](#behaviours).`,
    '',
    ...summary(flows),
    '',
    stepsBroughtHome(flows),
    '',
    '## Action types',
    '',
    'Actions and flows are those of the real flows, older exports converted. Checked: the flow was held against every rule. Imported: it was written as TypeScript with nothing lost. Equivalent: what was written renders to the same graph with the same parameters. Builds: the typed builder writes it. Checks: its parameters and branches are declared. Executes: the engine runs it; where not, why.',
    '',
    ...typeTable(flows),
    '',
    '## Findings',
    '',
    'Every rule of [rules.md](rules.md), with the places and the flows in which it is broken.',
    '',
    ...findingTable(flows),
    ...further.flatMap(({ title, lines }) => ['', `## ${title}`, '', ...lines]),
  ].join('\n')}\n`;
}

function look(file: string, text: string): RealFlow {
  const parsed = parseFlow(text);
  const copy = parsed.document === undefined ? undefined : structuredClone(parsed.document);
  const printedAlike =
    parsed.form === 'older-export' ? printParsed(parsed) === text : printParsed(parsed, copy) === text;
  const home = parsed.document === undefined ? undefined : bringHome(parsed.document, parsed);
  return { file, parsed, printedAlike, findings: checkFlows([{ file, text }]), home };
}

function summary(flows: readonly RealFlow[]): readonly string[] {
  const read = flows.filter(({ parsed }) => parsed.document !== undefined);
  const older = read.filter(({ parsed }) => parsed.form === 'older-export');
  const today = read.filter(({ parsed }) => parsed.form !== 'older-export');
  const row = (of: string, some: readonly RealFlow[]): readonly string[] => [
    of,
    String(some.length),
    String(some.filter(({ printedAlike }) => printedAlike).length),
    String(some.length),
    String(some.filter(({ home }) => home?.imported === true).length),
    String(some.filter(({ home }) => home?.equivalent === true).length),
    String(some.filter(({ findings }) => findings.some(isPublishError)).length),
    String(some.filter(({ findings }) => findings.length === 0).length),
  ];
  return table(
    [
      'Flows',
      'read',
      'printed identically',
      'checked',
      'imported',
      'equivalent',
      'with a publish error',
      'with no finding',
    ],
    [row("of today's language", today), row('of the older export, converted', older), row('all', read)],
  );
}

const isPublishError = ({ family, severity }: Finding): boolean =>
  family === 'publish' && severity === 'error';

/** How the steps of flows that are brought home are written. */
function stepsBroughtHome(flows: readonly RealFlow[]): string {
  const count = (form: keyof Homecoming['steps']): string =>
    flows.reduce((sum, { home }) => sum + (home?.steps[form] ?? 0), 0).toLocaleString('en');
  return `Brought home without names for what they refer to, ${count('readable')} steps are written with the readable builders (\`say\`, \`menu\`, …), ${count('typed')} as typed actions, and ${count('unchecked')}, which the service would refuse, unchecked with a diagnostic.`;
}

interface TypeCounts {
  actions: number;
  readonly flows: RealFlow[];
}

function typeTable(flows: readonly RealFlow[]): readonly string[] {
  const found = new Map<string, TypeCounts>();
  for (const flow of flows) {
    const types = (flow.parsed.document?.Actions ?? []).map(({ Type }) => Type);
    for (const type of new Set(types)) {
      const known = found.get(type) ?? { actions: 0, flows: [] };
      known.actions += types.filter((each) => each === type).length;
      known.flows.push(flow);
      found.set(type, known);
    }
  }
  const unknown = [...found.keys()].filter((type) => blockOf(type) === undefined).toSorted();
  return table(
    [
      'Type',
      'actions',
      'flows read',
      'printed identically',
      'checked',
      'imported',
      'equivalent',
      'builds',
      'checks',
      'executes',
    ],
    [
      ...CATALOGUE.map((block) => [
        block.type,
        ...counts(found.get(block.type)),
        'yes',
        'yes',
        isExecutable(block) ? 'yes' : `no: ${block.notRunBecause}`,
      ]),
      ...unknown.map((type) => [`${type} (no such type)`, ...counts(found.get(type)), 'no', 'refused', 'no']),
    ],
  );
}

const counts = ({ actions, flows }: TypeCounts = { actions: 0, flows: [] }): readonly string[] =>
  [
    actions,
    flows.length,
    flows.filter(({ printedAlike }) => printedAlike).length,
    flows.length,
    flows.filter(({ home }) => home?.imported === true).length,
    flows.filter(({ home }) => home?.equivalent === true).length,
  ].map(String);

function findingTable(flows: readonly RealFlow[]): readonly string[] {
  const findings = flows.flatMap((flow) => flow.findings);
  return table(
    ['Rule', 'severity', 'findings', 'flows'],
    RULES.map(({ id, severity }) => {
      const own = findings.filter(({ rule }) => rule === id);
      return [id, severity, String(own.length), String(new Set(own.map(({ file }) => file)).size)];
    }),
  );
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
