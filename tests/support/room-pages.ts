/** Devices of a room as pages of the built client, each in a profile of its own. */
import type { Browser, Page } from 'playwright';
import { chromium } from 'playwright';
import { inject } from 'vitest';
import { LAN_HOST } from './find-browser.ts';

/** What a browser says of its own accord while a host is away. */
const HOST_AWAY = /WebSocket connection to .* failed|ERR_CONNECTION_REFUSED/;

export class RoomPages {
  /** Errors in pages and consoles, and requests to other hosts. Expect it to be empty. */
  readonly problems: string[] = [];
  private readonly browser: Browser;
  private readonly origin: string;
  private readonly viewport: { readonly width: number; readonly height: number };

  private constructor(browser: Browser, origin: string, viewport: RoomPages['viewport']) {
    this.browser = browser;
    this.origin = origin;
    this.viewport = viewport;
  }

  static async open(
    origin: string,
    viewport: RoomPages['viewport'] = { width: 1440, height: 900 },
  ): Promise<RoomPages> {
    return new RoomPages(await chromium.connect(inject('browserAddress')), origin, viewport);
  }

  /** `network`: by a host name over plain http, where a page is no secure context, as others in a room have it. */
  async device(path: string, from: 'localhost' | 'network' = 'localhost'): Promise<Page> {
    const origin = new URL(this.origin);
    if (from === 'network') origin.hostname = LAN_HOST;
    const context = await this.browser.newContext({
      viewport: this.viewport,
      reducedMotion: 'reduce',
      locale: 'en-GB',
    });
    context.on('weberror', (problem) => this.problems.push(`error: ${problem.error().message}`));
    context.on('console', (message) => {
      if (message.type() === 'error' && !HOST_AWAY.test(message.text())) this.problems.push(message.text());
    });
    context.on('request', (request) => {
      const { protocol, host } = new URL(request.url());
      if (/^https?:$/.test(protocol) && host !== origin.host) this.problems.push(request.url());
    });
    const page = await context.newPage();
    await page.goto(origin.origin + path);
    return page;
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}
