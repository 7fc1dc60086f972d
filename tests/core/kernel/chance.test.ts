import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createDice, keyFromSeed, nameOf } from '../../../src/core/kernel/chance.ts';

/** Threefry2x32, 20 rounds, from Random123's kat_vectors: counter, key, result. */
const published = [
  ['00000000 00000000', '00000000 00000000', '6b200159 99ba4efe'],
  ['ffffffff ffffffff', 'ffffffff ffffffff', '1cb996fc bb002be7'],
  ['243f6a88 85a308d3', '13198a2e 03707344', 'c4923a9c 483df7a0'],
] as const;

const words = (text: string) => text.split(' ').map((word) => Number.parseInt(word, 16));

/** Pearson's statistic of counts that should be equal. */
function chiSquare(counts: readonly number[]): number {
  const expected = counts.reduce((sum, n) => sum + n, 0) / counts.length;
  return counts.reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
}

describe('the generator', () => {
  test.each(published)('turns counter %s under key %s into %s, as published', (counter, key, result) => {
    const [c0 = 0, c1 = 0] = words(counter);
    const [k0 = 0, k1 = 0] = words(key);
    const dice = createDice({ k0, k1 });
    dice.roll(c0, c1 >>> 8, c1 & 0xff);
    expect([dice.first, dice.second]).toEqual(words(result));
  });

  test('spreads neighbouring names, visits and keys evenly over both words and their pairs', () => {
    const dice = createDice(keyFromSeed('even'));
    const tallies = { first: new Array(256).fill(0), second: new Array(256).fill(0), pair: new Array(256).fill(0) };
    for (let draw = 0; draw < 200_000; draw++) {
      if (draw % 1000 === 0) dice.rekey({ k0: draw, k1: 1 });
      dice.roll(7, draw >>> 6, draw & 63);
      tallies.first[dice.first >>> 24]++;
      tallies.second[dice.second & 255]++;
      tallies.pair[(dice.first >>> 28) * 16 + (dice.second >>> 28)]++;
    }
    // 255 degrees of freedom: 345 is the 99.99 % point, 177 the 0.01 % point.
    for (const counts of Object.values(tallies)) {
      expect(chiSquare(counts)).toBeGreaterThan(177);
      expect(chiSquare(counts)).toBeLessThan(345);
    }
  });
});

describe('a draw', () => {
  test('is the same whenever it is cast, whatever was cast before', () => {
    const dice = createDice(keyFromSeed('lively-otter-42'));
    dice.roll(1, 2, 3);
    const before = [dice.first, dice.second];
    dice.roll(4, 5, 6);
    dice.roll(1, 2, 3);
    expect([dice.first, dice.second]).toEqual(before);
  });

  test('changes with each part of its name, its visit and the key', () => {
    const dice = createDice(keyFromSeed('lively-otter-42'));
    const seen = new Set<number>();
    for (const [hi, lo, visit] of [
      [1, 2, 3],
      [2, 2, 3],
      [1, 3, 3],
      [1, 2, 4],
    ] as const) {
      dice.roll(hi, lo, visit);
      seen.add(dice.first);
    }
    dice.rekey(keyFromSeed('lively-otter-43'));
    dice.roll(1, 2, 3);
    seen.add(dice.first);
    expect(seen.size).toBe(5);
  });

  test('has at most 256 visits', () => {
    const dice = createDice({ k0: 0, k1: 0 });
    expect(() => dice.roll(0, 0, 255)).not.toThrow();
    expect(() => dice.roll(0, 0, 256)).toThrow('visit 256');
    expect(() => dice.roll(0, 0, -1)).toThrow(RangeError);
  });
});

describe('a seed', () => {
  test('means the same key for ever', () => {
    expect(keyFromSeed('lively-otter-42')).toEqual({ k0: 915_782_768, k1: 911_400_336 });
  });

  test('must not be empty', () => {
    expect(() => keyFromSeed('')).toThrow('must not be empty');
  });

  test('has a key of its own among 100,000 numbered ones', () => {
    const keys = new Set<string>();
    for (let i = 0; i < 100_000; i++) {
      const { k0, k1 } = keyFromSeed(`study/${i}`);
      keys.add(`${k0} ${k1}`);
    }
    expect(keys.size).toBe(100_000);
  });
});

describe('a name', () => {
  test('is the first 56 bits of SHA-256 over its parts', () => {
    const hex = createHash('sha256').update('incident-1\u001fshare\u001fDE').digest('hex');
    expect(nameOf(['incident-1', 'share', 'DE'])).toEqual({
      hi: Number.parseInt(hex.slice(0, 8), 16),
      lo24: Number.parseInt(hex.slice(8, 14), 16),
    });
  });

  test('depends on where its parts are divided', () => {
    expect(nameOf(['ab', 'c'])).not.toEqual(nameOf(['a', 'bc']));
  });

  test('has parts, none of them holding the separator', () => {
    expect(() => nameOf([])).toThrow(RangeError);
    expect(() => nameOf(['a\u001fb'])).toThrow('separator');
  });
});
