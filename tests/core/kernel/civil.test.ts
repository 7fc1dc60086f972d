import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { civilOf, daysFromCivil, formatInstant, parseInstant } from '../../../src/core/kernel/calendar.ts';

/** Years 0000 to 9999, in seconds. */
const anyInstant = fc.integer({ min: -62_167_219_200, max: 253_402_300_799 });

describe('an instant', () => {
  test('is read and written in UTC', () => {
    expect(parseInstant('1970-01-01T00:00:00Z')).toBe(0);
    expect(parseInstant('2023-10-11T17:00:00Z')).toBe(1_697_043_600);
    expect(formatInstant(1_697_043_600)).toBe('2023-10-11T17:00:00Z');
    expect(formatInstant(-1)).toBe('1969-12-31T23:59:59Z');
  });

  test('knows its weekday, Monday being 0', () => {
    expect(civilOf(0).weekday).toBe(3);
    expect(civilOf(1_697_043_600)).toEqual({
      year: 2023,
      month: 10,
      day: 11,
      hour: 17,
      minute: 0,
      second: 0,
      weekday: 2,
    });
  });

  test.each([
    '2023-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2023-13-01T00:00:00Z',
    '2023-00-01T00:00:00Z',
    '2023-04-31T00:00:00Z',
    '2023-04-00T00:00:00Z',
    '2023-04-01T24:00:00Z',
    '2023-04-01T00:60:00Z',
    '2023-04-01T00:00:60Z',
    '2023-04-01T00:00:00',
    '2023-04-01T00:00:00.0Z',
    '2023-04-01 00:00:00Z',
    '2023-4-1T00:00:00Z',
    ' 2023-04-01T00:00:00Z',
  ])('%s does not exist or is malformed', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });

  test('has leap days in 2000 and 2024', () => {
    expect(parseInstant('2000-02-29T00:00:00Z')).toBe(951_782_400);
    expect(daysFromCivil(2024, 3, 1) - daysFromCivil(2024, 2, 28)).toBe(2);
  });

  test('agrees with Date everywhere', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const date = new Date(instant * 1000);
        expect(formatInstant(instant)).toBe(date.toISOString().replace('.000', ''));
        expect(parseInstant(formatInstant(instant))).toBe(instant);
        expect(civilOf(instant).weekday).toBe((date.getUTCDay() + 6) % 7);
      }),
    );
  });

  test('outside four-digit years or between seconds cannot be written', () => {
    expect(() => formatInstant(253_402_300_800)).toThrow(RangeError);
    expect(() => formatInstant(0.5)).toThrow(RangeError);
  });
});
