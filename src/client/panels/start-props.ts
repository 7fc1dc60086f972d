/** What the start page is given and what it may ask for. */

import type { CapitalClock, Fetching, PolicyCard, RunCard, ScenarioCard, StartChoice, Theme } from '../link/cards.ts';
import type { HangPicture, Showing } from './theatre.tsx';

export interface StartActs {
  readonly choose: (choice: StartChoice) => void;
  readonly otherLuck: () => void;
  /** Brings the scenario after all, where it could not be had. */
  readonly fetch: () => void;
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
  readonly fetching: Fetching;
  /** A seat is being taken. */
  readonly arriving: boolean;
  /** What there is to see once the scenario is here. */
  readonly opened: { readonly capitals: readonly CapitalClock[] | null; readonly showing: Showing } | null;
  readonly hang: HangPicture;
  readonly runs: readonly RunCard[];
  /** A run just forgotten can be had back. */
  readonly forgotten: boolean;
  readonly theme: Theme;
  readonly acts: StartActs;
}
