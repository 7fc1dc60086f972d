/** What the picture is given, and what it tells the page. */
import type { Theatre } from '../../core/model/view.ts';
import type { Theme } from './palette.ts';

/** One moment to draw. `now` in seconds since StartEx; `startsAt` the instant of StartEx. */
export interface Scene {
  readonly theatre: Theatre;
  readonly now: number;
  readonly startsAt: string;
}

export type Intention =
  | { readonly type: 'open-link'; readonly ref: string }
  | { readonly type: 'open-organisation'; readonly id: string };

export interface TheatreOptions {
  readonly theme: Theme;
  readonly reducedMotion: boolean;
  readonly onIntention?: (intention: Intention) => void;
}

export interface TheatreHandle {
  show(scene: Scene): void;
  setTheme(theme: Theme): void;
  setReducedMotion(reduced: boolean): void;
  destroy(): void;
}
