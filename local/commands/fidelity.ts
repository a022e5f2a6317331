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

interface RealFlow {
  readonly file: string;
  readonly parsed: ParsedFlow;
  /** The same text comes out where a copy of what was read is printed. */
  readonly printedAlike: boolean;
  readonly findings: readonly Finding[];
}

/** @param folder of the flows, each a `.json` file */
export function fidelityPage(folder: string): string {
  const flows = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .toSorted()
    .map((file) => look(file, readFileSync(join(folder, file), 'utf8')));
  return `${[
    '# Fidelity',
    '',
    `What Callwright makes of ${flows.length} distinct flows that other people exported or published. Written by \`npm run -s callwright -- docs\`; each flow is checked alone.`,
    '',
    ...summary(flows),
    '',
    '## Action types',
    '',
    'Builds: the typed builder writes it. Checks: its parameters and branches are declared. Executes: the engine runs it; where not, why. Actions and flows are those of the real flows, older exports converted.',
    '',
    ...typeTable(flows),
    '',
    '## Findings',
    '',
    'Every rule of [rules.md](rules.md), with the places and the flows in which it is broken.',
    '',
    ...findingTable(flows),
  ].join('\n')}\n`;
}

function look(file: string, text: string): RealFlow {
  const parsed = parseFlow(text);
  const copy = parsed.document === undefined ? undefined : structuredClone(parsed.document);
  const printedAlike =
    parsed.form === 'older-export' ? printParsed(parsed) === text : printParsed(parsed, copy) === text;
  return { file, parsed, printedAlike, findings: checkFlows([{ file, text }]) };
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
    String(some.filter(({ findings }) => findings.some(isPublishError)).length),
    String(some.filter(({ findings }) => findings.length === 0).length),
  ];
  return table(
    ['Flows', 'read', 'printed identically', 'checked', 'with a publish error', 'with no finding'],
    [row("of today's language", today), row('of the older export, converted', older), row('all', read)],
  );
}

const isPublishError = ({ family, severity }: Finding): boolean =>
  family === 'publish' && severity === 'error';

function typeTable(flows: readonly RealFlow[]): readonly string[] {
  const actions = new Map<string, { actions: number; flows: number; alike: number }>();
  for (const { parsed, printedAlike } of flows) {
    const types = (parsed.document?.Actions ?? []).map(({ Type }) => Type);
    for (const type of new Set(types)) {
      const known = actions.get(type) ?? { actions: 0, flows: 0, alike: 0 };
      actions.set(type, {
        actions: known.actions + types.filter((each) => each === type).length,
        flows: known.flows + 1,
        alike: known.alike + (printedAlike ? 1 : 0),
      });
    }
  }
  const unknown = [...actions.keys()].filter((type) => blockOf(type) === undefined).toSorted();
  return table(
    ['Type', 'actions', 'flows read', 'printed identically', 'builds', 'checks', 'executes'],
    [
      ...CATALOGUE.map((block) => [
        block.type,
        ...counts(actions.get(block.type)),
        'yes',
        'yes',
        isExecutable(block) ? 'yes' : `no: ${block.notRunBecause}`,
      ]),
      ...unknown.map((type) => [
        `${type} (no such type)`,
        ...counts(actions.get(type)),
        'no',
        'refused',
        'no',
      ]),
    ],
  );
}

const counts = (found = { actions: 0, flows: 0, alike: 0 }): readonly string[] =>
  [found.actions, found.flows, found.alike].map(String);

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
