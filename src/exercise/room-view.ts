/** What leaves a room for a role: built up from what its view policy allows, and nothing else ever leaves. */
import type { CurtainView, Phrase, SeatView } from '../core/model/view.ts';
import type { Phase } from './cycle.ts';

/** Public to everybody in the room. */
export interface Stage {
  readonly phase: Phase;
  /** Why nothing goes on just now; null while it does. */
  readonly paused: string | null;
  /** Seconds since StartEx. */
  readonly now: number;
  readonly ended: boolean;
  readonly move: null | {
    readonly number: number;
    readonly of: number;
    readonly title: string;
    readonly until: number;
    /** Table time that the designer means it to take. */
    readonly minutes: number;
  };
}

/** One seat as control sees it. */
export interface CellCard {
  readonly seat: string;
  readonly title: string;
  readonly nation: string;
  readonly waiting: readonly { readonly title: string; readonly deadline: number }[];
  /** What it has answered in this move. */
  readonly answered: readonly { readonly title: string; readonly says: string; readonly at: number }[];
}

export interface ControlView {
  readonly digest: string;
  readonly cells: readonly CellCard[];
  readonly discussion: readonly string[];
  readonly moreMoves: boolean;
}

export interface RoomView {
  readonly stage: Stage;
  /** The role's own seat, or the one over whose shoulder control looks. */
  readonly seat: SeatView | null;
  readonly curtain: CurtainView | null;
  readonly control: ControlView | null;
}

/** What became of a command. A repeated one was accepted before: nothing has changed since. */
export type Answer =
  | { readonly type: 'accepted' }
  | { readonly type: 'repeated' }
  | { readonly type: 'refused'; readonly why: Phrase };
