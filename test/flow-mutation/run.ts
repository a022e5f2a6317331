/** Breaks the flows at one place after another, and tells which breaks the calls of the worlds notice. */
import { Met, type Walk, Walker, walkAll } from '../calls/transitions/walk.ts';
import type { World } from '../calls/transitions/worlds.ts';
import type { ContactCentre } from '../kit/centre.ts';
import { NotMutated, publishMutant, publishUnbroken } from './mutants.ts';
import type { FlowMutant } from './operators.ts';

/** `unreached`: no call comes by the place. */
export type Fate = 'noticed' | 'unnoticed' | 'unreached';

export interface Judged {
  readonly mutant: FlowMutant;
  readonly fate: Fate;
}

/**
 * Makes every call that comes by a mutant's place once more with the mutant, until one of them is another than without.
 * @param told is called for each mutant as soon as it is judged
 */
export async function judge(
  mutants: readonly FlowMutant[],
  worlds: readonly World[],
  told: (judged: Judged) => void,
): Promise<readonly Judged[]> {
  const reached = new Set<FlowMutant>();
  const judged: Judged[] = [];
  const is = (mutant: FlowMutant, fate: Fate): void => {
    judged.push({ mutant, fate });
    told({ mutant, fate });
  };
  const met = new Met();
  let left = mutants;
  for (const { open } of worlds) {
    const world = await open();
    try {
      const walker = await Walker.at(world);
      const walks = await walkAll(walker, met);
      await requireQuiet(walker, walks, new Set(left.map(({ flow }) => flow)));
      const alive: FlowMutant[] = [];
      for (const mutant of left) {
        const by = walksBy(mutant, walks);
        if (by.length > 0) reached.add(mutant);
        if (await isNoticed(walker, mutant, by)) is(mutant, 'noticed');
        else alive.push(mutant);
      }
      left = alive;
    } finally {
      await world.centre.close();
    }
  }
  for (const mutant of left) is(mutant, reached.has(mutant) ? 'unnoticed' : 'unreached');
  return judged;
}

/** Those that leave the place of the mutant by one of its branches, the shortest first. */
export function walksBy<W extends Pick<Walk, 'lines' | 'steps'>>(
  { flow, step, branches }: Pick<FlowMutant, 'flow' | 'step' | 'branches'>,
  walks: readonly W[],
): readonly W[] {
  return walks
    .filter(({ steps }) =>
      steps.some(
        ({ flowName, step: left, branch }) =>
          flowName === flow &&
          left === step &&
          // A branch by a secret key has dots for it.
          (branches === undefined || branches.includes(branch) || branch.includes('•')),
      ),
    )
    .toSorted((one, other) => one.lines.length - other.lines.length);
}

/** Calls of each flow that are made with the flow as it is. */
const UNBROKEN_WALKS = 3;

/** @throws where calls are other calls with nothing broken: then what they notice would say nothing */
async function requireQuiet(
  walker: Walker,
  walks: readonly Walk[],
  flows: ReadonlySet<string>,
): Promise<void> {
  for (const flow of flows) {
    const by = walks.filter(({ steps }) => steps.some(({ flowName }) => flowName === flow));
    for (const walk of by.slice(0, UNBROKEN_WALKS))
      if (await isOther(walker, walk, (centre) => publishUnbroken(centre, flow)))
        throw new Error(`'${walk.name}' is another call each time, though nothing is broken`);
  }
}

async function isNoticed(walker: Walker, mutant: FlowMutant, walks: readonly Walk[]): Promise<boolean> {
  const breaks = (centre: ContactCentre): void => publishMutant(centre, mutant);
  for (const walk of walks) {
    // Whatever else may have made it another call, it would not do so twice.
    if ((await isOther(walker, walk, breaks)) && (await isOther(walker, walk, breaks))) return true;
  }
  return false;
}

async function isOther(
  walker: Walker,
  { route, lines }: Walk,
  prepared: (centre: ContactCentre) => void,
): Promise<boolean> {
  try {
    const again = await walker.walk(route, prepared);
    return again.lines.length !== lines.length || again.lines.some((line, index) => line !== lines[index]);
  } catch (error) {
    if (error instanceof NotMutated) throw error;
    return true;
  }
}
