/** `callwright diff A B`: says what changed for callers between two flows, or two folders of them. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diffFlows } from '../../engine/authoring/diff-flows.ts';
import type { FlowDocument } from '../../engine/language/flow.ts';
import { CommandFailure } from './failure.ts';
import { readFlowFile } from './flow-files.ts';
import { readOptions, WRONG_USE } from './options.ts';
import { type Output, terminal } from './output.ts';

/** Exit code where something changed. */
const CHANGED = 1;

/** @returns 0 where callers notice nothing, 1 where they do; 2 is thrown for what is absent or no flow */
export function diff(args: readonly string[], output: Output = terminal): number {
  const [before = '', after = ''] = readOptions('diff', args, { values: [], flags: [], words: 2 }).words;
  const lines = areFolders(before, after) ? diffFolders(before, after) : diffFiles(before, after);
  output.out(lines.length === 0 ? 'Callers notice nothing.\n' : `${lines.join('\n')}\n`);
  return lines.length === 0 ? 0 : CHANGED;
}

/** @throws CommandFailure where one is a folder and the other is not */
function areFolders(before: string, after: string): boolean {
  const [old, fresh] = [before, after].map((path) => statSync(path, { throwIfNoEntry: false }));
  const [one, other] = [old?.isDirectory() === true, fresh?.isDirectory() === true];
  if (one === other) return one;
  const [folder, against, there] = one ? [before, after, fresh] : [after, before, old];
  const reason =
    there === undefined ? 'which does not exist' : 'which is a file; give two files or two folders';
  throw new CommandFailure(
    `${folder} is a folder and cannot be compared with ${against}, ${reason}.`,
    WRONG_USE,
  );
}

const diffFiles = (before: string, after: string): readonly string[] =>
  diffFlows(documentOf(before), documentOf(after)).map(({ sentence }) => sentence);

function diffFolders(before: string, after: string): readonly string[] {
  const flowsIn = (folder: string) => new Set(readdirSync(folder).filter((file) => file.endsWith('.json')));
  const old = flowsIn(before);
  const fresh = flowsIn(after);
  return [...new Set([...old, ...fresh])].toSorted().flatMap((file) => {
    if (!old.has(file)) return [`${file} is new`];
    if (!fresh.has(file)) return [`${file} is gone`];
    return diffFiles(join(before, file), join(after, file)).map((line) => `${file}: ${line}`);
  });
}

function documentOf(file: string): FlowDocument {
  const { document, diagnostics } = readFlowFile(file);
  // Two documents without a step are the same to a caller, and no flows.
  const withoutSteps = diagnostics.find(({ code }) => code === 'flow/no-actions');
  if (document !== undefined && withoutSteps === undefined) return document;
  const why = (withoutSteps ?? diagnostics[0])?.message ?? 'it is empty';
  throw new CommandFailure(`${file} is no flow: ${why}.`, WRONG_USE);
}
