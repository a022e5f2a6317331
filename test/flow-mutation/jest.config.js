import base from '../../jest.config.js';
import { TOGETHER } from '../together.ts';

/**
 * A run with a mutant: what it needs was made before, and cannot be stale. It wants a few tests of a few files, so that
 * to load a whole folder would take longer.
 */
const { globalSetup, testSequencer, testPathIgnorePatterns, ...rest } = base;

export default {
  ...rest,
  rootDir: '../..',
  maxWorkers: 1,
  testPathIgnorePatterns: [...testPathIgnorePatterns, TOGETHER],
};
