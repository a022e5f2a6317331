/** `callwright print FILE`: writes a flow as it was read, and says beside it what was wrong with it. */
import { printParsed } from '../../engine/language/print-parsed.ts';
import { diagnosticLine, readFlowFile } from './flow-files.ts';
import { readOptions } from './options.ts';

/** Exit code where the text is no flow. */
const NO_FLOW = 1;

/** @returns 0; 1 where the text is no flow, which is written all the same */
export function print(args: readonly string[]): number {
  const [file = ''] = readOptions('print', args, { values: [], flags: [], words: 1 }).words;
  const parsed = readFlowFile(file);
  process.stdout.write(printParsed(parsed));
  for (const diagnostic of parsed.diagnostics) process.stderr.write(`${diagnosticLine(file, diagnostic)}\n`);
  return parsed.document === undefined ? NO_FLOW : 0;
}
