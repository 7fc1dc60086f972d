import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findBrowser } from './tests/support/find-browser.ts';
import { plugins } from './vite.config.ts';

/** `npm run test:deep` gives laws their full counts: they read the same variable. */
const deep = process.env.SAYDO_DEEP === '1';
const minutes = (count: number) => count * 60_000;

/** Where there is no browser, tests/support/browser.setup.ts says so, and the tests in Node run all the same. */
function launchOptions(): object {
  try {
    return findBrowser();
  } catch {
    return {};
  }
}

/** All that pages under test import, so that Vite does not find one halfway and reload the page. */
const LIBRARIES = [
  '@noble/hashes/sha2.js',
  '@noble/hashes/utils.js',
  '@observablehq/plot',
  '@preact/signals',
  'axe-core',
  'd3-geo',
  'fast-check',
  'i18next',
  'idb',
  'immer',
  'phaser',
  'preact',
  'preact/hooks',
  'preact/jsx-dev-runtime',
  'preact/jsx-runtime',
  'seedrandom/lib/alea.js',
  'topojson-client',
  'xstate',
  'yaml',
  'zod',
];

export default defineConfig({
  test: {
    projects: [
      {
        plugins: plugins(),
        test: {
          name: 'node',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/browser/**', 'tests/browser-journeys/**'],
          setupFiles: ['tests/support/dice.setup.ts'],
          testTimeout: deep ? minutes(60) : 20_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: plugins(),
        publicDir: 'assets',
        optimizeDeps: { include: LIBRARIES },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          globalSetup: ['tests/support/browser.setup.ts'],
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions: launchOptions() }),
            instances: [{ browser: 'chromium' }],
            viewport: { width: 1280, height: 800 },
            screenshotDirectory: '.cache/screenshots',
          },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['tests/browser-journeys/**/*.test.ts'],
          globalSetup: ['tests/support/journeys.setup.ts'],
          testTimeout: minutes(2),
          hookTimeout: minutes(1),
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
});
