/**
 * The proleptic Gregorian calendar in integers.
 * Source of the day arithmetic: Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms" (public domain).
 */
import type { Brand } from './ids.ts';
import { DAY, HOUR, MINUTE } from './units.ts';

/** A moment in UTC: whole seconds since 1970-01-01T00:00:00Z, leap seconds not counted. */
export type Instant = Brand<number, 'Instant'>;

export interface Civil {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Monday. */
  readonly weekday: number;
}

/** Days from 1970-01-01 to a date; month 1 to 12. Negative before. A day past the month's end runs on into the next month. */
export function daysFromCivil(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Year, month and day of a count of days since 1970-01-01. */
function dateOfDays(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Day of the week, 0 is Monday, of a count of days since 1970-01-01 (a Thursday). */
export function weekdayOfDays(days: number): number {
  return (((days + 3) % 7) + 7) % 7;
}

/** Days in a month, leap years reckoned. */
export function daysInMonth(year: number, month: number): number {
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return next - daysFromCivil(year, month, 1);
}

/** The UTC date and time of day of an instant. For a local one, add the zone's offset first. */
export function civilOf(instant: number): Civil {
  const days = Math.floor(instant / DAY);
  const ofDay = instant - days * DAY;
  return {
    ...dateOfDays(days),
    hour: Math.floor(ofDay / HOUR),
    minute: Math.floor((ofDay % HOUR) / MINUTE),
    second: ofDay % MINUTE,
    weekday: weekdayOfDays(days),
  };
}

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})Z$/;

/** Reads exactly `2023-10-11T17:00:00Z`, years 0000 to 9999. Undefined when malformed or no such date or time exists. */
export function parseInstant(text: string): Instant | undefined {
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return (daysFromCivil(year, month, day) * DAY + hour * HOUR + minute * MINUTE + second) as Instant;
}

/** Writes `2023-10-11T17:00:00Z`. Throws outside the years 0000 to 9999 or on a fraction of a second. */
export function formatInstant(instant: number): string {
  const { year, month, day, hour, minute, second } = civilOf(instant);
  if (!Number.isSafeInteger(instant) || year < 0 || year > 9999)
    throw new RangeError(`${instant} has no four-digit year`);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}T${two(hour)}:${two(minute)}:${two(second)}Z`;
}
