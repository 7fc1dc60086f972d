/** Times and durations as the room reads them: always Zulu, with the exercise day; durations in hours and minutes. */
import type { Instant } from '../core/kernel/calendar.ts';
import { civilOf, parseInstant } from '../core/kernel/calendar.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `1740Z`, or `D+1 0640Z` once the exercise is past its first day (UTC). `startsAt` is StartEx, `at` seconds since. */
export function zulu(startsAt: string, at: number): string {
  const start = parseInstant(startsAt);
  if (start === undefined) throw new Error(`Impossible: StartEx is not an instant: ${startsAt}`);
  const civil = civilOf((start + at) as Instant);
  const days = Math.floor((start + at) / 86_400) - Math.floor(start / 86_400);
  const time = `${two(civil.hour)}${two(civil.minute)}Z`;
  return days === 0 ? time : `D+${days} ${time}`;
}

/** `3 h 05 min`, `45 min`, `20 s`: rounded to the minute from one minute up. */
export function spoken(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${two(minutes % 60)} min`;
}

const DAY = 86_400;

/** How long a whole exercise lasts: `5 days` where it is so many whole days, two at least; else as `spoken`. */
export const lasting = (seconds: number): string =>
  seconds >= 2 * DAY && seconds % DAY === 0 ? `${seconds / DAY} days` : spoken(seconds);

/** A share in parts of a whole as a rounded percentage. */
export const percent = (part: number, whole: number): string =>
  whole === 0 ? '0 %' : `${Math.round((part / whole) * 100)} %`;
