/** Breaks the flows at one place after another, and tells which breaks the call tests notice. */
import { type CallTest, notice, walkedByTests } from './call-tests.ts';
import type { FlowMutant } from './operators.ts';

/** `unreached`: no call test comes by the place. */
export type Fate = 'noticed' | 'unnoticed' | 'unreached';

export interface Judged {
  readonly mutant: FlowMutant;
  readonly fate: Fate;
}

/** Tests of one process; most mutants are noticed by the first ones that come by. */
const TESTS_AT_ONCE = 12;
/** Many calls hear a greeting: what so many of them do not notice, the others will not. */
const TESTS_MAX = 60;

/**
 * @param atOnce mutants that are judged side by side, each in a process of its own
 * @param told is called for each mutant as soon as it is judged
 */
export async function judge(
  mutants: readonly FlowMutant[],
  atOnce: number,
  told: (judged: Judged) => void,
): Promise<readonly Judged[]> {
  const byWay = await walkedByTests();
  const judged: Judged[] = [];
  const left = mutants.values();
  const work = async (): Promise<void> => {
    for (const mutant of left) {
      const one = { mutant, fate: await fateOf(mutant, testsFor(mutant, byWay)) };
      judged.push(one);
      told(one);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return judged;
}

/** The tests that come by the place of a mutant, those of one file together. */
export function testsFor(
  { flow, step, branches }: Pick<FlowMutant, 'flow' | 'step' | 'branches'>,
  byWay: ReadonlyMap<string, readonly CallTest[]>,
): readonly CallTest[] {
  const place = `${flow} / ${step}: `;
  const tests = new Map<string, CallTest>();
  for (const [way, walkers] of byWay) {
    if (!way.startsWith(place)) continue;
    const branch = way.slice(place.length);
    // A branch by a secret key has dots for it.
    if (branches !== undefined && !branches.includes(branch) && !branch.includes('•')) continue;
    for (const test of walkers) tests.set(`${test.file}\n${test.name}`, test);
  }
  return [...tests.values()].toSorted((one, other) => (one.file < other.file ? -1 : 1)).slice(0, TESTS_MAX);
}

async function fateOf({ name }: FlowMutant, tests: readonly CallTest[]): Promise<Fate> {
  if (tests.length === 0) return 'unreached';
  for (let from = 0; from < tests.length; from += TESTS_AT_ONCE)
    if (await notice(name, tests.slice(from, from + TESTS_AT_ONCE))) return 'noticed';
  return 'unnoticed';
}
