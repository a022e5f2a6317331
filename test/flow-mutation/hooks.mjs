/** To be imported before a process that runs tests itself: they get the framework from there. */
import { registerHooks } from 'node:module';

const GLOBALS = new URL('./jest-globals.mjs', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: GLOBALS, shortCircuit: true } : next(specifier, context),
});
