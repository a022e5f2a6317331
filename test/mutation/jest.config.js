import base from '../../jest.config.js';

/**
 * A run with a mutant: each file in modules of its own, as jest has it without our runner, because a mutant in what a
 * module does as it loads is seen only where it is loaded anew. What was made before cannot be stale.
 */
const { globalSetup, testEnvironment, testRunner, testSequencer, ...rest } = base;

export default {
  ...rest,
  rootDir: '../..',
  transform: { '^.+\\.ts$': '<rootDir>/test/mutation/strip-types.mjs' },
};
