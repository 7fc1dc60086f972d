/** Weekly hours by a local clock, laid out over a run as intervals with people in them. */
import type { Instant } from './civil.ts';
import { weekdayOfDays } from './civil.ts';
import { DAY, MINUTE } from './units.ts';
import type { ZoneRule } from './zones.ts';
import { instantOfWall, offsetSeconds } from './zones.ts';

/** A shift that comes back every week, by the local clock. */
export interface WeeklyHours {
  /** On which days it begins; 0 is Monday. */
  readonly days: readonly number[];
  /** Minutes after local midnight, 0 to 1439. */
  readonly fromMinute: number;
  /** 0 to 1440. Earlier than `fromMinute` means past midnight; equal means round the clock. */
  readonly untilMinute: number;
  readonly people: number;
}

/** Somebody on shift: half-open [from, until), seconds since the run's start, people > 0. */
export interface Staffing {
  readonly from: number;
  readonly until: number;
  readonly people: number;
}

interface Edge {
  readonly at: number;
  readonly change: number;
}

function isWhole(n: number, least: number, most: number): boolean {
  return Number.isInteger(n) && n >= least && n <= most;
}

function checkShift(shift: WeeklyHours): void {
  const sound =
    shift.days.every((day) => isWhole(day, 0, 6)) &&
    isWhole(shift.fromMinute, 0, 1439) &&
    isWhole(shift.untilMinute, 0, 1440) &&
    isWhole(shift.people, 0, 1_000_000);
  if (!sound)
    throw new RangeError(`not weekly hours: ${shift.days} ${shift.fromMinute}–${shift.untilMinute} × ${shift.people}`);
}

/** Adds up people between edges and joins neighbours with equally many. */
function sweep(edges: readonly Edge[]): Staffing[] {
  const intervals: { from: number; until: number; people: number }[] = [];
  let people = 0;
  let since = 0;
  for (const { at, change } of edges.toSorted((a, b) => a.at - b.at)) {
    const last = intervals.at(-1);
    if (at > since && people > 0) {
      if (last !== undefined && last.until === since && last.people === people) last.until = at;
      else intervals.push({ from: since, until: at, people });
    }
    people += change;
    since = at;
  }
  return intervals;
}

/**
 * When people are on shift, in seconds since `start`: sorted, disjoint, clipped to [0, horizonSeconds), overlapping hours
 * added up. Shifts keep to the local clock, so on the nights clocks change they are an hour shorter or longer.
 * Throws on malformed hours.
 */
export function openIntervals(
  hours: readonly WeeklyHours[],
  zone: ZoneRule,
  start: Instant,
  horizonSeconds: number,
): Staffing[] {
  const end = start + horizonSeconds;
  const firstDay = Math.floor((start + offsetSeconds(zone, start)) / DAY) - 2;
  const lastDay = Math.floor((end + offsetSeconds(zone, end)) / DAY) + 1;
  const edges: Edge[] = [];
  for (const shift of hours) {
    checkShift(shift);
    const untilMinute = shift.untilMinute > shift.fromMinute ? shift.untilMinute : shift.untilMinute + 1440;
    for (let day = firstDay; day <= lastDay; day++) {
      if (!shift.days.includes(weekdayOfDays(day))) continue;
      const from = Math.max(0, instantOfWall(zone, day * DAY + shift.fromMinute * MINUTE) - start);
      const until = Math.min(horizonSeconds, instantOfWall(zone, day * DAY + untilMinute * MINUTE) - start);
      if (from < until) edges.push({ at: from, change: shift.people }, { at: until, change: -shift.people });
    }
  }
  return sweep(edges);
}
