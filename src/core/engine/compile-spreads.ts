/** Tables of spreads, each made once for all the work that takes as long: making one is slow. */
import type { Spread } from '../kernel/spread.ts';
import { compileSpread } from '../kernel/spread.ts';

function keyOf(spread: Spread): string {
  if ('exactly' in spread) return `${spread.exactly}`;
  if ('low' in spread) return [spread.low, spread.mode, spread.high].join(' ');
  return [spread.p0, spread.p10, spread.p50, spread.p90, spread.p100].join(' ');
}

export class Spreads {
  private readonly tables = new Map<string, Int32Array>();

  /** Shared: not to be written to. */
  table(spread: Spread): Int32Array {
    const key = keyOf(spread);
    const known = this.tables.get(key);
    if (known !== undefined) return known;
    const table = compileSpread(spread);
    this.tables.set(key, table);
    return table;
  }
}
