/** The start page of a large scenario: ten seats, a shorter cut, and what becomes of a choice. */
import type { Page } from 'playwright';
import { afterEach, describe, expect, test } from 'vitest';
import type { OpenedApp } from '../support/app.ts';
import { openApp } from '../support/app.ts';
import { axeFindings, overhang } from '../support/solo-steps.ts';

let app: OpenedApp;
afterEach(() => app.close());

async function chooseFlagship(page: Page): Promise<void> {
  await page.getByLabel('Scenario', { exact: true }).selectOption('slow-approach');
  await page.getByText('EXERCISE – UNCLASSIFIED').first().waitFor();
  await page.locator('.capitals li[data-open]').nth(6).waitFor();
}

describe.each([
  ['on a wide screen', 1440, 900, 'dark'],
  ['on a phone', 390, 844, 'light'],
] as const)('%s', (_name, width, height, theme) => {
  test('ten seats and two lengths leave axe nothing to find, and nothing sticks out', async () => {
    app = await openApp({ width, height, theme });
    const { page } = app;
    await chooseFlagship(page);
    await page.locator('.picture-word').waitFor({ state: 'detached' });
    expect(await page.locator('.seat-choice .seat').count()).toBe(10);
    expect(await axeFindings(page)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    expect(app.problems).toEqual([]);
  });
});

test('allies stand by the names of their nations; the other side stands apart, in words, and keeps its brief to itself', async () => {
  app = await openApp({ width: 1440, height: 900 });
  const { page } = app;
  await chooseFlagship(page);
  const groups = page.locator('.seat-choice').getByRole('group');
  const names = await groups.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(names.slice(0, -1)).toEqual(names.slice(0, -1).toSorted());
  const other = page.locator('.other-side');
  expect(await other.innerText()).toContain('plays against the allies');
  expect(await other.innerText()).not.toContain('Standing orders');
  await other.getByRole('checkbox').check();
  expect(await other.innerText()).toContain('Standing orders');
  expect(await page.locator('.seat-choice input:checked').count()).toBe(2);
});

test('the three-hour cut is played, and stays the three-hour cut after a reload and when it is played again', async () => {
  app = await openApp({ width: 1440, height: 900 });
  const { page } = app;
  await chooseFlagship(page);
  await page.getByLabel(/Three hours, six moves/).check();
  await page.getByLabel('Luck', { exact: true }).fill('lively-otter-42');
  const begin = () => page.getByRole('button', { name: 'Take your seat' }).click();
  const incidents = async () => {
    await page.locator('.table').waitFor();
    await page.getByRole('button', { name: /To the end/ }).click();
    await page.locator('dialog[open] .primary').click();
    await page.locator('.review').waitFor();
    return page.locator('.review-incident').count();
  };
  await begin();
  await page.locator('.kept').waitFor();
  await page.reload();
  expect(await incidents()).toBe(7);
  await page.getByRole('button', { name: 'Play it' }).click();
  expect(await incidents()).toBe(7);
  await page.getByRole('button', { name: /Say-Do/ }).click();
  expect(await page.locator('.run').first().innerText()).toContain('Three hours, six moves');
  await chooseFlagship(page);
  await begin();
  expect(await incidents()).toBe(10);
  expect(app.problems).toEqual([]);
});
