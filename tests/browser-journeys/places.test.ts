/** Every place of the built client at three widths and in both themes: axe finds nothing, nothing sticks out, fingers hit. */
import type { Page } from 'playwright';
import { afterEach, describe, expect, test } from 'vitest';
import type { OpenedApp } from '../support/app.ts';
import { openApp } from '../support/app.ts';
import { axeFindings, nextDecision, overhang, takeSeat } from '../support/solo-steps.ts';

let app: OpenedApp;
afterEach(() => app.close());

const sizes = { 'a wide screen': [1440, 900], 'a small screen': [1024, 768], 'a phone': [390, 844] } as const;

/** Visits the places in turn and looks at each. */
async function visit(page: Page, look: (place: string) => Promise<void>): Promise<void> {
  await page.locator('.start').waitFor();
  await look('start');
  await takeSeat(page);
  await nextDecision(page);
  await look('table');
  await page.keyboard.press('c');
  await page.locator('.held.curtain').waitFor();
  await look('table with the curtain open');
  await page.keyboard.press('e');
  await page.locator('dialog[open] .primary').press('Enter');
  await page.locator('.chart svg').first().waitFor();
  await look('review');
}

describe.each(Object.entries(sizes))('on %s', (_name, [width, height]) => {
  test.each(['dark', 'light'] as const)('in the %s theme', async (theme) => {
    app = await openApp({ width, height, theme });
    const { page } = app;
    await visit(page, async (place) => {
      expect({ place, found: await axeFindings(page) }).toEqual({ place, found: [] });
      expect({ place, overhang: await overhang(page) }).toEqual({ place, overhang: 0 });
    });
    expect(app.problems).toEqual([]);
  });
});

test('the picture fills its frame on the table, and again on the start page', async () => {
  app = await openApp({ width: 1024, height: 768 });
  const { page } = app;
  const gap = async (): Promise<number> => {
    await page.locator('.picture-frame canvas').waitFor();
    await page.locator('.picture-word').waitFor({ state: 'detached' });
    return page.locator('.picture-frame').evaluate((frame) => {
      const canvas = frame.querySelector('canvas') as HTMLCanvasElement;
      return Math.abs(frame.clientWidth - canvas.getBoundingClientRect().width);
    });
  };
  expect(await gap()).toBeLessThan(2);
  await takeSeat(page);
  expect(await gap()).toBeLessThan(2);
  await page.getByRole('button', { name: /Say-Do/ }).click();
  await page.locator('.start').waitFor();
  expect(await gap()).toBeLessThan(2);
});

test('on a phone every button and field is 44 pixels high', async () => {
  app = await openApp({ width: 390, height: 844 });
  const { page } = app;
  const small = () =>
    page
      .locator(
        'button:visible, select:visible, summary:visible, input[type=text]:visible, .option:visible, .check:visible',
      )
      .evaluateAll((elements) =>
        elements
          .filter((element) => element.getBoundingClientRect().height < 43.5)
          .map((element) => element.outerHTML.slice(0, 100)),
      );
  await visit(page, async (place) => {
    expect({ place, small: await small() }).toEqual({ place, small: [] });
  });
});

test('on a phone the parts of the table are tabs, decisions first', async () => {
  app = await openApp({ width: 390, height: 844 });
  const { page } = app;
  await takeSeat(page);
  await nextDecision(page);
  const parts = { Decide: '#decide', 'Reached me': '#reached', Picture: '#picture', Timeline: '#timeline' };
  const tabs = page.getByRole('navigation', { name: 'Parts of the table' });
  for (const [tab, part] of Object.entries(parts)) {
    if (tab !== 'Decide') await tabs.getByRole('button', { name: tab }).click();
    expect(await page.locator(part).isVisible()).toBe(true);
    for (const other of Object.values(parts)) {
      if (other !== part) expect(await page.locator(other).isVisible()).toBe(false);
    }
  }
});
