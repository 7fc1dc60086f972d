import { findBrowser } from './find-browser.ts';

/** Fails the browser project, with the way out, where there is no browser to run it in. */
export function setup(): void {
  findBrowser();
}
