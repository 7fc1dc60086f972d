/** Single keys of the table. The list shown under `?` and the keys obeyed are one and the same. */
import type { WordKey } from '../../words/index.ts';

export type TableKey = 'next' | 'hour' | 'end' | 'decision' | 'seat' | 'curtain' | 'theme' | 'help' | 'record';

const keyOf: Readonly<Record<string, TableKey>> = {
  n: 'next',
  h: 'hour',
  e: 'end',
  d: 'decision',
  s: 'seat',
  c: 'curtain',
  t: 'theme',
  r: 'record',
  '?': 'help',
};

export const keyList: readonly { readonly key: string; readonly word: WordKey }[] = [
  { key: 'N', word: 'keys.next' },
  { key: 'H', word: 'keys.hour' },
  { key: 'E', word: 'keys.end' },
  { key: 'D', word: 'keys.decision' },
  { key: '1 – 9', word: 'keys.digit' },
  { key: 'Enter', word: 'keys.take' },
  { key: 'S', word: 'keys.seat' },
  { key: 'C', word: 'keys.curtain' },
  { key: 'R', word: 'keys.record' },
  { key: 'T', word: 'keys.theme' },
  { key: '?', word: 'keys.help' },
];

/** Fields that take letters keep them; so does everything while a dialog is open, and every chord. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return true;
  const target = event.target as Element | null;
  if (target?.closest('dialog[open]') || document.querySelector('dialog[open]')) return true;
  return target?.closest('textarea, select, input:not([type=radio], [type=checkbox])') != null;
}

export type Pressed = { readonly press: TableKey } | { readonly digit: number } | null;

export function pressedKey(event: KeyboardEvent): Pressed {
  if (isElsewhere(event)) return null;
  if (/^[1-9]$/.test(event.key)) return { digit: Number(event.key) };
  const press = keyOf[event.key.toLowerCase()];
  return press === undefined ? null : { press };
}
