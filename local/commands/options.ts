/** Reads the options of a command; a wrong one is told in one sentence. */
import { parseArgs } from 'node:util';
import { CommandFailure } from './failure.ts';
import { nearest } from './nearest.ts';

/** Exit code of every command that was called wrongly. */
export const WRONG_USE = 2;

export interface OptionTexts<Value extends string, Flag extends string> {
  /** Options with a value. */
  readonly values: readonly Value[];
  /** Options without one. */
  readonly flags: readonly Flag[];
  /** How many words besides options, exactly or at least. */
  readonly words: number | { readonly atLeast: number };
}

export interface Options<Value extends string, Flag extends string> {
  readonly values: Readonly<Partial<Record<Value, string>>>;
  readonly flags: Readonly<Partial<Record<Flag, boolean>>>;
  readonly words: readonly string[];
}

/** @throws CommandFailure with exit code 2 */
export function readOptions<Value extends string = never, Flag extends string = never>(
  command: string,
  args: readonly string[],
  known: OptionTexts<Value, Flag>,
): Options<Value, Flag> {
  const names = [...known.values, ...known.flags];
  const { tokens } = parseArgs({ args: [...args], strict: false, allowPositionals: true, tokens: true });
  const values: Partial<Record<Value, string>> = {};
  const flags: Partial<Record<Flag, boolean>> = {};
  const words: string[] = [];
  let wanting: Value | undefined;
  const wrong = (sentence: string): never => {
    throw new CommandFailure(sentence, WRONG_USE);
  };
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      if (wanting === undefined) words.push(token.value);
      else if (token.value === '') wrong(`--${wanting} of ${command} needs a value.`);
      else values[wanting] = token.value;
      wanting = undefined;
      continue;
    }
    if (wanting !== undefined) {
      const isLong = token.rawName.startsWith('--');
      const how = isLong ? '' : `: write --${wanting}=-… where it begins with a hyphen`;
      wrong(`--${wanting} of ${command} needs a value${how}.`);
    }
    const value = known.values.find((name) => name === token.name);
    const flag = known.flags.find((name) => name === token.name);
    if (value !== undefined) {
      if (token.value === '') wrong(`--${value} of ${command} needs a value.`);
      else if (token.value === undefined) wanting = value;
      else values[value] = token.value;
    } else if (flag !== undefined) {
      if (token.value !== undefined) wrong(`--${flag} of ${command} takes no value.`);
      flags[flag] = true;
    } else {
      const meant = nearest(token.name, names);
      const hint = meant === undefined ? `its options are ${listed(names)}` : `did you mean --${meant}?`;
      wrong(`${command} has no option ${token.rawName}: ${hint}${meant === undefined ? '.' : ''}`);
    }
  }
  if (wanting !== undefined) wrong(`--${wanting} of ${command} needs a value.`);
  const least = typeof known.words === 'number' ? known.words : known.words.atLeast;
  if (words.length < least || (words.length > least && known.words === least)) {
    const wanted = known.words === least ? String(least) : `at least ${least}`;
    const things = least === 1 ? 'word' : 'words';
    const were = words.length === 1 ? '1 was' : `${words.length} were`;
    wrong(`${command} takes ${wanted} ${things} beside its options, and ${were} given.`);
  }
  return { values, flags, words };
}

const listed = (names: readonly string[]): string =>
  names.length === 0 ? 'none' : names.map((name) => `--${name}`).join(', ');
