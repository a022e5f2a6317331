/** `callwright docs`: writes the pages of docs/ that are made from the code. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '../../engine/blocks/catalogue.ts';
import { flowSchema } from '../../engine/blocks/flow-schema.ts';
import { RULES } from '../../engine/rules/catalogue.ts';
import { rulesPage } from '../../engine/rules/explain.ts';
import { behaviourLines, TOPICS } from './behaviours/topics.ts';
import { fidelityPage } from './fidelity.ts';
import { readOptions } from './options.ts';
import { type Output, terminal } from './output.ts';

/** Flows that other people exported, beside the repository where somebody has them. */
const REAL_FLOWS = join('..', 'shared', 'flows');

/** Page → its text, of pages that follow from the code alone. */
export const ownPages = (): ReadonlyMap<string, string> =>
  new Map([
    [join('docs', 'rules.md'), rulesPage(RULES)],
    [join('docs', 'flow.schema.json'), `${JSON.stringify(flowSchema(CATALOGUE), null, 2)}\n`],
  ]);

const FURTHER = [{ title: 'Behaviours', lines: behaviourLines(TOPICS) }];

/** Page → its text, of pages that tell what real flows show; none where nobody has them. */
export const pagesOfRealFlows = (): ReadonlyMap<string, string> =>
  new Map(existsSync(REAL_FLOWS) ? [[join('docs', 'fidelity.md'), fidelityPage(REAL_FLOWS, FURTHER)]] : []);

/** @param more pages that are made from what this part may not reach for */
export function docs(
  args: readonly string[],
  more: ReadonlyMap<string, string> = new Map(),
  output: Output = terminal,
): number {
  readOptions('docs', args, { values: [], flags: [], words: 0 });
  for (const [file, text] of [...ownPages(), ...more, ...pagesOfRealFlows()]) {
    writeFileSync(file, text);
    output.out(`${file}\n`);
  }
  return 0;
}
