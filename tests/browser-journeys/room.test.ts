/** An exercise on three devices, in the built client and a host in a process of its own, which is killed once on the way. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { afterAll, afterEach, expect, test } from 'vitest';
import { loadDefinition } from '../../src/files/library.ts';
import { nodeReader } from '../../src/files/node-reader.ts';
import { verifyRecord } from '../../src/files/verify.ts';
import { HostChild } from '../support/host-process.ts';
import { freshFolder } from '../support/hosted.ts';
import { RoomPages } from '../support/room-pages.ts';
import { axeFindings, clock, overhang, takeFirstOpen } from '../support/solo-steps.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = freshFolder();
const definition = loadDefinition(nodeReader(join(root, 'scenarios'), 'scenarios'), 'first-evening', 'as-is-2023');
writeFileSync(join(folder.path, 'definition.json'), JSON.stringify(definition));
const host = new HostChild(folder.path, join(root, 'dist'));
let pages: RoomPages;

afterEach(async () => {
  await pages.close();
  await host.kill();
});
afterAll(() => folder.remove());

const playing = ['australia', 'france'] as const;
const titleOf = (seat: string): string => definition.scenario.seats.find(({ id }) => id === seat)?.title ?? '';

/** Opens a room with two seats held, and comes to control's place. */
async function openRoom(page: Page): Promise<void> {
  for (const { id, title } of definition.scenario.seats)
    if (!playing.some((seat) => seat === id)) await page.getByLabel(title, { exact: true }).uncheck();
  await page.getByRole('button', { name: 'Open the room' }).click();
  await page.locator('.control-seats').waitFor();
}

async function joinAs(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.keyboard.press('Enter');
  await page.locator('.table').waitFor();
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const inPhase = (page: Page, phase: string): Promise<void> =>
  page.locator(`.room-stage[data-phase="${phase}"]`).waitFor();

test('control and two seats play a move; the host is killed on the way, and nobody loses anything', async () => {
  await host.start();
  pages = await RoomPages.open(host.url);
  const control = await pages.device(`/host#${host.key}`);
  await openRoom(control);
  expect(new URL(control.url()).hash).toBe('');
  const cells = new Map<string, Page>();
  for (const seat of playing) {
    const page = await pages.device('/join', 'network');
    await joinAs(page, await control.locator(`tr[data-seat="${seat}"] .room-code`).innerText());
    await page.getByText(titleOf(seat)).first().waitFor();
    cells.set(seat, page);
  }
  await control.locator('tr[data-seat="france"]').getByText('1 here').waitFor();

  await press(control, 'Brief the next move');
  for (const page of cells.values()) await inPhase(page, 'briefing');
  await press(control, 'Begin deliberation');
  for (const page of cells.values()) await inPhase(page, 'deliberation');

  let asked: string | undefined;
  for (let i = 0; asked === undefined && i < 12; i++) {
    const before = await clock(control);
    await press(control, 'Let time pass to the next question');
    await control.waitForFunction((was) => document.querySelector<HTMLElement>('.clock')?.innerText !== was, before);
    const waiting = control.locator('tr[data-seat]:has(.control-waits li)').first();
    if ((await waiting.count()) > 0) asked = (await waiting.getAttribute('data-seat')) ?? undefined;
  }
  const cell = cells.get(asked ?? '') as Page;
  await cell.locator('#decision-in-hand').waitFor();
  expect(await clock(cell)).toBe(await clock(control));

  await host.kill();
  await cell.locator('.room-link[data-state="lost"]').waitFor();
  // Answered while nobody listens: it waits, says so, and goes when the host is there again.
  const taken = takeFirstOpen(cell);
  await host.start();
  await taken;
  await cell.locator('.room-link[data-state="live"]').waitFor();
  await control.locator(`tr[data-seat="${asked}"] .control-answered li`).waitFor();

  await control.locator(`tr[data-seat="${asked}"]`).getByRole('button', { name: 'Look over their shoulder' }).click();
  await control.getByText('You are looking over the shoulder of').waitFor();
  expect(await control.locator('#reached').innerText()).toBe(await cell.locator('#reached').innerText());
  await press(control, 'Back to control');

  await press(control, 'Let time pass to the end of the move');
  for (const page of cells.values()) await inPhase(page, 'review');
  const before = await cell.locator('#reached').innerText();
  await cell.reload();
  await cell.locator('.table').waitFor();
  expect(settled(await cell.locator('#reached').innerText())).toBe(settled(before));
  await press(control, 'End play: hot-wash');
  await inPhase(cell, 'hotWash');
  const [file] = await Promise.all([control.waitForEvent('download'), press(control, 'Download the record')]);
  const kept = join(folder.path, file.suggestedFilename());
  await file.saveAs(kept);
  expect(verifyRecord(readFileSync(kept, 'utf8'), file.suggestedFilename()).verdict).toBe('same');
  expect(pages.problems).toEqual([]);
});

/** What a finger would miss. */
const small = (page: Page): Promise<string[]> =>
  page
    .locator(
      'button:visible, select:visible, summary:visible, input[type=text]:visible, .option:visible, .check:visible',
    )
    .evaluateAll((elements) =>
      elements
        .filter((element) => element.getBoundingClientRect().height < 43.5)
        .map((element) => element.outerHTML.slice(0, 100)),
    );

/** What is new before a reload, or after it, need not be so on the other side of it. */
const settled = (text: string): string => text.replaceAll(/\s*new\b/g, '');

test.each([
  [1440, 900],
  [390, 844],
])(
  'at %i × %i every place of a room is sound: axe finds nothing, nothing sticks out, fingers hit',
  async (width, height) => {
    await host.start();
    pages = await RoomPages.open(host.url, { width, height });
    const control = await pages.device(`/host#${host.key}`);
    const door = await pages.device('/join');
    await door.getByLabel('Code').waitFor();
    await control.getByRole('button', { name: 'Open the room' }).waitFor();
    const look = async (place: string, page: Page): Promise<void> => {
      expect({ place, found: await axeFindings(page) }).toEqual({ place, found: [] });
      expect({ place, overhang: await overhang(page) }).toEqual({ place, overhang: 0 });
      if (width < 720) expect({ place, small: await small(page) }).toEqual({ place, small: [] });
    };
    await look('door', door);
    await look('opening', control);
    await openRoom(control);
    await press(control, 'Brief the next move');
    await inPhase(control, 'briefing');
    await look('control', control);
    await joinAs(door, await control.locator('tr[data-seat="france"] .room-code').innerText());
    await look('seat', door);
    await control.locator('tr[data-seat="france"]').getByRole('button', { name: 'Look over their shoulder' }).click();
    await control.getByText('You are looking over the shoulder of').waitFor();
    await look('shoulder', control);
  },
);
