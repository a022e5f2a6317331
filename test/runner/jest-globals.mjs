/** `@jest/globals` for modules that outlive a test file: each name leads to the framework of the file that runs now. */
import { ModernFakeTimers } from '@jest/fake-timers';
import { ModuleMocker } from 'jest-mock';

let current = {};

/** The functions of the framework for the file that is loaded next. */
export const give = (globals) => {
  current = globals;
};

const forwarded = (name) =>
  new Proxy(() => undefined, {
    apply: (_target, self, args) => Reflect.apply(current[name], self, args),
    get: (_target, key) => Reflect.get(current[name], key),
  });

export const [afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test] = [
  'afterAll',
  'afterEach',
  'beforeAll',
  'beforeEach',
  'describe',
  'expect',
  'it',
  'test',
].map(forwarded);

export const mocker = new ModuleMocker(globalThis);
const fake = new ModernFakeTimers({ config: { fakeTimers: {} }, global: globalThis });

/** Replaces the clock of the worker, and gives it back. */
export const timers = {
  fakeTimers: (options) => fake.useFakeTimers(options),
  realTimers: () => fake.useRealTimers(),
};

/** The part of `jest` that replaces functions and clocks; modules are never replaced here. */
export const jest = {
  fn: mocker.fn.bind(mocker),
  spyOn: mocker.spyOn.bind(mocker),
  restoreAllMocks: () => mocker.restoreAllMocks(),
  useFakeTimers: timers.fakeTimers,
  useRealTimers: timers.realTimers,
  advanceTimersByTime: (milliseconds) => fake.advanceTimersByTime(milliseconds),
  advanceTimersByTimeAsync: (milliseconds) => fake.advanceTimersByTimeAsync(milliseconds),
  getTimerCount: () => fake.getTimerCount(),
};
