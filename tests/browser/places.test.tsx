/** Every place, in both themes, as axe sees it; and the marking on each. */
import { afterEach, describe, expect, test } from 'vitest';
import { sampleChoice } from '../support/sample-table.ts';
import type { Stage } from '../support/stage.tsx';
import { axeFindings, closeStage, drawn, openStage, press } from '../support/stage.tsx';

afterEach(closeStage);

const places: Readonly<Record<string, (stage: Stage) => void | Promise<void>>> = {
  'the start page': () => {},
  'a table before anything has happened': ({ table }) => table.begin(sampleChoice),
  'a full table': async ({ table }) => {
    await table.begin(sampleChoice);
    table.advanceToNextDecision();
  },
  'a table with the curtain open': async ({ table }) => {
    await table.begin({ ...sampleChoice, curtain: true });
    table.advanceToNextDecision();
  },
  'the review': async ({ table }) => {
    await table.begin(sampleChoice);
    table.advanceToEnd();
  },
  'a notice of trouble': async ({ table }) => {
    await table.begin(sampleChoice);
    table.reportFault(new Error('a desk without people'));
  },
};

describe.each(['dark', 'light'] as const)('in the %s theme', (theme) => {
  test.each(Object.entries(places))('%s has nothing for axe to find', async (_name, goThere) => {
    const stage = openStage();
    if (stage.appearance.theme.value !== theme) stage.appearance.change();
    await goThere(stage);
    await drawn();
    for (const details of document.querySelectorAll('details')) details.open = true;
    await drawn();
    expect(await axeFindings()).toEqual([]);
  });
});

test.each(Object.entries(places))('%s stands between two markings', async (_name, goThere) => {
  await goThere(openStage());
  await drawn();
  const banners = [...document.querySelectorAll('.banner')].map((banner) => banner.textContent);
  expect(banners).toEqual(['EXERCISE – UNCLASSIFIED', 'EXERCISE – UNCLASSIFIED']);
});

test('the list of shortcuts and the question before the end are clean too', async () => {
  const { table } = openStage();
  await table.begin(sampleChoice);
  table.advanceToNextDecision();
  await drawn();
  press('?');
  await drawn();
  expect(document.querySelector('dialog[open]')?.getAttribute('aria-label')).toBe('Shortcuts');
  expect(await axeFindings()).toEqual([]);
  document.querySelector<HTMLDialogElement>('dialog[open]')?.close();
  await drawn();
  press('e');
  await drawn();
  expect(document.querySelector('dialog[open]')?.textContent).toContain('Manoeuvre or hold');
  expect(await axeFindings()).toEqual([]);
});

test('the page says that it belongs to nobody who might be thought to stand behind it', async () => {
  openStage();
  await drawn();
  expect(document.querySelector('.start-foot')?.textContent).toContain('Not affiliated with or endorsed by RAND');
});
