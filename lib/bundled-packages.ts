/** What a bundle has of the description of a package. */

import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/**
 * A client of the SDK asks its package for nothing but the version, which it sends with every request; the whole
 * description would be 2 KB of every bundle. The name stays, so that a bundle tells which clients it has.
 */
export const onlyVersions: Plugin = {
  name: 'only-versions',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]package\.json$/ }, async ({ path }) => {
      const { name, version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
};
