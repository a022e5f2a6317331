/** `@jest/globals` for a process that runs the same tests again and again: jest's framework collects them, and we run them. */
import { createRequire } from 'node:module';

const circus = createRequire(import.meta.url)('jest-circus');
const { jestExpect } = createRequire(createRequire(import.meta.url).resolve('jest-circus'))('@jest/expect');

export const { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } = circus;
export const expect = jestExpect;
/** Everything that was collected. */
export const collected = () => circus.getState().rootDescribeBlock;
/** @param name of the test */
export const nowRuns = (name) => jestExpect.setState({ currentTestName: name });
