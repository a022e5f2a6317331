/** Reads the list that gives the things of somebody's instance our names. */
import { type ResourceNames, readNames } from '../../engine/authoring/import-names.ts';
import type { Json } from '../../engine/language/flow.ts';
import { CommandFailure } from './failure.ts';
import { readText } from './flow-files.ts';
import { WRONG_USE } from './options.ts';

/** @throws CommandFailure with exit code 2 where the file is not there or is no such list */
export function readNamesFile(file: string | undefined): ResourceNames {
  if (file === undefined) return [];
  const names = readNames(parse(file, readText(file)));
  if (typeof names === 'string') throw new CommandFailure(`${file}: ${names}.`, WRONG_USE);
  return names;
}

function parse(file: string, text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new CommandFailure(`${file} is not JSON; write {"arn:…": "queue.orders"}.`, WRONG_USE);
  }
}
