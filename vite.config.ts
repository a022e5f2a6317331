/** Builds the pages of the local contact centre into build/web. */
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const pages = join(import.meta.dirname, 'local', 'web', 'pages');

export default defineConfig({
  root: pages,
  plugins: [react()],
  build: {
    outDir: join(import.meta.dirname, 'build', 'web'),
    emptyOutDir: true,
    target: 'es2023',
    // The pages' content security policy knows neither inline scripts nor data addresses.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: ['home', 'phone', 'agent'].map((page) => join(pages, page, 'index.html')),
    },
  },
});
