/** What a person does in the solo client, for journeys. Keyboard only, unless a step says otherwise. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Goes through the start page's fields by Tab to the button, and presses it. */
export async function takeSeat(page: Page, seed = 'lively-otter-42'): Promise<void> {
  const luck = page.getByLabel('Luck', { exact: true });
  await luck.focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type(seed);
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab');
    if (await page.getByRole('button', { name: 'Take your seat' }).evaluate((it) => it === document.activeElement))
      break;
  }
  await page.keyboard.press('Enter');
  await page.locator('.table').waitFor();
}

export const clock = (page: Page): Promise<string> => page.locator('.clock').innerText();

/** Presses N and waits until the clock has moved or the review has come. */
export async function nextDecision(page: Page): Promise<'table' | 'review'> {
  const before = await clock(page);
  await page.keyboard.press('n');
  await page.waitForFunction(
    (was) =>
      document.querySelector('.place.review') !== null ||
      document.querySelector<HTMLElement>('.clock')?.innerText !== was,
    before,
  );
  return (await page.locator('.place.review').count()) > 0 ? 'review' : 'table';
}

/** Takes the first option that is open in the decision in hand. */
export async function takeFirstOpen(page: Page): Promise<void> {
  const title = await page.locator('#decision-in-hand').getAttribute('aria-label');
  const open = await page
    .locator('#decision-in-hand input')
    .evaluateAll((inputs) => inputs.findIndex((input) => !(input as HTMLInputElement).disabled));
  await page.keyboard.press(String(open + 1));
  await page.locator('#decision-in-hand input:checked').waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`#decision-in-hand[aria-label="${title}"]`).waitFor({ state: 'detached' });
}

/** On to the end, deciding whatever is asked. The number of decisions taken. */
export async function playOut(page: Page): Promise<number> {
  for (let taken = 0; ; taken++) {
    if ((await nextDecision(page)) === 'review') return taken;
    await takeFirstOpen(page);
  }
}

/** What axe finds wrong with the page as it stands, a line each. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run(document);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
}

/** How far the page is wider than its window, in pixels. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
