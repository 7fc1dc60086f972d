/** What a run is given from outside, beside its seed: decisions of people, and the passing of time. A run is replayed from these. */
import type { StandInName } from '../standins/index.ts';

export type Input =
  | { readonly type: 'advance'; readonly to: number }
  | {
      readonly type: 'decide';
      readonly at: number;
      readonly seat: string;
      readonly decision: string;
      readonly option: string;
      readonly reason: string;
    };

/** Who plays, and on what luck. */
export interface RunChoice {
  readonly seed: string;
  /** Seats held by people; stand-ins hold the rest. */
  readonly held: readonly string[];
  readonly standIn: StandInName;
}
