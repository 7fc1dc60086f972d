/** How often each seat was asked something that matters, move by move. */
import type { Definition } from '../core/model/scenario.ts';
import type { Tables } from './tables.ts';

export interface Stretch {
  readonly id: string;
  /** Game time, half-open. */
  readonly from: number;
  readonly until: number;
  /** Questions that each seat is owed in it: one for every fifteen minutes of play. */
  readonly owed: number;
}

export interface Asked {
  readonly seat: string;
  readonly stretch: string;
  readonly owed: number;
  /** Tables at which it was asked as often as it is owed. */
  readonly enough: number;
  readonly tables: number;
  readonly median: number;
  readonly fifthPercentile: number;
}

/** Minutes of play in which a seat is owed a question. */
const QUARTER = 15;

/** The moves of a scenario; where it has none, quarters of an hour of its play. */
export function stretchesOf({ scenario }: Definition): Stretch[] {
  const { moves, playMinutes, lasts } = scenario;
  if (moves !== undefined)
    return moves.map(({ id, until, minutes }, i) => ({
      id,
      from: moves[i - 1]?.until ?? 0,
      until: i === moves.length - 1 ? lasts + 1 : until,
      owed: Math.floor(minutes / QUARTER),
    }));
  const count = Math.max(1, Math.floor(playMinutes / QUARTER));
  return Array.from({ length: count }, (_, i) => ({
    id: `quarter-${i + 1}`,
    from: Math.floor((lasts * i) / count),
    until: i === count - 1 ? lasts + 1 : Math.floor((lasts * (i + 1)) / count),
    owed: 1,
  }));
}

/** For each seat and stretch; `matters` says which questions count. */
export function asked(tables: Tables, matters: (decision: string) => boolean): Asked[] {
  const { plan, decisions, put } = tables;
  const stretches = stretchesOf(plan.definition);
  return plan.seats.names.flatMap((seat) => {
    const own = decisions.flatMap((decision, d) => (decision.seat === seat && matters(decision.id) ? [d] : []));
    return stretches.map(({ id, from, until, owed }) => {
      const counts = tables.tables.map(
        (_, t) =>
          own.filter((d) => {
            const at = put[t * decisions.length + d] as number;
            return at !== -1 && at >= from && at < until;
          }).length,
      );
      const sorted = counts.toSorted((a, b) => a - b);
      const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
      const enough = counts.filter((count) => count >= owed).length;
      return { seat, stretch: id, owed, enough, tables: counts.length, median: at(0.5), fifthPercentile: at(0.05) };
    });
  });
}
