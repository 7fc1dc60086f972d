import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createDice } from '../../../src/core/kernel/chance.ts';
import type { Spread, SpreadTable } from '../../../src/core/kernel/spread.ts';
import { compileSpread, pick, thresholds, valueAt } from '../../../src/core/kernel/spread.ts';
import { LONGEST } from '../../../src/core/kernel/units.ts';

const GREATEST = 0xffffffff;
const rising = (count: number, max: number) =>
  fc
    .array(fc.integer({ min: 0, max }), { minLength: count, maxLength: count })
    .map((all) => all.toSorted((a, b) => a - b));
const triangular = (max: number) => rising(3, max).map(([low = 0, mode = 0, high = 0]) => ({ low, mode, high }));
const quantiles = (max: number) =>
  rising(5, max).map(([p0 = 0, p10 = 0, p50 = 0, p90 = 0, p100 = 0]) => ({ p0, p10, p50, p90, p100 }));
const anySpread: fc.Arbitrary<Spread> = fc
  .constantFrom(10, 100_000, LONGEST)
  .chain((max) => fc.oneof(triangular(max), quantiles(max), fc.record({ exactly: fc.integer({ min: 0, max }) })));
const u32 = fc.oneof(fc.integer({ min: 0, max: GREATEST }), fc.constantFrom(0, 1, GREATEST - 1, GREATEST));

function ends(spread: Spread): readonly [number, number] {
  if ('exactly' in spread) return [spread.exactly, spread.exactly];
  return 'mode' in spread ? [spread.low, spread.high] : [spread.p0, spread.p100];
}

function meanInTheory(spread: Spread): number {
  if ('exactly' in spread) return spread.exactly;
  if ('mode' in spread) return (spread.low + spread.mode + spread.high) / 3;
  const { p0, p10, p50, p90, p100 } = spread;
  return 0.1 * ((p0 + p10) / 2) + 0.4 * ((p10 + p50) / 2) + 0.4 * ((p50 + p90) / 2) + 0.1 * ((p90 + p100) / 2);
}

/** Over evenly spaced draws. */
function meanOfValues(table: SpreadTable, draws: number): number {
  let sum = 0;
  for (let i = 0; i < draws; i++) sum += valueAt(table, Math.floor(((i + 0.5) / draws) * 2 ** 32));
  return sum / draws;
}

describe('a compiled spread', () => {
  test('rises from its low end to its high end', () => {
    fc.assert(
      fc.property(anySpread, (spread) => {
        const table = compileSpread(spread);
        expect([table.length, table[0], table[1000]]).toEqual([1001, ...ends(spread)]);
        expect(table.every((value, k) => k === 0 || value >= (table[k - 1] ?? 0))).toBe(true);
      }),
    );
  });

  test('has the points of the triangular inverse, to the nearest second', () => {
    fc.assert(
      fc.property(triangular(1_000_000), ({ low, mode, high }) => {
        const table = compileSpread({ low, mode, high });
        for (let k = 0; k <= 1000; k += 37) {
          const left = low + Math.sqrt((k / 1000) * (high - low) * (mode - low));
          const right = high - Math.sqrt((1 - k / 1000) * (high - low) * (high - mode));
          const exact = k * (high - low) <= 1000 * (mode - low) ? left : right;
          expect(Math.abs((table[k] ?? 0) - exact)).toBeLessThanOrEqual(0.5 + 1e-6);
        }
      }),
    );
  });

  test('passes through its quantiles', () => {
    fc.assert(
      fc.property(quantiles(LONGEST), (spread) => {
        const table = compileSpread(spread);
        expect([0, 100, 500, 900, 1000].map((k) => table[k])).toEqual(Object.values(spread));
      }),
    );
  });

  test('has the mean of its theory', () => {
    fc.assert(
      fc.property(fc.oneof(triangular(1_000_000), quantiles(1_000_000)), (spread) => {
        const [low, high] = ends(spread);
        const difference = meanOfValues(compileSpread(spread), 20_000) - meanInTheory(spread);
        expect(Math.abs(difference)).toBeLessThan(0.1 + (high - low) * 1e-4);
      }),
      { numRuns: 30 },
    );
  });

  test('may be a single value', () => {
    expect(new Set(compileSpread({ low: 7, mode: 7, high: 7 }))).toEqual(new Set([7]));
    expect(new Set(compileSpread({ exactly: 0 }))).toEqual(new Set([0]));
  });

  test.each<Spread>([
    { low: 2, mode: 1, high: 3 },
    { low: 1, mode: 4, high: 3 },
    { low: -1, mode: 1, high: 3 },
    { low: 0.5, mode: 1, high: 3 },
    { p0: 0, p10: 2, p50: 1, p90: 3, p100: 4 },
    { exactly: -1 },
    { exactly: LONGEST + 1 },
    { exactly: Number.NaN },
  ])('is refused out of order or out of range: %o', (spread) => {
    expect(() => compileSpread(spread)).toThrow('whole seconds in rising order');
  });
});

