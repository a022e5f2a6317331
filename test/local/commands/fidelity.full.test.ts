/** The page of what real flows show is as the code makes it now. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { pagesOfRealFlows } from '../../../local/commands/docs.ts';

const made = pagesOfRealFlows();
const withFlows = made.size === 0 ? test.skip : test;
const reason = made.size === 0 ? ' (skipped: there is no folder ../shared/flows)' : '';

withFlows(`docs/fidelity.md is fresh; run \`npm run -s callwright -- docs\` where it is not${reason}`, () => {
  const stale = [...made].filter(([file, text]) => readFileSync(file, 'utf8') !== text);
  expect(stale.map(([file]) => file)).toEqual([]);
});
