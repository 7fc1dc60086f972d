/** Replications: the same plan on many seeds, measures only. Row i depends on its seed alone, so that more of them change none before. */
import type { Plan, RunChoice } from '../core/engine/index.ts';
import { begin, createRun, measureRow, runUntil } from '../core/engine/index.ts';

export interface Wanted {
  readonly seed: string;
  readonly from: number;
  readonly count: number;
  readonly standIn: RunChoice['standIn'];
}

export interface Replications {
  readonly measures: readonly string[];
  /** `count` rows of `measures.length` cells. */
  readonly rows: Float64Array;
}

/** The seed of one replication of a study. */
export const seedOf = (seed: string, replication: number): string => `${seed}/${replication}`;

/** Runs replications `from` … `from + count - 1`, every seat held by the stand-in. One arena serves them all. */
export function replicate(plan: Plan, { seed, from, count, standIn }: Wanted): Replications {
  const width = plan.measures.length;
  const rows = new Float64Array(width * count);
  const run = createRun(plan, { held: [], standIn }, false);
  for (let i = 0; i < count; i++) {
    begin(run, seedOf(seed, from + i));
    runUntil(run, plan.lasts);
    measureRow(run, rows.subarray(i * width, (i + 1) * width));
  }
  return { measures: plan.measures, rows };
}

/** One measure of all replications, in order. */
export function column({ measures, rows }: Replications, measure: string): Float64Array {
  const at = measures.indexOf(measure);
  if (at === -1) throw new RangeError(`no measure ${measure}`);
  return Float64Array.from(
    { length: rows.length / measures.length },
    (_, i) => rows[i * measures.length + at] as number,
  );
}
