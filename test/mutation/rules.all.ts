/** All tests of the rules in one file: jest loads what they share once for each mutant, not once for each test file. */
import { readdirSync } from 'node:fs';

for (const file of readdirSync('test/lambdas/domain'))
  if (file.endsWith('.test.ts')) await import(`../lambdas/domain/${file}`);
