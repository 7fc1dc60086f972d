import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Staffing, WeeklyHours, ZoneRule } from '../../../src/core/kernel/calendar.ts';
import { civilOf, formatInstant, offsetSeconds, openIntervals } from '../../../src/core/kernel/calendar.ts';
import { DAY, HOUR, MINUTE, WEEK } from '../../../src/core/kernel/units.ts';
import { at, ianaZones, newYork, paris, sydney, tokyo, utc } from './world-zones.ts';

const DAILY = [0, 1, 2, 3, 4, 5, 6];
const MON_FRI = [0, 1, 2, 3, 4];

function shift(days: readonly number[], from: number, until: number, people = 1): WeeklyHours {
  return { days, fromMinute: from * 60, untilMinute: until * 60, people };
}

/** Intervals as UTC clock readings, to compare with hand cases. */
function inUtc(start: string, staffing: readonly Staffing[]): string[] {
  const clock = (offset: number) => formatInstant(at(start) + offset).slice(5, 16);
  return staffing.map(({ from, until, people }) => `${clock(from)} ${clock(until)} ${people}`);
}

describe('office hours', () => {
  test('leave the weekend out', () => {
    const friday = '2023-10-13T00:00:00Z';
    expect(inUtc(friday, openIntervals([shift(MON_FRI, 8, 16)], utc, at(friday), 4 * DAY))).toEqual([
      '10-13T08:00 10-13T16:00 1',
      '10-16T08:00 10-16T16:00 1',
    ]);
  });

  test('are told in the local time of a distant desk', () => {
    const start = '2023-10-11T00:00:00Z';
    expect(inUtc(start, openIntervals([shift(MON_FRI, 9, 17, 2)], tokyo, at(start), 2 * DAY))).toEqual([
      '10-11T00:00 10-11T08:00 2',
      '10-12T00:00 10-12T08:00 2',
    ]);
  });

  test('move by an hour of UTC when New York springs forward', () => {
    const friday = '2024-03-08T00:00:00Z';
    expect(inUtc(friday, openIntervals([shift(MON_FRI, 8, 16)], newYork, at(friday), 4 * DAY))).toEqual([
      '03-08T13:00 03-08T21:00 1',
      '03-11T12:00 03-11T20:00 1',
    ]);
  });

  test('move back when Sydney leaves daylight time in April', () => {
    const start = '2024-04-05T12:00:00Z';
    expect(inUtc(start, openIntervals([shift(DAILY, 9, 10)], sydney, at(start), 2 * DAY))).toEqual([
      '04-05T22:00 04-05T23:00 1',
      '04-06T23:00 04-07T00:00 1',
    ]);
  });
});

describe('a night shift', () => {
  test('that began before the start is under way', () => {
    const start = '2023-10-11T02:00:00Z';
    expect(inUtc(start, openIntervals([shift(DAILY, 22, 6, 3)], utc, at(start), DAY))).toEqual([
      '10-11T02:00 10-11T06:00 3',
      '10-11T22:00 10-12T02:00 3',
    ]);
  });

  test('belongs to the day on which it begins', () => {
    const saturday = '2023-10-14T00:00:00Z';
    expect(inUtc(saturday, openIntervals([shift([4], 20, 4)], utc, at(saturday), 2 * DAY))).toEqual([
      '10-14T00:00 10-14T04:00 1',
    ]);
  });

  test('is an hour shorter when clocks spring forward and an hour longer when they fall back', () => {
    const night = [shift(DAILY, 22, 6)];
    const [spring] = openIntervals(night, newYork, at('2024-03-10T01:00:00Z'), DAY);
    const [autumn] = openIntervals(night, newYork, at('2024-11-03T01:00:00Z'), DAY);
    const [spring2] = openIntervals(night, paris, at('2024-03-30T12:00:00Z'), DAY);
    expect(inUtc('2024-03-10T01:00:00Z', spring ? [spring] : [])).toEqual(['03-10T03:00 03-10T10:00 1']);
    expect(inUtc('2024-11-03T01:00:00Z', autumn ? [autumn] : [])).toEqual(['11-03T02:00 11-03T11:00 1']);
    expect(inUtc('2024-03-30T12:00:00Z', spring2 ? [spring2] : [])).toEqual(['03-30T21:00 03-31T04:00 1']);
  });
});

