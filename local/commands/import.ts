/** `callwright import FLOW.json…`: writes flows that somebody exported as TypeScript files of typed steps. */
import { writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { importFlow } from '../../engine/authoring/import-flow.ts';
import { inferType } from '../../engine/rules/analysis/infer-type.ts';
import { diagnosticLine, readFlowFile } from './flow-files.ts';
import { readNamesFile } from './names-file.ts';
import { readOptions } from './options.ts';
import { makeFolder } from './out-folder.ts';
import { type Output, terminal } from './output.ts';

const BUILDER = resolve(import.meta.dirname, '..', '..', 'engine', 'authoring');
const OUT = join('contact-flows', 'imported');
/** Exit code where a file is no flow, or what was written does not build as it is. */
const INCOMPLETE = 1;

/** Faults that the builder refuses; others were mended when the flow was read, or are kept in unchecked steps. */
const NO_BUILD: ReadonlySet<string> = new Set([
  'flow/bad-identifier',
  'flow/dangling-start',
  'flow/dangling-target',
  'flow/duplicate-identifier',
  'flow/no-start',
  'flow/too-many-actions',
]);

/** @returns 0; 1 where a file is no flow, or what is written of it is incomplete or does not build as it is */
export function importFlows(args: readonly string[], output: Output = terminal): number {
  const { words, values } = readOptions('import', args, {
    values: ['names', 'out'],
    flags: [],
    words: { atLeast: 1 },
  });
  const names = readNamesFile(values.names);
  const folder = values.out ?? OUT;
  const taken = new Set<string>();
  let exitCode = 0;
  for (const file of words) {
    const { document, type, diagnostics } = readFlowFile(file);
    for (const diagnostic of diagnostics) output.err(`${diagnosticLine(file, diagnostic)}\n`);
    if (document === undefined || diagnostics.some(({ code }) => code === 'flow/no-actions')) {
      exitCode = INCOMPLETE;
      continue;
    }
    const name = nameFor(file, taken);
    const imported = importFlow(document, {
      name,
      type: type ?? inferType(document, undefined).type,
      from: basename(file),
      names,
      builder: builderFrom(folder),
    });
    for (const diagnostic of imported.diagnostics) output.err(`${diagnosticLine(file, diagnostic)}\n`);
    const lost = imported.diagnostics.some(({ severity }) => severity === 'error');
    if (lost || diagnostics.some(({ code }) => NO_BUILD.has(code))) exitCode = INCOMPLETE;
    makeFolder(folder);
    const target = join(folder, `${name}.ts`);
    writeFileSync(target, imported.source);
    output.out(`${target}\n`);
  }
  return exitCode;
}

/** The file's name in lower case with dashes; a number behind it where two files are called alike. */
function nameFor(file: string, taken: Set<string>): string {
  const plain = basename(file)
    .replace(/\.json$/i, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  const base = plain === '' ? 'flow' : plain;
  let name = base;
  for (let number = 2; taken.has(name); number += 1) name = `${base}-${number}`;
  taken.add(name);
  return name;
}

function builderFrom(folder: string): string {
  const path = relative(resolve(folder), BUILDER).split('\\').join('/');
  return path.startsWith('.') ? path : `./${path}`;
}
