/** The table by keyboard alone. */
import { afterEach, expect, test } from 'vitest';
import { sampleChoice } from '../support/sample-table.ts';
import type { Stage } from '../support/stage.tsx';
import { closeStage, drawn, openStage, press } from '../support/stage.tsx';

afterEach(closeStage);

async function atFullTable(): Promise<Stage> {
  const stage = openStage();
  await stage.table.begin(sampleChoice);
  stage.table.advanceToNextDecision();
  await drawn();
  return stage;
}

const inHand = (): string | null | undefined => document.querySelector('#decision-in-hand')?.getAttribute('aria-label');
const chosen = (): string | undefined =>
  document.querySelector<HTMLInputElement>('#decision-in-hand input:checked')?.value;

test('N, H and E let time pass; E asks first', async () => {
  const { table } = openStage();
  await table.begin(sampleChoice);
  await drawn();
  press('h');
  expect(table.play.value?.view.now).toBe(3_600);
  press('n');
  expect(table.play.value?.view.decisions).toHaveLength(2);
  press('e');
  await drawn();
  expect(table.place.value.at).toBe('table');
  expect(document.activeElement?.textContent).toBe('Stay here');
  document.querySelector<HTMLButtonElement>('dialog[open] .primary')?.click();
  expect(table.place.value.at).toBe('review');
});

test('a digit chooses an option that is open and puts the focus on it; one that is not open stays unchosen', async () => {
  await atFullTable();
  press('3');
  await drawn();
  expect(chosen()).toBeUndefined();
  press('2');
  await drawn();
  expect(chosen()).toBe('wait');
  expect((document.activeElement as HTMLInputElement).value).toBe('wait');
});

test('D goes to the decision in hand, then to the next, and keeps a choice made', async () => {
  await atFullTable();
  press('2');
  await drawn();
  (document.activeElement as HTMLElement).blur();
  press('d');
  await drawn();
  expect(inHand()).toBe('Manoeuvre or hold');
  expect(chosen()).toBe('wait');
  press('d', document.activeElement as Element);
  await drawn();
  expect(inHand()).toBe('Say something in public');
});

test('the chosen option is taken with its reason, and the next decision comes to hand', async () => {
  const { table } = await atFullTable();
  press('1');
  await drawn();
  const reason = document.querySelector('textarea') as HTMLTextAreaElement;
  reason.value = 'our own observation is enough';
  reason.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await drawn();
  document.querySelector<HTMLFormElement>('#decision-in-hand')?.requestSubmit();
  await drawn();
  expect(inHand()).toBe('Say something in public');
  expect(table.play.value?.view.taken).toHaveLength(2);
});

test('deciding without a choice says what is missing', async () => {
  await atFullTable();
  document.querySelector<HTMLFormElement>('#decision-in-hand')?.requestSubmit();
  await drawn();
  expect(document.querySelector('#decision-in-hand [role=alert]')?.textContent).toBe('Choose an option first.');
});

test('letters written as a reason stay letters', async () => {
  const { table } = await atFullTable();
  const before = table.play.value?.view.now;
  press('h', document.querySelector('textarea') as Element);
  expect(table.play.value?.view.now).toBe(before);
});

test('single keys can be switched off', async () => {
  const { table, appearance } = await atFullTable();
  const before = table.play.value?.view.now;
  appearance.changeKeys();
  await drawn();
  press('h');
  expect(table.play.value?.view.now).toBe(before);
});

test('S goes round the seats held, C opens and closes the curtain', async () => {
  const { table } = await atFullTable();
  press('s');
  expect(table.play.value?.view.card.seat).toBe('us-ops');
  await drawn();
  press('s');
  expect(table.play.value?.view.card.seat).toBe('gb-watch');
  await drawn();
  press('c');
  expect(table.play.value?.curtain).not.toBeNull();
});

test('what is new is announced politely', async () => {
  const { table } = openStage();
  await table.begin(sampleChoice);
  await drawn();
  press('n');
  await drawn();
  await drawn();
  const heard = document.querySelector('#heard') as Element;
  expect(heard.getAttribute('aria-live')).toBe('polite');
  expect(heard.textContent).toContain('You are asked: Manoeuvre or hold.');
});
