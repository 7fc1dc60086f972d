/** What link hands to the panels beside a seat's view: plain values, ready to be drawn. */
import type { CurtainView, ReviewView, SeatView, Theatre } from '../../core/model/view.ts';
import type { Usual } from '../../study/usual.ts';
import type { Without } from '../../study/without-each.ts';
import type { Dealings } from './dealings.ts';

export type Theme = 'dark' | 'light';
/** The game time up to which the browser has kept the run, or that it keeps nothing. */
export type Kept = number | 'not';

/** Public before StartEx, the same for the whole run. */
export interface Setting {
  readonly scenario: string;
  readonly marking: string;
  readonly startsAt: string;
  readonly ends: number;
  readonly policy: string;
  readonly seed: string;
  readonly nations: readonly { readonly id: string; readonly code: string; readonly name: string }[];
  readonly organisations: readonly {
    readonly id: string;
    readonly short: string;
    readonly name: string;
    readonly nation: string;
  }[];
  readonly seats: readonly { readonly id: string; readonly title: string; readonly nation: string }[];
  /** Where the exercise is played in moves; empty where it is not. */
  readonly moves: readonly { readonly id: string; readonly title: string; readonly until: number }[];
}

export interface ScenarioCard {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly marking: string;
  readonly brief: string;
  readonly startsAt: string;
  readonly lasts: number;
  readonly playMinutes: number;
  readonly objectives: readonly string[];
  readonly seats: readonly {
    readonly id: string;
    readonly title: string;
    readonly nation: string;
    readonly brief: string;
  }[];
  readonly nations: readonly (Setting['nations'][number] & { readonly adversary?: boolean | undefined })[];
  /** Those of the nations that have a part in it. */
  readonly playing: readonly string[];
  readonly moves: Setting['moves'];
  /** Shorter ways through it. */
  readonly cuts: readonly CutCard[];
}

export interface CutCard {
  readonly id: string;
  readonly title: string;
  readonly playMinutes: number;
  readonly moves: Setting['moves'];
}

export interface PolicyCard {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly arrangement: string;
  readonly levers: readonly string[];
}

/** What a person chooses before a run. */
export interface StartChoice {
  readonly scenario: string;
  readonly policy: string;
  /** A shorter way through the scenario, or null for the whole of it. */
  readonly cut: string | null;
  readonly held: readonly string[];
  readonly seed: string;
  readonly curtain: boolean;
}

/** Something that comes from afar: on its way, here, or why not. */
export type Fetching =
  | { readonly state: 'under-way' }
  | { readonly state: 'done' }
  | { readonly state: 'failed'; readonly why: string };

/** What the clock on the wall shows in a capital at StartEx. */
export interface CapitalClock {
  readonly nation: string;
  readonly weekday: string;
  readonly time: string;
  readonly atWork: boolean;
}

export interface RunCard {
  readonly id: string;
  readonly scenario: string;
  /** The title of the cut that is played; empty where it is the whole. */
  readonly cut: string;
  readonly policy: string;
  readonly seed: string;
  readonly at: string;
  readonly done: string;
  readonly ended: boolean;
  /** When it was last played, in words. */
  readonly saved: string;
}

/** What went wrong, where, and the way out. */
export interface Trouble {
  readonly what: string;
  readonly where: string;
  readonly wayOut: string;
}

/** A seat the person holds, with what it has been asked and not yet answered. */
export interface HeldSeat {
  readonly seat: string;
  readonly undecided: readonly { readonly title: string; readonly deadline: number }[];
}

/** A run at one moment, as everything on the screen is drawn from it. */
export interface Play {
  readonly run: string;
  readonly setting: Setting;
  readonly policy: string;
  readonly held: readonly HeldSeat[];
  readonly view: SeatView;
  readonly curtain: CurtainView | null;
  readonly openTheatre: Theatre | null;
  readonly review: ReviewView | null;
  /** The truth of what nations did to each other: with the curtain open, and once it is over. */
  readonly dealings: Dealings | null;
  readonly discussion: readonly string[];
  readonly digest: string;
  readonly ended: boolean;
  /** Game time of the look before this one. */
  readonly lookedAt: number;
}

/** Other evenings for a review: being played, known, or why not. */
export type UsualCard =
  | { readonly state: 'running'; readonly done: number; readonly wanted: number }
  | { readonly state: 'known'; readonly rows: readonly Usual[] }
  | { readonly state: 'failed'; readonly why: string };

/** The run again without each cause: not asked for, being run, known, or why not. */
export type BackCard =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly done: number; readonly all: number }
  | { readonly state: 'known'; readonly rows: readonly Without[] }
  | { readonly state: 'failed'; readonly why: string };

/** What the person waits for: a run begun from the start page, or a kept one taken up. */
export type Arriving = 'begun' | 'taken-up' | null;

export type Place = { readonly at: 'start' } | { readonly at: 'table' | 'review'; readonly run: string };
