/** The environment of a test file is that of its worker, and afterwards as it was before. */
import { mocker, timers } from './jest-globals.mjs';

const STACK_LINES = 12;

export default class WorkerItself {
  global = globalThis;
  moduleMocker = mocker;
  #variables = { ...process.env };
  exportConditions = () => ['node', 'node-addons'];
  getVmContext = () => null;

  async setup() {
    // Jest asks for a hundred: every `expect` prepares an error, and most of its time was spent on these.
    Error.stackTraceLimit = STACK_LINES;
  }

  async teardown() {
    mocker.restoreAllMocks();
    timers.realTimers();
    const added = Object.keys(process.env).filter((name) => !Object.hasOwn(this.#variables, name));
    for (const name of added) delete process.env[name];
    Object.assign(process.env, this.#variables);
  }
}
