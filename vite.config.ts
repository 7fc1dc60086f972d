import { fileURLToPath } from 'node:url';
import type { PluginOption } from 'vite';
import { defineConfig } from 'vite';
import { scenarioLibrary } from './src/files/vite-library.ts';

/** Shared with the browser tests (vitest.config.ts). */
export function plugins(): PluginOption[] {
  return [scenarioLibrary()];
}

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  root: 'src/client',
  publicDir: '../../assets',
  // Addresses are relative, so that a built client can live in any folder of any host.
  base: './',
  plugins: plugins(),
  build: {
    outDir: '../../dist',
    emptyOutDir: true,
    // Files in here carry a digest in their name; src/server/serve.ts lets browsers keep them for good.
    assetsDir: 'app',
    // Who made what is in there, and under which licence; NOTICE has fonts and map.
    license: { fileName: 'licences.md' },
    // Phaser does not tree-shake.
    chunkSizeWarningLimit: 1600,
    rolldownOptions: {
      // A place in a room of a host is a page of its own: nothing on it can reach an engine or a scenario.
      input: { index: at('src/client/index.html'), room: at('src/client/room.html') },
      output: {
        codeSplitting: {
          // In a file of its own, which stays the same from one version to the next. It comes by `await import()` only.
          groups: [{ name: 'phaser', test: /[\\/]node_modules[\\/]phaser[\\/]/ }],
        },
      },
    },
  },
  worker: { format: 'es', plugins },
});
