import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instantOfWall, offsetSeconds } from '../../../src/core/kernel/calendar.ts';
import { at, ianaZones, london, newYork, paris, sydney, tokyo } from './world-zones.ts';

const hours = (n: number) => n * 3600;

describe('the offset from UTC', () => {
  test('in New York springs at 0700Z on 10 March 2024 and falls back at 0600Z on 3 November', () => {
    expect(offsetSeconds(newYork, at('2024-03-10T06:59:59Z'))).toBe(hours(-5));
    expect(offsetSeconds(newYork, at('2024-03-10T07:00:00Z'))).toBe(hours(-4));
    expect(offsetSeconds(newYork, at('2024-11-03T05:59:59Z'))).toBe(hours(-4));
    expect(offsetSeconds(newYork, at('2024-11-03T06:00:00Z'))).toBe(hours(-5));
  });

  test('in Sydney ends daylight time on 6 April 2024 at 1600Z and begins it on 5 October at 1600Z', () => {
    expect(offsetSeconds(sydney, at('2024-04-06T15:59:59Z'))).toBe(hours(11));
    expect(offsetSeconds(sydney, at('2024-04-06T16:00:00Z'))).toBe(hours(10));
    expect(offsetSeconds(sydney, at('2024-10-05T15:59:59Z'))).toBe(hours(10));
    expect(offsetSeconds(sydney, at('2024-10-05T16:00:00Z'))).toBe(hours(11));
    expect(offsetSeconds(sydney, at('2024-12-31T23:59:59Z'))).toBe(hours(11));
    expect(offsetSeconds(sydney, at('2025-01-01T00:00:00Z'))).toBe(hours(11));
  });

  test('in all of Europe changes at the same moment, 0100Z', () => {
    expect(offsetSeconds(paris, at('2024-03-31T00:59:59Z'))).toBe(hours(1));
    expect(offsetSeconds(london, at('2024-03-31T00:59:59Z'))).toBe(0);
    expect(offsetSeconds(paris, at('2024-03-31T01:00:00Z'))).toBe(hours(2));
    expect(offsetSeconds(london, at('2024-03-31T01:00:00Z'))).toBe(hours(1));
    expect(offsetSeconds(paris, at('2024-10-27T00:59:59Z'))).toBe(hours(2));
    expect(offsetSeconds(paris, at('2024-10-27T01:00:00Z'))).toBe(hours(1));
  });

  test('in Tokyo never changes', () => {
    expect(offsetSeconds(tokyo, at('2024-01-15T00:00:00Z'))).toBe(hours(9));
    expect(offsetSeconds(tokyo, at('2024-07-15T00:00:00Z'))).toBe(hours(9));
  });

  test.each(ianaZones)('in %s agrees with the time zone database from 2008 on', (name, zone) => {
    const clock = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' });
    const minutesShown = (instant: number) => {
      const part = clock.formatToParts(instant * 1000).find((one) => one.type === 'timeZoneName')?.value ?? '';
      const [, sign = '+', hour = '0', minute = '0'] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(part) ?? [];
      return (sign === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute)) + 0;
    };
    const moments = fc.integer({ min: at('2008-06-01T00:00:00Z'), max: at('2036-12-31T00:00:00Z') });
    fc.assert(
      fc.property(moments, (instant) => {
        expect(offsetSeconds(zone, instant)).toBe(minutesShown(instant) * 60);
      }),
    );
  });

  test('written as the change instead of the offset is refused', () => {
    const { from, until } = sydney.daylight ?? {};
    if (from === undefined || until === undefined) throw new Error('Sydney has daylight time');
    const slip = { standardMinutes: 600, daylight: { minutes: 60, from, until } };
    expect(() => offsetSeconds(slip, 0)).toThrow('daylight.minutes is the whole offset');
    const none = { standardMinutes: 60, daylight: { minutes: 60, from, until } };
    expect(() => offsetSeconds(none, 0)).toThrow(RangeError);
  });
});

describe('a wall time', () => {
  test('shown twice is the first of the two', () => {
    expect(instantOfWall(newYork, at('2024-11-03T01:30:00Z'))).toBe(at('2024-11-03T05:30:00Z'));
    expect(instantOfWall(sydney, at('2024-04-07T02:30:00Z'))).toBe(at('2024-04-06T15:30:00Z'));
  });

  test('skipped is the moment of the skip', () => {
    expect(instantOfWall(newYork, at('2024-03-10T02:00:00Z'))).toBe(at('2024-03-10T07:00:00Z'));
    expect(instantOfWall(newYork, at('2024-03-10T02:59:00Z'))).toBe(at('2024-03-10T07:00:00Z'));
    expect(instantOfWall(newYork, at('2024-03-10T03:00:00Z'))).toBe(at('2024-03-10T07:00:00Z'));
    expect(instantOfWall(sydney, at('2024-10-06T02:30:00Z'))).toBe(at('2024-10-05T16:00:00Z'));
    expect(instantOfWall(paris, at('2024-03-31T02:30:00Z'))).toBe(at('2024-03-31T01:00:00Z'));
  });

  test('is the same whether summer or, as in Ireland, winter is called the exception', () => {
    const { from, until } = london.daylight ?? {};
    if (from === undefined || until === undefined) throw new Error('London has daylight time');
    const dublin = { standardMinutes: 60, daylight: { minutes: 0, from: until, until: from } };
    const walls = fc.integer({ min: at('2024-03-30T00:00:00Z') / 900, max: at('2024-11-01T00:00:00Z') / 900 });
    fc.assert(
      fc.property(walls, (quarters) => {
        expect(instantOfWall(dublin, quarters * 900)).toBe(instantOfWall(london, quarters * 900));
      }),
    );
    for (const wall of ['2024-03-31T01:00:00Z', '2024-03-31T01:30:00Z', '2024-10-27T01:30:00Z']) {
      expect(instantOfWall(dublin, at(wall))).toBe(instantOfWall(london, at(wall)));
    }
  });

  test('that is later never comes earlier', () => {
    const walls = fc.integer({ min: at('2024-01-01T00:00:00Z'), max: at('2024-12-31T00:00:00Z') });
    const zone = fc.constantFrom(...ianaZones.map(([, rule]) => rule));
    fc.assert(
      fc.property(zone, walls, fc.integer({ min: 0, max: 7200 }), (rule, wall, later) => {
        expect(instantOfWall(rule, wall + later)).toBeGreaterThanOrEqual(instantOfWall(rule, wall));
      }),
    );
  });
});
