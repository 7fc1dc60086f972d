/** Playing alone, in the built client: by keyboard from the start page to the review, and back after a reload. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { verifyRecord } from '../../src/files/verify.ts';
import type { OpenedApp } from '../support/app.ts';
import { openApp } from '../support/app.ts';
import { clock, nextDecision, playOut, takeFirstOpen, takeSeat } from '../support/solo-steps.ts';

let app: OpenedApp;
afterEach(() => app.close());

test('from the start page to the review by keyboard alone, without an error', async () => {
  app = await openApp({ width: 1440, height: 900 });
  const { page } = app;
  await takeSeat(page);
  expect(await playOut(page)).toBeGreaterThan(0);
  await page.locator('.verdict').first().waitFor();
  await page.locator('.chart svg').first().waitFor();
  expect(await page.locator('.review-incident').count()).toBeGreaterThan(0);
  expect(app.problems).toEqual([]);
});

test('a reload in the middle finds the same moment, and the run ends as it would have', async () => {
  app = await openApp({ width: 1440, height: 900 });
  const { page } = app;
  await takeSeat(page);
  await nextDecision(page);
  await takeFirstOpen(page);
  await page.locator('.kept').waitFor();
  const before = { clock: await clock(page), reached: await page.locator('#reached').innerText(), url: page.url() };
  await page.reload();
  await page.locator('.table').waitFor();
  const after = { clock: await clock(page), reached: await page.locator('#reached').innerText(), url: page.url() };
  // What was new before is not new any more.
  const settled = before.reached.replaceAll(/\s*new\b/g, '');
  expect({ ...after, reached: after.reached.replaceAll(/\s*new\b/g, '') }).toEqual({ ...before, reached: settled });
  await playOut(page);
  const interrupted = await page.locator('.made-from').innerText();
  await page.getByRole('button', { name: /Say-Do/ }).click();
  await takeSeat(page);
  await playOut(page);
  expect(await page.locator('.made-from').innerText()).toBe(interrupted);
  expect(app.problems).toEqual([]);
});

test('an unfinished run waits on the start page, and the back button leads out and in again', async () => {
  app = await openApp({ width: 1440, height: 900 });
  const { page } = app;
  await takeSeat(page);
  await nextDecision(page);
  const left = await clock(page);
  await page.goBack();
  await page.locator('.run').waitFor();
  await page.getByRole('button', { name: 'Take it up again' }).click();
  await page.locator('.table').waitFor();
  expect(await clock(page)).toBe(left);
  expect(app.problems).toEqual([]);
});

test('the record comes as a file, and the same luck can be played under another policy', async () => {
  app = await openApp({ width: 1440, height: 900 });
  const { page } = app;
  await takeSeat(page, 'brave-heron-17');
  await page.keyboard.press('e');
  await page.locator('dialog[open] .primary').press('Enter');
  await page.locator('.review').waitFor();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.locator('.again').getByRole('button', { name: 'Download the record' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/-brave-heron-17\.saydo$/);
  // What Chromium played and kept, Node plays again to the same digest.
  const kept = join(mkdtempSync(join(tmpdir(), 'saydo-')), file.suggestedFilename());
  await file.saveAs(kept);
  const verified = verifyRecord(readFileSync(kept, 'utf8'), file.suggestedFilename());
  rmSync(dirname(kept), { recursive: true });
  expect(verified.verdict).toBe('same');
  expect(await page.locator('.made-from').innerText()).toContain(verified.record.digest);
  await page.getByRole('button', { name: 'Play it' }).click();
  await page.locator('.table').waitFor();
  expect(await page.locator('.top-facts').textContent()).toContain('brave-heron-17');
  expect(app.problems).toEqual([]);
});

test('an address of a run that is not here says so and leads to the start page', async () => {
  app = await openApp({ width: 1024, height: 768, path: '/#/run/nowhere' });
  await app.page.locator('.trouble').waitFor();
  expect(await app.page.locator('.trouble').innerText()).toContain('nowhere');
  await app.page.getByRole('button', { name: 'Take your seat' }).waitFor();
});

test('over plain http from another host it plays and keeps just the same', async () => {
  app = await openApp({ width: 1024, height: 768, from: 'network' });
  await takeSeat(app.page);
  await nextDecision(app.page);
  await app.page.locator('.kept').waitFor();
  expect(app.problems).toEqual([]);
});

test('without the picture the table says so, and everything else works', async () => {
  app = await openApp({ width: 1440, height: 900 });
  const { page } = app;
  await page.route('**/phaser*', (route) => route.abort());
  await page.reload();
  await takeSeat(page);
  await page.getByText('The picture could not be drawn').waitFor();
  expect(await nextDecision(page)).toBe('table');
});
