import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  DAY,
  formatDuration,
  HOUR,
  LONGEST,
  MINUTE,
  NEVER,
  parseDuration,
  seconds,
  WEEK,
} from '../../../src/core/kernel/units.ts';

describe('a duration', () => {
  test.each([
    ['45s', 45],
    ['15m', 15 * MINUTE],
    ['1h30m', HOUR + 30 * MINUTE],
    ['2d', 2 * DAY],
    ['1w1d1h1m1s', WEEK + DAY + HOUR + MINUTE + 1],
    ['90m', 90 * MINUTE],
    ['0s', 0],
  ])('%s is read as %d seconds', (text, length) => {
    expect(parseDuration(text)).toBe(length);
  });

  test.each(['', '5', 'm', '1.5h', '-1h', '30m1h', '1h1h', '1h 30m', ' 1h', '1H', '1h30', '99999999d', '1e3s'])(
    '"%s" is malformed',
    (text) => {
      expect(parseDuration(text)).toBeUndefined();
    },
  );

  test.each([
    [0, '0m'],
    [59, '59s'],
    [5400, '1h30m'],
    [DAY, '1d'],
    [8 * DAY + 1, '8d1s'],
  ])('of %d seconds is written %s', (length, text) => {
    expect(formatDuration(length)).toBe(text);
  });

  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LONGEST }), (length) => {
        expect(parseDuration(formatDuration(length))).toBe(length);
      }),
    );
  });

  test('that is negative or fractional cannot be written', () => {
    expect(() => formatDuration(-1)).toThrow(RangeError);
    expect(() => formatDuration(0.5)).toThrow(RangeError);
  });
});

test('seconds are whole', () => {
  expect(seconds(-3)).toBe(-3);
  expect(() => seconds(1.5)).toThrow(RangeError);
  expect(() => seconds(Number.NaN)).toThrow(RangeError);
});

test('two of the longest spans end before never', () => {
  expect(2 * LONGEST).toBeLessThan(NEVER);
});
