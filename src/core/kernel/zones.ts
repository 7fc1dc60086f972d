/**
 * Time zones as data: an offset and, where there is one, the yearly rule of daylight time.
 * Danger: a rule is the one in force; it knows nothing of a country's earlier or later rules.
 */
import { civilOf, daysFromCivil, daysInMonth, weekdayOfDays } from './civil.ts';
import { DAY, MINUTE } from './units.ts';

/** When clocks change, every year. */
export interface Changeover {
  /** 1 to 12. */
  readonly month: number;
  /** Which such weekday of the month. */
  readonly week: 1 | 2 | 3 | 4 | 'last';
  /** 0 is Monday. */
  readonly weekday: number;
  /** Minutes after midnight, by the clock that is about to change or by UTC. */
  readonly minuteOfDay: number;
  readonly reckonedIn: 'local' | 'utc';
}

export interface ZoneRule {
  /** Minutes east of UTC in standard time. */
  readonly standardMinutes: number;
  /** Daylight time: its whole offset, in minutes east of UTC (New York −240, not 60), and when it begins and ends. */
  readonly daylight?: { readonly minutes: number; readonly from: Changeover; readonly until: Changeover } | undefined;
}

/** Changes of more than two hours do not exist; the likely slip is the change written for the offset. */
function checkZone(zone: ZoneRule): void {
  if (zone.daylight === undefined) return;
  const change = Math.abs(zone.daylight.minutes - zone.standardMinutes);
  if (change < 1 || change > 120) {
    throw new RangeError(
      `daylight time is ${change} min from standard time: daylight.minutes is the whole offset east of UTC, not the change`,
    );
  }
}

/** The UTC second at which a changeover happens in a year; `minutesBefore` is the offset in force until then. */
function changeoverInstant(rule: Changeover, year: number, minutesBefore: number): number {
  const first = daysFromCivil(year, rule.month, 1);
  const length = daysInMonth(year, rule.month);
  let day = (rule.weekday - weekdayOfDays(first) + 7) % 7;
  if (rule.week === 'last') day += Math.floor((length - 1 - day) / 7) * 7;
  else day += (rule.week - 1) * 7;
  const minutes = rule.minuteOfDay - (rule.reckonedIn === 'utc' ? 0 : minutesBefore);
  return (first + day) * DAY + minutes * MINUTE;
}

/** When daylight time begins and ends in a year, in UTC seconds; the end is the earlier one in the south. */
function daylightIn(zone: ZoneRule, year: number): { readonly from: number; readonly until: number } | undefined {
  if (zone.daylight === undefined) return undefined;
  return {
    from: changeoverInstant(zone.daylight.from, year, zone.standardMinutes),
    until: changeoverInstant(zone.daylight.until, year, zone.daylight.minutes),
  };
}

/** Seconds east of UTC at an instant. Throws on a zone whose offsets cannot be meant. */
export function offsetSeconds(zone: ZoneRule, instant: number): number {
  checkZone(zone);
  const standard = zone.standardMinutes * MINUTE;
  const daylight = daylightIn(zone, civilOf(instant + standard).year);
  if (zone.daylight === undefined || daylight === undefined) return standard;
  const { from, until } = daylight;
  const holds = from < until ? instant >= from && instant < until : instant >= from || instant < until;
  return holds ? zone.daylight.minutes * MINUTE : standard;
}

/**
 * The instant at which local clocks show a wall time, `wall` being seconds since 1970-01-01T00:00 local.
 * A time shown twice is the first; a time skipped is the moment of the skip. So later wall times never come earlier.
 */
export function instantOfWall(zone: ZoneRule, wall: number): number {
  const standard = zone.standardMinutes * MINUTE;
  const daylight = (zone.daylight?.minutes ?? zone.standardMinutes) * MINUTE;
  const early = wall - Math.max(standard, daylight);
  const late = wall - Math.min(standard, daylight);
  if (early + offsetSeconds(zone, early) === wall) return early;
  if (late + offsetSeconds(zone, late) === wall) return late;
  const change = daylightIn(zone, civilOf(wall).year);
  if (change === undefined) return late;
  return change.from > early && change.from <= late ? change.from : change.until;
}