describe('a value', () => {
  test('is the exact interpolation in its table, to the nearest second', () => {
    fc.assert(
      fc.property(anySpread, u32, (spread, u) => {
        const table = compileSpread(spread);
        const product = BigInt(u) * 1000n;
        const [low = 0, high = 0] = table.subarray(Number(product >> 32n));
        const place = (product & 0xffffffffn) >> 8n;
        const exact = BigInt(low) + ((BigInt(high - low) * place + (1n << 23n)) >> 24n);
        expect(valueAt(table, u)).toBe(Number(exact));
      }),
    );
  });

  test('never leaves its spread, and a greater draw never gives less', () => {
    fc.assert(
      fc.property(anySpread, u32, u32, (spread, a, b) => {
        const table = compileSpread(spread);
        const [low, high] = ends(spread);
        const less = valueAt(table, Math.min(a, b));
        const more = valueAt(table, Math.max(a, b));
        expect(low <= less && less <= more && more <= high).toBe(true);
      }),
    );
  });

  test('falls into each tenth of its distribution equally often', () => {
    const table = compileSpread({ low: 600, mode: 5_000, high: 1_000_000 });
    const tenths = Array.from({ length: 9 }, (_, i) => table[(i + 1) * 100] ?? 0);
    const counts = new Array<number>(10).fill(0);
    const dice = createDice({ k0: 1, k1: 2 });
    for (let draw = 0; draw < 50_000; draw++) {
      dice.roll(0, draw, 0);
      const value = valueAt(table, dice.first);
      const tenth = tenths.filter((bound) => value >= bound).length;
      counts[tenth] = (counts[tenth] ?? 0) + 1;
    }
    // 9 degrees of freedom: 33.7 is the 99.99 % point.
    expect(counts.reduce((sum, n) => sum + (n - 5000) ** 2 / 5000, 0)).toBeLessThan(33.7);
  });
});

describe('a verdict', () => {
  test('of share 1000 is always picked and of share 0 never', () => {
    for (const shares of [[1000], [0, 1000], [1000, 0], [0, 0, 1000, 0]]) {
      const bounds = thresholds(shares);
      for (const u of [0, 1, 2 ** 31, GREATEST]) expect(pick(bounds, u)).toBe(shares.indexOf(1000));
    }
    const bounds = thresholds([0, 300, 0, 700, 0]);
    fc.assert(fc.property(u32, (u) => [1, 3].includes(pick(bounds, u))));
  });

  test('comes as often as its share, in the given order', () => {
    const bounds = thresholds([250, 600, 150]);
    const counts = [0, 0, 0];
    for (let i = 0; i < 10_000; i++) counts[pick(bounds, Math.floor(((i + 0.5) / 10_000) * 2 ** 32))]! += 1;
    expect(counts).toEqual([2500, 6000, 1500]);
    expect([pick(bounds, 0), pick(bounds, 2 ** 30 - 1), pick(bounds, 2 ** 30), pick(bounds, GREATEST)]).toEqual([
      0, 0, 1, 2,
    ]);
  });

  test.each([[[]], [[999]], [[500, 501]], [[-1, 1001]], [[0.5, 999.5]]])('is refused with shares of %o', (shares) => {
    expect(() => thresholds(shares)).toThrow(RangeError);
  });
});
