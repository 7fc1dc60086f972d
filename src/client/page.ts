/** What the page is made of. */
import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChild } from 'preact';
import type { Appearance } from './link/appearance.ts';
import type { Play } from './link/cards.ts';
import type { Reruns } from './link/reruns.ts';
import type { Shelf } from './link/shelf.ts';
import type { SoloTable } from './link/solo-table.ts';
import type { StartDesk } from './link/start-desk.ts';
import type { OtherEvenings } from './link/usual.ts';
import type { HangPicture } from './panels/theatre.tsx';

export interface SayDoProps {
  readonly table: SoloTable;
  readonly startDesk: StartDesk;
  readonly shelf: Shelf;
  readonly appearance: Appearance;
  readonly hang: HangPicture;
  readonly others: OtherEvenings;
  readonly reruns: Reruns;
  /** What a run is played and reviewed in; null until it has been fetched, which no run begins before. */
  readonly playPlaces: ReadonlySignal<PlayPlaces | null>;
}

export type PlayProps = SayDoProps & { readonly play: Play };

export interface PlayPlaces {
  readonly TablePlace: (props: PlayProps) => ComponentChild;
  readonly ReviewPlace: (props: PlayProps) => ComponentChild;
}
