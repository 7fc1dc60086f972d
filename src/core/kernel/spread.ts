/**
 * How long things take and how they end, as integer tables. No logarithm, root or exponential in floating point: every
 * machine and browser agrees to the second.
 */
import { LONGEST, PER_MILLE } from './units.ts';

/** A distribution of whole seconds: triangular, by five quantiles (linear between them), or always the same. */
export type Spread =
  | { readonly low: number; readonly mode: number; readonly high: number }
  | { readonly p0: number; readonly p10: number; readonly p50: number; readonly p90: number; readonly p100: number }
  | { readonly exactly: number };

/** A compiled spread: narrow where nothing takes longer than 65,535 s, because draws are quick while all tables are near. */
export type SpreadTable = Int32Array | Uint16Array;

/** Cells of a compiled spread; its table has one point more. */
const CELLS = 1000;
/** Below it whole numbers are exact in floating point, and thousandths of them to less than a thousandth. */
const EXACT = 2 ** 52;

/**
 * √(a·b·k/1000) to the nearest integer: ⌊(⌊√(4abk/1000)⌋ + 1) / 2⌋ is exactly that. The machine's own root, correctly
 * rounded everywhere by IEEE 754, is only a first guess; integers decide.
 */
function scaledRoot(a: number, b: number, k: number): number {
  const product = 4 * a * b * k;
  if (product >= EXACT) return largeScaledRoot(a, b, k);
  // The product is exact and its thousandth part rounded by less than a thousandth, so that its floor is exact.
  const fourfold = Math.floor(product / CELLS);
  let root = Math.floor(Math.sqrt(fourfold));
  while (root * root > fourfold) root--;
  while ((root + 1) * (root + 1) <= fourfold) root++;
  return (root + 1) >> 1;
}

function largeScaledRoot(a: number, b: number, k: number): number {
  const fourfold = (4n * BigInt(a) * BigInt(b) * BigInt(k)) / BigInt(CELLS);
  let root = BigInt(Math.floor(Math.sqrt(Number(fourfold))));
  while (root * root > fourfold) root--;
  while ((root + 1n) * (root + 1n) <= fourfold) root++;
  return Number((root + 1n) >> 1n);
}

/** The inverse of a triangular distribution function at k/1000. */
function triangularAt(low: number, mode: number, high: number, k: number): number {
  const width = high - low;
  if (k * width <= CELLS * (mode - low)) return low + scaledRoot(width, mode - low, k);
  return high - scaledRoot(width, high - mode, CELLS - k);
}

/** Linear between the quantiles, to the nearest second. All products stay below 2⁵³. */
function quantileAt(shares: readonly number[], quantiles: readonly number[], k: number): number {
  const right = Math.max(
    1,
    shares.findIndex((share) => k <= share),
  );
  const [from, until] = [shares[right - 1]!, shares[right]!];
  const [low, high] = [quantiles[right - 1]!, quantiles[right]!];
  return low + Math.floor((2 * (high - low) * (k - from) + (until - from)) / (2 * (until - from)));
}

function checkOrder(points: readonly number[]): void {
  for (const [i, point] of points.entries()) {
    if (!Number.isInteger(point) || point < (points[i - 1] ?? 0) || point > LONGEST) {
      throw new RangeError(`a spread of ${points.join(', ')}: whole seconds in rising order, 0 to ${LONGEST}`);
    }
  }
}

const emptyTable = (most: number): SpreadTable =>
  most < 2 ** 16 ? new Uint16Array(CELLS + 1) : new Int32Array(CELLS + 1);

/**
 * The inverse distribution function at k/1000, k = 0 … 1000, in whole seconds.
 * Throws unless the spread's points are whole, rising and within 0 … LONGEST. `valueAt` reads the table.
 */
export function compileSpread(spread: Spread): SpreadTable {
  if ('exactly' in spread) {
    checkOrder([spread.exactly]);
    return emptyTable(spread.exactly).fill(spread.exactly);
  }
  if ('mode' in spread) {
    const { low, mode, high } = spread;
    checkOrder([low, mode, high]);
    return emptyTable(high).map((_, k) => triangularAt(low, mode, high, k));
  }
  const quantiles = [spread.p0, spread.p10, spread.p50, spread.p90, spread.p100];
  checkOrder(quantiles);
  return emptyTable(spread.p100).map((_, k) => quantileAt([0, 100, 500, 900, 1000], quantiles, k));
}

/**
 * The value of a compiled spread at u / 2³², to the nearest second; u is a uint32. The spread begins at `from` in the table. Between points it is linear, in exact
 * arithmetic: the cell is ⌊1000u / 2³²⌋, the place within it the next 24 bits, and their product stays below 2⁵³.
 */
export function valueAt(table: SpreadTable, u: number, from = 0): number {
  const cell = ((u >>> 16) * CELLS + (((u & 0xffff) * CELLS) >>> 16)) >>> 16;
  const place = Math.imul(u, CELLS) >>> 8;
  const low = table[from + cell]!;
  const step = table[from + cell + 1]! - low;
  return low + (((step * place + 0x800000) * 2 ** -24) | 0);
}

/**
 * Running totals of shares, in 2³¹sts, for `pick`. Shares are parts of a thousand and must add up to exactly 1000, or it
 * throws. Their order is the verdicts' order and must never change: it is part of what a seed means.
 */
export function thresholds(shares: readonly number[]): Uint32Array {
  let total = 0;
  const bounds = shares.map((share) => {
    if (!Number.isInteger(share) || share < 0) throw new RangeError(`a share of ${share} per mille`);
    total += share;
    return Math.floor((total * 2 ** 31) / PER_MILLE);
  });
  if (total !== PER_MILLE)
    throw new RangeError(`shares of ${shares.join(' + ')} are ${total} per mille, not ${PER_MILLE}`);
  return Uint32Array.from(bounds);
}

/** Which verdict a uint32 falls to. A share of 1000 is always picked, a share of 0 never. The lowest bit is not used. */
export function pick(bounds: Uint32Array, u: number): number {
  const at = u >>> 1;
  let verdict = 0;
  while (at >= bounds[verdict]!) verdict++;
  return verdict;
}
