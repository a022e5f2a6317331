/**
 * Says in one sentence which Node.js is needed, before an older one trips over TypeScript. Plain JavaScript of long
 * ago on purpose: it is loaded with `--import` by whatever Node.js there is.
 */
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const needed = [22, 18];
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major < needed[0] || (major === needed[0] && minor < needed[1])) {
  console.error(
    `Callwright needs Node.js ${needed.join('.')} or newer, and this is ${process.versions.node}: install Node.js 24 ` +
      'from https://nodejs.org, or run npm install again, which brings one along for the npm scripts.',
  );
  process.exit(1);
}

// Compiled code is kept between runs, types already stripped: a warm start takes about half the time.
module.enableCompileCache?.(fileURLToPath(new URL('../build/compile-cache', import.meta.url)));
