/** `callwright export FLOW…`: writes flows of ours, or older exports, as JSON for the console's import. */
import { existsSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Exportable, exportablesIn, exportFlow } from '../../engine/authoring/export-flow.ts';
import { inferType } from '../../engine/rules/analysis/infer-type.ts';
import { CommandFailure } from './failure.ts';
import { diagnosticLine, readFlowFile } from './flow-files.ts';
import { readNamesFile } from './names-file.ts';
import { readOptions, WRONG_USE } from './options.ts';
import { makeFolder } from './out-folder.ts';
import { type Output, terminal } from './output.ts';

/**
 * To standard output, or with `--out` a file for each flow.
 * @throws CommandFailure with exit code 2 for a file that holds no flow
 */
export async function exportFlows(args: readonly string[], output: Output = terminal): Promise<number> {
  const { words, values } = readOptions('export', args, {
    values: ['names', 'out'],
    flags: [],
    words: { atLeast: 1 },
  });
  const names = readNamesFile(values.names);
  for (const file of words) {
    for (const flow of file.endsWith('.ts') ? await authored(file) : exported(file, output)) {
      const { content, diagnostics } = exportFlow(flow, names);
      for (const diagnostic of diagnostics) output.err(`${diagnosticLine(file, diagnostic)}\n`);
      if (values.out === undefined) {
        output.out(content);
        continue;
      }
      makeFolder(values.out);
      const target = join(values.out, `${flow.name}.json`);
      writeFileSync(target, content);
      output.out(`${target}\n`);
    }
  }
  return 0;
}

async function authored(file: string): Promise<readonly Exportable[]> {
  const module = await load(file);
  const flows = exportablesIn(Object.values(module));
  if (flows.length === 0) throw new CommandFailure(`${file} exports no flow.`, WRONG_USE);
  return flows;
}

async function load(file: string): Promise<object> {
  const wrong = (reason: string): CommandFailure =>
    new CommandFailure(`${file} cannot be loaded: ${reason}.`, WRONG_USE);
  if (!existsSync(file)) throw wrong('there is no such file');
  try {
    return await import(pathToFileURL(resolve(file)).href);
  } catch (fault) {
    // The first line says what it is; those below show the source.
    throw wrong(String(fault).split('\n')[0] ?? 'it is broken');
  }
}

function exported(file: string, output: Output): readonly Exportable[] {
  const { document, type, diagnostics } = readFlowFile(file);
  if (document === undefined) {
    throw new CommandFailure(`${file} is no flow: ${diagnostics[0]?.message ?? 'it is empty'}.`, WRONG_USE);
  }
  for (const diagnostic of diagnostics) output.err(`${diagnosticLine(file, diagnostic)}\n`);
  const name = basename(file).replace(/\.json$/i, '');
  return [
    { name, title: name, description: '', type: type ?? inferType(document, undefined).type, document },
  ];
}
