/** How much memory is in use once everything that nobody can reach is gone. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Of the heap, after a full collection: without it, what is still to be collected would be most of the figure. */
export function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect !== 'function') throw new Error('this Node.js cannot be asked to collect garbage');
  collect();
  return process.memoryUsage().heapUsed;
}
