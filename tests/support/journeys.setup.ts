import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import type { TestProject } from 'vitest/node';
import { freshBuild } from '../../src/server/fresh-build.ts';
import { serve } from '../../src/server/serve.ts';
import { findBrowser } from './find-browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the built client is served, on the loopback address. */
    appUrl: string;
    /** Where Playwright reaches the browser that all journeys share. */
    browserAddress: string;
  }
}

/** Builds the client if it is stale, serves it on a free port and starts one browser, for all journeys together. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const launchOptions = findBrowser();
  const directory = freshBuild(fileURLToPath(new URL('../../', import.meta.url)), console.log);
  const served = await serve({ directory, host: '127.0.0.1', port: 0 });
  const browser = await chromium.launchServer({ ...launchOptions, headless: true });
  project.provide('appUrl', served.url);
  project.provide('browserAddress', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await served.close();
  };
}
