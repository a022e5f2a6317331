/**
 * All tests of the blocks in one file: jest loads the engine once for each mutant, not once for each test file. Those of
 * the engine are left out: with them a run takes four times as long.
 */
import { readdirSync } from 'node:fs';

for (const file of readdirSync('test/engine/blocks'))
  if (file.endsWith('.test.ts')) await import(`../engine/blocks/${file}`);
