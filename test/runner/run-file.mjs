/**
 * Runs one test file with jest's own framework, but with modules as Node.js itself loads them: jest would compile and
 * link every file's modules anew in a context of its own, which took longer than the tests. The files of one worker
 * share their modules (docs/decisions/test-files.md).
 */
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import { give } from './jest-globals.mjs';

const require = createRequire(import.meta.url);
const { default: runWithCircus } = require('jest-circus/runner');

const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;
/** A handler opens its clients once, with the environment that it is loaded in, as on Lambda. */
const HANDLER = /\/lambdas\/[^/]+\/handler\.ts$/;
/** Where the framework keeps those whom it tells of every test: they would be more with each file. */
const HEARERS = Symbol.for('EVENT_HANDLERS');
let files = 0;

registerHooks({
  resolve(specifier, context, next) {
    // The package itself only throws: jest puts its functions in the place of it, and so do we.
    if (specifier === '@jest/globals') return { url: GLOBALS, shortCircuit: true };
    const found = next(specifier, context);
    return HANDLER.test(found.url) ? { ...found, url: `${found.url}?file=${files}` } : found;
  },
});

/** What the framework asks jest's runtime for. */
const runtime = {
  /** The framework keeps the tests of a file, and who hears of them, so each file gets a new one. */
  requireInternalModule(file) {
    delete require.cache[file];
    delete globalThis[HEARERS];
    return require(file);
  },
  requireModule: require,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (file) => import(pathToFileURL(file).href),
  setGlobalsForRuntime: give,
  /** Around what waits for rejections: jest's runtime notes here whose code runs, and nobody asks ours. */
  enterTestCode: () => undefined,
  leaveTestCode: () => undefined,
};

export default (globalConfig, config, environment, _runtime, testPath) => {
  files += 1;
  // Without a sixth argument no message goes to the reporter for each test: it has the results of a file at its end.
  return runWithCircus(globalConfig, config, environment, runtime, testPath);
};
