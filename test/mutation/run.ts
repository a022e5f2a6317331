/** Changes the code of an area in one place after another, and tells which changes its tests noticed. */
import { Stryker } from '@stryker-mutator/core';
import type { MutationArea } from './areas.ts';

export type Mutant = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

/**
 * Takes minutes. Every mutant is one run of the area's tests, in a copy of the repository under `build/mutation`; the
 * report to browse is `build/mutation/<name>.html`.
 */
export function runMutants(name: string, { mutate, tests, countsStatic }: MutationArea): Promise<Mutant[]> {
  return new Stryker({
    mutate: [...mutate],
    testRunner: 'jest',
    testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
    jest: {
      configFile: 'test/mutation/jest.config.js',
      config: { testMatch: [`<rootDir>/${tests}`] },
      enableFindRelatedTests: false,
    },
    coverageAnalysis: 'perTest',
    ignoreStatic: !countsStatic,
    // Jest keeps the modules of every run in memory: a runner that never restarts needs gigabytes and gets slow.
    maxTestRunnerReuse: 50,
    concurrency: 2,
    // Stryker would rewrite the paths in tsconfig.json with an API that TypeScript 7 does not have.
    tsconfigFile: 'none',
    tempDirName: 'build/mutation/sandbox',
    ignorePatterns: ['cdk.out', 'build', '.callwright'],
    reporters: ['progress', 'html'],
    htmlReporter: { fileName: `build/mutation/${name}.html` },
    allowConsoleColors: false,
  }).runMutationTest();
}
