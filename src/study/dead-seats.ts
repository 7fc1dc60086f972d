/** What hangs on a seat: the same tables with all its questions answered by the first option, and by the last. */
import { measureRow } from '../core/engine/index.ts';
import type { Forced, Progress, Tables } from './tables.ts';
import { playTable } from './tables.ts';

export interface SeatTried {
  readonly seat: string;
  readonly tables: number;
  /** Tables at which some incident's window is met under the one and missed under the other, or its goal reached. */
  readonly turned: number;
  /** Tables at which some incident took longer under the one. */
  readonly delayed: number;
}

/** Every question of a seat answered alike. */
function answeredBy(
  { decisions }: Tables,
  seat: string,
  pick: (options: readonly string[]) => string | undefined,
): Forced {
  return Object.fromEntries(
    decisions.flatMap(({ id, seat: whose, options }) => (whose === seat ? [[id, pick(options) as string]] : [])),
  );
}

export function trySeats(tables: Tables, most: number, progress?: Progress): SeatTried[] {
  const { plan } = tables;
  const columns = (names: readonly string[]) =>
    plan.measures.flatMap((measure, at) =>
      names.includes(measure.split('.')[0] ?? '') && measure.includes('.') ? [at] : [],
    );
  const [ends, times] = [columns(['window', 'done']), columns(['restricted'])];
  return plan.seats.names.map((seat, s) => {
    const first = answeredBy(tables, seat, (options) => options[0]);
    const last = answeredBy(tables, seat, (options) => options.at(-1));
    const pairs = tables.tables
      .slice(0, most)
      .map((table) => [first, last].map((forced) => measureRow(playTable(plan, table, forced))));
    const differing = (cells: readonly number[]) =>
      pairs.filter(([one, other]) => cells.some((at) => one?.[at] !== other?.[at])).length;
    progress?.(s + 1, plan.seats.names.length);
    return { seat, tables: pairs.length, turned: differing(ends), delayed: differing(times) };
  });
}
