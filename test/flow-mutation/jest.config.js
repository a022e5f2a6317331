import base from '../../jest.config.js';

/** A run with a mutant: what it needs was made before, and cannot be stale. */
const { globalSetup, testSequencer, ...rest } = base;

export default { ...rest, rootDir: '../..', maxWorkers: 1 };
