/** What the start page is given and what it may ask for. */

import type { CapitalClock, PolicyCard, RunCard, ScenarioCard, StartChoice, Theme } from '../link/cards.ts';
import type { HangPicture, Showing } from './theatre.tsx';

export interface StartActs {
  readonly choose: (choice: StartChoice) => void;
  readonly otherLuck: () => void;
  readonly begin: () => void;
  readonly resume: (run: string) => void;
  readonly forget: (run: string) => void;
  readonly undoForget: () => void;
  readonly changeTheme: () => void;
}

export interface StartProps {
  readonly scenarios: readonly ScenarioCard[];
  readonly policies: readonly PolicyCard[];
  readonly choice: StartChoice;
  readonly capitals: readonly CapitalClock[];
  readonly showing: Showing;
  readonly hang: HangPicture;
  readonly runs: readonly RunCard[];
  /** A run just forgotten can be had back. */
  readonly forgotten: boolean;
  readonly theme: Theme;
  readonly acts: StartActs;
}
