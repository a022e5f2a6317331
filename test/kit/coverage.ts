/** Keeps what the calls of a test centre have taken of the flows, where `CALLWRIGHT_COVERAGE` names a folder. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FlowCoverage } from '../../engine/coverage/flow-coverage.ts';
import type { Centre } from '../../local/connect/centre.ts';

let written = 0;

/** @returns writes the file; to be called when the centre closes */
export function keepsCoverage(centre: Centre): () => void {
  const folder = process.env['CALLWRIGHT_COVERAGE'] ?? '';
  if (folder === '') return () => undefined;
  const coverage = new FlowCoverage(centre.instance.flows);
  centre.observe(({ effect }) => coverage.see(effect));
  return () => {
    mkdirSync(folder, { recursive: true });
    written += 1;
    // Several test files run in one process, each with modules of its own.
    const name = `${process.pid}-${performance.now()}-${written}.json`;
    writeFileSync(join(folder, name), JSON.stringify(coverage.record()));
  };
}
