/** How wide a text may be, and how a terminal paints it. */
import type { Paint } from './columns.ts';
import type { Tone } from './tale.ts';

export interface Layout {
  readonly width: number;
  /** How a terminal paints lines of a tone, times, and headings. */
  readonly tones?: Partial<Record<Tone | 'time' | 'heading', Paint>>;
}