describe('hours', () => {
  test('round the clock have no gap, not even when clocks change', () => {
    for (const [, zone] of ianaZones) {
      for (const start of ['2024-03-01T00:00:00Z', '2024-09-25T00:00:00Z', '2024-10-25T00:00:00Z']) {
        for (const hour of [0, 2, 8]) {
          const open = openIntervals([shift(DAILY, hour, hour, 2)], zone, at(start), 6 * WEEK);
          expect(open).toEqual([{ from: 0, until: 6 * WEEK, people: 2 }]);
        }
      }
    }
  });

  test('until midnight may be written as 0 or as 1440', () => {
    const start = at('2023-10-11T00:00:00Z');
    const written = openIntervals([shift(DAILY, 18, 24)], utc, start, 2 * DAY);
    expect(openIntervals([shift(DAILY, 18, 0)], utc, start, 2 * DAY)).toEqual(written);
    expect(written).toEqual([
      { from: 18 * HOUR, until: 24 * HOUR, people: 1 },
      { from: 42 * HOUR, until: 48 * HOUR, people: 1 },
    ]);
  });

  test('that overlap add up their people, and neighbours with equally many join', () => {
    const hours = [shift(DAILY, 8, 16, 2), shift(DAILY, 12, 20, 1), shift(DAILY, 20, 22, 1), shift(DAILY, 0, 24, 0)];
    expect(openIntervals(hours, utc, at('2023-10-11T00:00:00Z'), DAY)).toEqual([
      { from: 8 * HOUR, until: 12 * HOUR, people: 2 },
      { from: 12 * HOUR, until: 16 * HOUR, people: 3 },
      { from: 16 * HOUR, until: 22 * HOUR, people: 1 },
    ]);
  });

  test('none are no hours', () => {
    expect(openIntervals([], utc, at('2023-10-11T00:00:00Z'), DAY)).toEqual([]);
    expect(openIntervals([shift(DAILY, 0, 0)], utc, at('2023-10-11T00:00:00Z'), 0)).toEqual([]);
  });

  test('that fall into the hour skipped are as short as the clock makes them', () => {
    const hours = [{ days: [6], fromMinute: 150, untilMinute: 195, people: 1 }];
    expect(openIntervals(hours, newYork, at('2024-03-10T07:00:00Z'), DAY)).toEqual([
      { from: 0, until: 15 * MINUTE, people: 1 },
    ]);
  });

  test.each([
    { days: [7], fromMinute: 0, untilMinute: 60, people: 1 },
    { days: [0], fromMinute: 1440, untilMinute: 60, people: 1 },
    { days: [0], fromMinute: 0, untilMinute: 1441, people: 1 },
    { days: [0], fromMinute: 0, untilMinute: 60, people: 1.5 },
    { days: [0], fromMinute: 0, untilMinute: 60, people: -1 },
  ])('that are malformed are refused: %o', (hours) => {
    expect(() => openIntervals([hours], utc, at('2023-10-11T00:00:00Z'), DAY)).toThrow('not weekly hours');
  });
});

/** The slow way: is this shift on, by the local clock, at this minute? */
function peopleByClock(hours: readonly WeeklyHours[], zone: ZoneRule, instant: number): number {
  const { weekday, hour, minute } = civilOf(instant + offsetSeconds(zone, instant));
  const now = hour * 60 + minute;
  const yesterday = (weekday + 6) % 7;
  let people = 0;
  for (const { days, fromMinute, untilMinute, people: more } of hours) {
    const overnight = untilMinute <= fromMinute;
    if (days.includes(weekday) && now >= fromMinute && (overnight || now < untilMinute)) people += more;
    if (overnight && days.includes(yesterday) && now < untilMinute) people += more;
  }
  return people;
}

/** Shifts change outside the small hours, where clocks may show a time twice or never. */
const anyShift = fc.record({
  days: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }),
  fromMinute: fc.integer({ min: 4 * 60, max: 23 * 60 }),
  untilMinute: fc.integer({ min: 4 * 60, max: 23 * 60 }),
  people: fc.integer({ min: 0, max: 3 }),
});
const nearChanges = fc.constantFrom(
  '2024-03-08T11:00:00Z',
  '2024-03-29T07:13:00Z',
  '2024-04-05T00:00:00Z',
  '2024-10-04T05:30:00Z',
  '2024-10-25T00:00:00Z',
  '2024-11-01T23:59:00Z',
);

test('hours agree with a look at the local clock every seven minutes', () => {
  const zones = fc.constantFrom(...ianaZones.map(([, rule]) => rule));
  fc.assert(
    fc.property(fc.array(anyShift, { maxLength: 3 }), zones, nearChanges, (hours, zone, start) => {
      const open = openIntervals(hours, zone, at(start), 4 * DAY);
      for (let time = 0; time < 4 * DAY; time += 7 * MINUTE) {
        const found = open.find(({ from, until }) => from <= time && time < until)?.people ?? 0;
        expect(found).toBe(peopleByClock(hours, zone, at(start) + time));
      }
      for (const [i, { from, until }] of open.entries()) {
        expect(from).toBeLessThan(until);
        expect(from).toBeGreaterThanOrEqual(open[i - 1]?.until ?? 0);
      }
    }),
    { numRuns: 40 },
  );
});
