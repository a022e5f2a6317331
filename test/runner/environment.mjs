/** The environment of a test file is that of its worker, and afterwards as it was before. */
import { mocker, timers } from './jest-globals.mjs';

export default class WorkerItself {
  global = globalThis;
  moduleMocker = mocker;
  #variables = { ...process.env };
  exportConditions = () => ['node', 'node-addons'];
  getVmContext = () => null;

  async setup() {
    // Nothing to prepare: the worker is there.
  }

  async teardown() {
    mocker.restoreAllMocks();
    timers.realTimers();
    const added = Object.keys(process.env).filter((name) => !Object.hasOwn(this.#variables, name));
    for (const name of added) delete process.env[name];
    Object.assign(process.env, this.#variables);
  }
}
