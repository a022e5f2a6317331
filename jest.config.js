import { countedTests } from './test/counted.ts';

/**
 * `*.full.test.ts` take long and repeat at length what others show: they run with full counts (`npm run test:full`),
 * which runs nothing that said all in `npm test`.
 */
const isFull = process.env.CALLWRIGHT_COUNTS === 'full';

/** Jest finds and counts the tests; Node.js loads their modules and strips the types (test/runner/run-file.mjs). */
export default {
  testEnvironment: '<rootDir>/test/runner/environment.mjs',
  testRunner: '<rootDir>/test/runner/run-file.mjs',
  globalSetup: '<rootDir>/test/set-up.ts',
  testSequencer: '<rootDir>/test/longest-first.mjs',
  testMatch: isFull ? countedTests() : ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: isFull ? [] : ['\\.full\\.test\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/build', '<rootDir>/.callwright'],
  // Jest would leave a core to itself; on two cores that is half the machine.
  maxWorkers: '100%',
  testTimeout: isFull ? 240_000 : 60_000,
};
