/** `callwright check PATH…`: holds flows against the rules and tells what they break. */
import { readFileSync } from 'node:fs';
import { FLOW_TYPES, type FlowType } from '../../engine/language/flow.ts';
import type { FunctionResults } from '../../engine/rules/analysis/function-results.ts';
import { RULES } from '../../engine/rules/catalogue.ts';
import { checkFlows } from '../../engine/rules/check-flows.ts';
import { explanation } from '../../engine/rules/explain.ts';
import type { Finding } from '../../engine/rules/finding.ts';
import { FAMILIES, type Family } from '../../engine/rules/rule.ts';
import { CommandFailure } from './failure.ts';
import { type CheckFormat, FORMATS, formatted } from './findings-format.ts';
import { flowGroups } from './flow-groups.ts';
import { findFlowFiles } from './flow-paths.ts';
import { nearest } from './nearest.ts';
import { readOptions, WRONG_USE } from './options.ts';
import { type Output, terminal } from './output.ts';

/** Exit codes besides 0, which says that there is no finding. */
const FINDINGS = 1;
const ABSENT = 2;

/**
 * Flows given together are checked together, a folder of translations with what it does not translate. Nothing but findings is written to standard output.
 * @param results what functions are known to answer, by the name that flows call them by
 * @throws CommandFailure with exit code 2 for a wrong option
 */
export async function check(
  args: readonly string[],
  results: () => Promise<FunctionResults>,
  output: Output = terminal,
): Promise<number> {
  const { values, words } = readOptions('check', args, {
    values: ['format', 'family', 'kind', 'explain'],
    flags: [],
    words: { atLeast: 0 },
  });
  if (values.explain !== undefined) return explain(values.explain, output);
  if (words.length === 0) throw wrong('check takes at least one path of a flow or a folder of flows.');
  const format = formatOf(values.format ?? 'text');
  const families = familiesOf(values.family);
  const type = typeOf(values.kind);
  const { files, absent } = findFlowFiles(words);
  const texts = files.map((file) => ({ file, text: textOf(file), ...(type === undefined ? {} : { type }) }));
  const options = { families, results: await results() };
  const findings = flowGroups(files).flatMap(({ together, told }) =>
    checkFlows(
      texts.filter(({ file }) => together.includes(file)),
      options,
    ).filter(({ file }) => told.has(file)),
  );
  output.out(formatted(findings, format, new Map(texts.map(({ file, text }) => [file, text]))));
  for (const path of absent) output.err(`${path} cannot be checked: there is no such file or folder.\n`);
  if (absent.length > 0) return ABSENT;
  if (format === 'text') output.err(summary(findings, files.length));
  return findings.length === 0 ? 0 : FINDINGS;
}

const summary = (findings: readonly Finding[], files: number): string => {
  if (files === 0) return 'There is no .json file below what was given: nothing was checked.\n';
  const flows = counted(files, 'flow');
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return findings.length === 0
    ? `${flows}: nothing found.\n`
    : `${flows}: ${counted(errors, 'error')}, ${counted(findings.length - errors, 'warning')}.\n`;
};

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

function explain(id: string, output: Output): number {
  const rule = RULES.find((each) => each.id === id || each.id.endsWith(`/${id}`));
  if (rule === undefined) {
    const meant = nearest(
      id,
      RULES.map((each) => each.id),
    );
    throw wrong(
      `There is no rule '${id}': ${meant === undefined ? 'docs/rules.md lists them.' : `did you mean ${meant}?`}`,
    );
  }
  output.out(explanation(rule));
  return 0;
}

/** A file that cannot be read, or is no text, is told as one that holds no flow. */
function textOf(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(file));
  } catch (fault) {
    return `${file} cannot be read as UTF-8 text: ${fault instanceof Error ? fault.message : String(fault)}`;
  }
}

const wrong = (sentence: string): CommandFailure => new CommandFailure(sentence, WRONG_USE);

function formatOf(text: string): CheckFormat {
  const format = FORMATS.find((each) => each === text);
  if (format === undefined) throw wrong(`--format is '${text}'; choose one of ${FORMATS.join(', ')}.`);
  return format;
}

function familiesOf(text: string | undefined): readonly Family[] {
  if (text === undefined) return FAMILIES;
  return text.split(',').map((name) => {
    const family = FAMILIES.find((each) => each === name.trim());
    if (family === undefined) throw wrong(`--family is '${text}'; choose among ${FAMILIES.join(',')}.`);
    return family;
  });
}

function typeOf(text: string | undefined): FlowType | undefined {
  if (text === undefined) return undefined;
  const type = FLOW_TYPES.find((each) => each === text);
  if (type === undefined) throw wrong(`--kind is '${text}'; choose one of ${FLOW_TYPES.join(', ')}.`);
  return type;
}
