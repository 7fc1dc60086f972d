/** What the table is given and what it may ask for. */
import type { CurtainView, Phrase, SeatView, Theatre } from '../../core/model/view.ts';
import type { HeldSeat, Kept, Theme } from '../link/cards.ts';
import type { Dealings } from '../link/dealings.ts';
import type { DecisionChoice } from './decision-form.tsx';
import type { HangPicture } from './theatre.tsx';

export interface TableActs {
  readonly next: () => void;
  readonly hour: () => void;
  readonly end: () => void;
  readonly decide: (choice: DecisionChoice) => Phrase | undefined;
  readonly takeSeat: (seat: string) => void;
  readonly drawCurtain: (open: boolean) => void;
  readonly changeTheme: () => void;
  readonly changeKeys: () => void;
  readonly downloadRecord: () => void;
  readonly review: () => void;
  readonly leave: () => void;
}

export interface TableProps {
  readonly view: SeatView;
  readonly curtain: CurtainView | null;
  /** What nations did to each other so far; null while the curtain is closed. */
  readonly dealings: Dealings | null;
  /** The theatre as it is, with the curtain open. */
  readonly openTheatre: Theatre | null;
  readonly held: readonly HeldSeat[];
  readonly ended: boolean;
  /** Game time of the look before this one. */
  readonly lookedAt: number;
  readonly kept: Kept;
  readonly theme: Theme;
  /** Whether letters and digits alone do something. */
  readonly singleKeys: boolean;
  readonly hang: HangPicture;
  readonly acts: TableActs;
}
