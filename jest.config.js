import { countedTests } from './test/counted.ts';

/**
 * `*.full.test.ts` take long and repeat at length what others show: they run with full counts (`npm run test:full`),
 * which runs nothing that said all in `npm test`.
 */
const isFull = process.env.CALLWRIGHT_COUNTS === 'full';

/** TypeScript runs as ES modules under jest; swc only strips the types. */
export default {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/set-up.ts',
  testSequencer: '<rootDir>/test/longest-first.mjs',
  testMatch: isFull ? countedTests() : ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: isFull ? [] : ['\\.full\\.test\\.ts$'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2024' },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
  // zod's messages in sixty languages, which nobody here reads: every test file would load sixty files more.
  moduleNameMapper: { '^\\.\\./locales/index\\.js$': '<rootDir>/node_modules/zod/v4/locales/en.js' },
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/build', '<rootDir>/.callwright'],
  // Jest would leave a core to itself; on two cores that is half the machine.
  maxWorkers: '100%',
  testTimeout: isFull ? 240_000 : 60_000,
};
