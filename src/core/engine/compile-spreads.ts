/** Tables of spreads, each made once for all the work that takes as long: making one is slow. */
import { Memo } from '../kernel/memo.ts';
import type { Spread, SpreadTable } from '../kernel/spread.ts';
import { compileSpread } from '../kernel/spread.ts';

/** Of all plans compiled so far: a lever changes few of them. */
const tables = new Memo<SpreadTable>(2_000);

function keyOf(spread: Spread): string {
  if ('exactly' in spread) return `${spread.exactly}`;
  if ('low' in spread) return `${spread.low} ${spread.mode} ${spread.high}`;
  return `${spread.p0} ${spread.p10} ${spread.p50} ${spread.p90} ${spread.p100}`;
}

export class Spreads {
  /** The table of a spread, no value below `least`. Shared: not to be written to. */
  table(spread: Spread, least = 0): SpreadTable {
    return tables.of(`${keyOf(spread)} from ${least}`, () => {
      const table = compileSpread(spread);
      return least === 0 ? table : table.map((value) => Math.max(value, least));
    });
  }
}
