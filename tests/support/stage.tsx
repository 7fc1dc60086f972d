/** Hangs the whole page, with a fake exercise behind it, in a browser test. */

import { signal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import { render } from 'preact';
import { OtherEvenings } from '../../src/client/link/usual.ts';
import '../../src/client/styles/index.css';
import axe from 'axe-core';
import type { Appearance } from '../../src/client/link/appearance.ts';
import { createAppearance } from '../../src/client/link/appearance.ts';
import { Reruns } from '../../src/client/link/reruns.ts';
import type { SoloTable, SoloTableParts } from '../../src/client/link/solo-table.ts';
import { StartDesk } from '../../src/client/link/start-desk.ts';
import * as PlayPlaces from '../../src/client/play-places.tsx';
import { SayDo } from '../../src/client/say-do.tsx';
import { sampleParts, sampleShelf, sampleTable } from './sample-table.ts';

export interface Stage {
  readonly table: SoloTable;
  readonly appearance: Appearance;
}

const playPlaces = signal(PlayPlaces);
let element: HTMLElement | undefined;

function hangUp(page: ComponentChild): void {
  element = document.createElement('div');
  document.body.append(element);
  render(page, element);
}

/** The picture has its own tests; here its frame stays empty. */
const hang = async () => ({ show: () => {}, destroy: () => {} });

export function openStage(parts: Partial<SoloTableParts> = {}): Stage {
  document.documentElement.lang = 'en';
  localStorage.clear();
  const table = sampleTable(parts);
  const appearance = createAppearance();
  const startDesk = new StartDesk(sampleParts());
  hangUp(
    <SayDo
      table={table}
      startDesk={startDesk}
      shelf={sampleShelf}
      appearance={appearance}
      others={new OtherEvenings()}
      reruns={new Reruns()}
      playPlaces={playPlaces}
      hang={hang}
    />,
  );
  return { table, appearance };
}

export function closeStage(): void {
  if (element === undefined) return;
  render(null, element);
  element.remove();
  element = undefined;
}

/** Two frames: one for signals to draw, one for effects to settle. */
export const drawn = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

export function press(key: string, target: Element = document.body): void {
  target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** What axe finds wrong with the page, a line each. */
export async function axeFindings(): Promise<string[]> {
  const { violations } = await axe.run(document, { rules: { 'landmark-one-main': { enabled: true } } });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}
