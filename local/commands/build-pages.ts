/** Builds the pages when their sources have changed. */
import { join } from 'node:path';
import { type Build, makeWhenStale } from './freshness.ts';
import { projectFolder } from './places.ts';

/** What the pages are made from. A test holds it to what their bundles have in them. */
export const pages = {
  name: 'pages',
  sources: [
    'vite.config.ts',
    'package-lock.json',
    'local/web/pages',
    'local/web/next-run.ts',
    'local/web/protocol.ts',
    'local/web/addresses.ts',
    'local/web/shown-recording.ts',
    'local/web/telephone-number.ts',
    'local/web/running-stack.ts',
    'local/web/flow-shown.ts',
    'local/web/contact-shown.ts',
    'local/web/coverage-shown.ts',
    'local/web/messages-shown.ts',
    // Of it the layout of flows is in the map.
    'engine/authoring',
  ],
  results: ['build/web/home/index.html', 'build/web/phone/index.html', 'build/web/agent/index.html'],
} satisfies Build;

/** @param say is told before a build, which takes a second or two */
export async function buildPages(say: (sentence: string) => void): Promise<void> {
  await makeWhenStale(projectFolder, join(projectFolder, 'build', 'sources.json'), pages, async () => {
    say('Building the pages: their sources have changed.');
    // Vite is needed only here, and takes longer to load than everything else together.
    const { build } = await import('vite');
    await asInProduction(() =>
      build({ configFile: join(projectFolder, 'vite.config.ts'), logLevel: 'warn' }),
    );
  });
}

/** Tests set NODE_ENV, and Vite would build React's slow variant for developers, which `npm start` then finds current. */
async function asInProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = before;
  }
}
