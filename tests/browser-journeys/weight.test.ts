/** What the first page costs: measured on the built client, fetched by a real browser. */
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { afterEach, expect, test } from 'vitest';
import type { OpenedApp } from '../support/app.ts';
import { openApp } from '../support/app.ts';

let app: OpenedApp;
afterEach(() => app.close());

/** Gzip, script and scenario of the first page in all. */
const BUDGET = 150_000;
/** The picture; engine and table, which are fetched ahead once the page stands. The test holds them back to show that the page does without. */
const LATER =
  /\/app\/(picture|phaser|theatre-scene|d3-geo|rolldown-runtime|exercise|engine|play-places|table)-[^/]+\.js$/;

/** Goes to the start page and waits until the hour stands in every capital. */
async function openStart(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.locator('.capitals li[data-open]').first().waitFor();
}

test('the start page stands, scenario and all, on 150 kB of script, with no picture, engine, zod or yaml', async () => {
  app = await openApp({ width: 1440, height: 900, path: '/say-do.svg' });
  const { page, url } = app;
  const scripts = new Map<string, Promise<Buffer>>();
  page.on('response', (response) => {
    if (/\.js(on)?$/.test(response.url())) scripts.set(response.url(), response.body());
  });
  await page.route(LATER, (route) => route.abort());
  await openStart(page, new URL('/', url).href);
  expect(await page.getByRole('button', { name: 'Take your seat' }).isEnabled()).toBe(true);
  const texts = await Promise.all(scripts.values());
  const weight = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
  console.log(`script before the picture: ${(weight / 1000).toFixed(1)} kB gzip in ${texts.length} files`);
  expect(texts.length).toBeGreaterThan(3);
  expect(weight).toBeLessThan(BUDGET);
  for (const text of texts) expect(text.toString()).not.toMatch(/ZodError|YAMLParseError/);
});

test('a scenario that cannot be fetched is told with a way out, and comes on the second try', async () => {
  app = await openApp({ width: 1440, height: 900, path: '/say-do.svg' });
  const { page, url } = app;
  const gone = /\/app\/first-evening-[^/]+\.json$/;
  await page.route(gone, (route) => route.abort());
  await page.goto(new URL('/', url).href);
  await page.getByText('This scenario could not be fetched').waitFor();
  await page.unroute(gone);
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.locator('.capitals li[data-open]').first().waitFor();
  expect(await page.getByText('This scenario could not be fetched').count()).toBe(0);
  await page.getByRole('button', { name: 'Take your seat' }).click();
  await page.locator('.table').waitFor();
});

test('nothing on the start page moves when the scenario arrives', async () => {
  app = await openApp({ width: 1440, height: 900, path: '/say-do.svg' });
  const { page, url } = app;
  const places = () =>
    page
      .locator('.start-stage, .start-words, .capitals, .capitals li, .start-brief, .start-form > *')
      .evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().toJSON()));
  let arrive = () => {};
  const held = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route(/\/app\/first-evening-[^/]+\.json$/, (route) => held.then(() => route.continue()));
  await page.goto(new URL('/', url).href, { waitUntil: 'commit' });
  await page.getByText('Fetching the scenario').waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const before = await places();
  arrive();
  await page.locator('.capitals li[data-open]').first().waitFor();
  expect(await places()).toEqual(before);
});
