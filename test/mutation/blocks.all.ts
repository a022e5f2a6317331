/**
 * All tests of the blocks and of the engine that runs them in one file: jest loads the engine once for each mutant, not
 * once for each test file. The search through events of any kind is left out: it takes as long as all others together.
 */
import { readdirSync } from 'node:fs';

for (const folder of ['blocks', 'contact'])
  for (const file of readdirSync(`test/engine/${folder}`))
    if (file.endsWith('.test.ts') && file !== 'any-events.test.ts')
      await import(`../engine/${folder}/${file}`);
