/** Judges mutants in several processes side by side. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { FlowMutant } from './operators.ts';
import type { Judged } from './run.ts';

const SHARE = fileURLToPath(new URL('./share.ts', import.meta.url));
const verdict = z.object({ name: z.string(), fate: z.enum(['noticed', 'unnoticed', 'unreached']) });

/**
 * @param atOnce how many processes
 * @param told is called for each mutant as soon as it is judged
 * @throws where a process ends before it has judged all of its share
 */
export async function judgeSideBySide(
  mutants: readonly FlowMutant[],
  atOnce: number,
  told: (judged: Judged) => void,
): Promise<readonly Judged[]> {
  const shares = Array.from({ length: atOnce }, (_, share) =>
    mutants.filter((_mutant, index) => index % atOnce === share),
  );
  return (await Promise.all(shares.map((share) => judgeShare(share, told)))).flat();
}

function judgeShare(
  mutants: readonly FlowMutant[],
  told: (judged: Judged) => void,
): Promise<readonly Judged[]> {
  if (mutants.length === 0) return Promise.resolve([]);
  const byName = new Map(mutants.map((mutant) => [mutant.name, mutant]));
  const judged: Judged[] = [];
  const child = fork(SHARE);
  child.on('message', (message) => {
    const { name, fate } = verdict.parse(message);
    const mutant = byName.get(name);
    if (mutant === undefined) throw new Error(`nobody asked about '${name}'`);
    judged.push({ mutant, fate });
    told({ mutant, fate });
  });
  child.send([...byName.keys()]);
  return new Promise((resolve, reject) => {
    child.once('exit', () => {
      if (judged.length === mutants.length) resolve(judged);
      else reject(new Error(`a process has judged ${judged.length} of its ${mutants.length} mutants`));
    });
  });
}
