/** The real thing for journeys: the built client, served by our server, in a real browser. */
import type { BrowserContext, Page } from 'playwright';
import { chromium } from 'playwright';
import { inject } from 'vitest';
import { LAN_HOST } from './find-browser.ts';

export interface AppOptions {
  readonly width: number;
  readonly height: number;
  /** What the user's system prefers; dark if not given. */
  readonly theme?: 'dark' | 'light';
  /** After the address, as in `/#record`. */
  readonly path?: string;
  /** `network`: by a host name over plain http, where a page is no secure context, as a seat on the local network has it. */
  readonly from?: 'localhost' | 'network';
  /** Whether the user's system asks for less motion; it does if not given, so that journeys need not wait. */
  readonly motion?: boolean;
}

export interface OpenedApp {
  readonly page: Page;
  readonly url: string;
  /** Errors in the page and its console, failed requests, and requests to other hosts. Expect it to be empty. */
  readonly problems: readonly string[];
  /** Closes the page with all it stored. */
  readonly close: () => Promise<void>;
}

/** Opens the app in a profile of its own. Call `close` in `afterEach`. */
export async function openApp(options: AppOptions): Promise<OpenedApp> {
  const browser = await chromium.connect(inject('browserAddress'));
  const context = await browser.newContext({
    viewport: { width: options.width, height: options.height },
    colorScheme: options.theme ?? 'dark',
    reducedMotion: options.motion ? 'no-preference' : 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
  });
  const origin = originFor(options.from ?? 'localhost');
  const problems = watch(context, origin);
  const page = await context.newPage();
  const url = origin + (options.path ?? '/');
  await page.goto(url, { waitUntil: 'load' });
  return { page, url, problems, close: () => browser.close() };
}

function originFor(from: 'localhost' | 'network'): string {
  const url = new URL(inject('appUrl'));
  if (from === 'network') url.hostname = LAN_HOST;
  return url.origin;
}

function watch(context: BrowserContext, origin: string): string[] {
  const problems: string[] = [];
  context.on('weberror', (problem) => problems.push(`error: ${problem.error().message}`));
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) problems.push(`request to another host: ${url}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()}: ${response.url()}`);
  });
  return problems;
}
