/** Which test walks which way: kept where `CALLWRIGHT_WALKS` names a folder, for runs that change flows and choose tests. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Centre } from '../../local/connect/centre.ts';

/** Ways as `main-menu / choose: Equals 1`, by the full name of the test that walked them. */
export interface Walks {
  readonly file: string;
  readonly tests: Readonly<Record<string, readonly string[]>>;
}

/** @returns writes the file; to be called when the centre closes */
export function keepsWalks(centre: Centre): () => void {
  const folder = process.env['CALLWRIGHT_WALKS'] ?? '';
  if (folder === '') return () => undefined;
  const tests = new Map<string, Set<string>>();
  centre.observe(({ effect }) => {
    if (effect.kind !== 'step-taken') return;
    const test = expect.getState().currentTestName ?? '';
    const ways = tests.get(test) ?? new Set();
    tests.set(test, ways.add(`${effect.flowName} / ${effect.step}: ${effect.branch}`));
  });
  return () => {
    mkdirSync(folder, { recursive: true });
    const file = expect.getState().testPath ?? '';
    const walks: Walks = {
      file,
      tests: Object.fromEntries([...tests].map(([test, ways]) => [test, [...ways]])),
    };
    writeFileSync(join(folder, `${process.pid}-${performance.now()}.json`), JSON.stringify(walks));
  };
}
