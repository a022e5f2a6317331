/** `callwright print FILE`: writes a flow as it was read, and says beside it what was wrong with it. */
import { printParsed } from '../../engine/language/print-parsed.ts';
import { diagnosticLine, readFlowFile } from './flow-files.ts';
import { readOptions } from './options.ts';
import { type Output, terminal } from './output.ts';

/** Exit code where the text is no flow. */
const NO_FLOW = 1;

/** @returns 0; 1 where the text is no flow, which is written all the same */
export function print(args: readonly string[], output: Output = terminal): number {
  const [file = ''] = readOptions('print', args, { values: [], flags: [], words: 1 }).words;
  const parsed = readFlowFile(file);
  output.out(printParsed(parsed));
  for (const diagnostic of parsed.diagnostics) output.err(`${diagnosticLine(file, diagnostic)}\n`);
  return parsed.document === undefined ? NO_FLOW : 0;
}
