/** Reads files of flows for the commands that print, compare and bring them home. */
import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../../engine/language/diagnostic.ts';
import { type ParsedFlow, parseFlow } from '../../engine/language/parse.ts';
import { CommandFailure } from './failure.ts';
import { WRONG_USE } from './options.ts';

/**
 * The text of a file exactly as it is, a byte order mark included.
 * @throws CommandFailure with exit code 2 where there is no such file, or it is not UTF-8
 */
export function readText(file: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (fault) {
    const why = typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : String(fault);
    const reason =
      why === 'ENOENT' ? 'there is no such file' : why === 'EISDIR' ? 'it is a folder' : String(why);
    throw new CommandFailure(`${file} cannot be read: ${reason}.`, WRONG_USE);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new CommandFailure(`${file} is not UTF-8 text; save it as UTF-8.`, WRONG_USE);
  }
}

export const readFlowFile = (file: string): ParsedFlow => parseFlow(readText(file));

/** `main.json: error flow/dangling-target at Actions[3]…, step 'ask': points to 'x', which does not exist` */
export const diagnosticLine = (file: string, { severity, code, message, path, step }: Diagnostic): string => {
  const place = path === '' ? '' : ` at ${path}`;
  return `${file}: ${severity} ${code}${place}${step === undefined ? '' : `, step '${step}'`}: ${message}`;
};
