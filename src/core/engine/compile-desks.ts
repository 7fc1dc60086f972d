/** Desks of a plan: weekly hours in local time laid out over the run, on call, and the work that is not the exercise's. */
import type { Changeover, WeeklyHours, ZoneRule } from '../kernel/calendar.ts';
import { openIntervals, parseInstant } from '../kernel/calendar.ts';
import type { DeskPlan } from '../kernel/desks.ts';
import { compareText } from '../kernel/ids.ts';
import { Memo } from '../kernel/memo.ts';
import type { SpreadTable } from '../kernel/spread.ts';
import type { Coalition, Organisation, Weekday } from '../model/coalition.ts';
import { urgencies } from '../model/urgency.ts';
import type { DrawNames } from './compile-draws.ts';
import type { Spreads } from './compile-spreads.ts';
import type { BackgroundPlan } from './plan.ts';

type Desk = Organisation['desks'][number];
type Zone = Coalition['zones'][number];

const weekdays: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const everyDay = [0, 1, 2, 3, 4, 5, 6];

/** `s4s/watch`: a desk by its organisation and role. */
export const deskName = (organisation: string, role: string): string => `${organisation}/${role}`;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(2));

function daysOf(days: Desk['hours'][number]['days']): readonly number[] {
  if (days === 'daily') return everyDay;
  if (days === 'mon-fri') return everyDay.slice(0, 5);
  return days.map((day) => weekdays.indexOf(day));
}

function changeoverOf(written: NonNullable<Zone['daylight']>['from']): Changeover {
  const { month, week, weekday, at, reckonedIn } = written;
  return { month, week, weekday: weekdays.indexOf(weekday), minuteOfDay: minutesOf(at), reckonedIn };
}

function zoneRule(zone: Zone): ZoneRule {
  const { standardMinutes, daylight } = zone;
  if (daylight === undefined) return { standardMinutes };
  return {
    standardMinutes,
    daylight: { minutes: daylight.minutes, from: changeoverOf(daylight.from), until: changeoverOf(daylight.until) },
  };
}

/** Of all plans compiled so far: few levers change hours. */
const staffings = new Memo<DeskPlan['staffing']>(1_000);

function deskPlan(desk: Desk, zone: ZoneRule, startsAt: string, lasts: number): DeskPlan {
  const start = parseInstant(startsAt);
  if (start === undefined) throw new Error(`Impossible: StartEx is not an instant: ${startsAt}`);
  const hours: WeeklyHours[] = desk.hours.map((shift) => ({
    days: daysOf(shift.days),
    fromMinute: minutesOf(shift.from),
    untilMinute: minutesOf(shift.until),
    people: shift.people,
  }));
  return {
    // The last second counts: whoever is on shift in it is still there.
    staffing: staffings.of(JSON.stringify([hours, zone, start, lasts]), () =>
      openIntervals(hours, zone, start, lasts + 1),
    ),
    atClose: desk.atClose,
    onCall: desk.onCall && { atLeast: urgencies.indexOf(desk.onCall.atLeast), callInSeconds: desk.onCall.callIn },
  };
}

export interface Desks {
  readonly names: readonly string[];
  readonly plans: readonly DeskPlan[];
  readonly background: readonly BackgroundPlan[];
}

/** What of the exercise the desks depend on. */
export interface Exercise {
  readonly startsAt: string;
  readonly lasts: number;
  readonly draws: DrawNames;
  readonly spreads: Spreads;
}

/** All desks of the coalition by name, whether the scenario uses them or not: background work keeps them busy alike. */
export function compileDesks(coalition: Coalition, exercise: Exercise): Desks {
  const { startsAt, lasts } = exercise;
  const found = coalition.organisations.flatMap((organisation) =>
    organisation.desks.map((desk) => ({ name: deskName(organisation.id, desk.role), organisation, desk })),
  );
  found.sort((a, b) => compareText(a.name, b.name));
  const plans = found.map(({ organisation, desk }) => {
    const zone = coalition.zones.find(({ id }) => id === organisation.zone);
    if (zone === undefined) throw new Error(`Impossible: ${organisation.id} has no zone ${organisation.zone}`);
    return deskPlan(desk, zoneRule(zone), startsAt, lasts);
  });
  const background = found.flatMap(({ name, desk }, index) =>
    desk.background.map((stream, ordinal) => backgroundPlan(stream, { desk: index, name, ordinal }, exercise)),
  );
  return { names: found.map(({ name }) => name), plans, background };
}

/** Arrivals never come closer together than this, whatever the file says: an interval of nothing would never end. */
const SHORTEST_INTERVAL = 60;

function backgroundPlan(
  stream: Desk['background'][number],
  place: { desk: number; name: string; ordinal: number },
  { lasts, draws, spreads }: Exercise,
): BackgroundPlan {
  const every = spreads.table(stream.every, SHORTEST_INTERVAL);
  const items = mostItems(every, stream.backlog, lasts);
  const names = Array.from({ length: (items >> 8) + 1 }, (_, chunk) =>
    draws.name(['background', place.name, String(place.ordinal), String(chunk)]),
  );
  return {
    desk: place.desk,
    urgency: urgencies.indexOf(stream.urgency),
    every,
    takes: spreads.table(stream.takes),
    backlog: stream.backlog,
    drawHi: Uint32Array.from(names, ({ hi }) => hi),
    drawLo: Uint32Array.from(names, ({ lo24 }) => lo24),
  };
}

/** The most items that a stream can bring in a run. */
const mostItems = (every: SpreadTable, backlog: number, lasts: number): number =>
  backlog + Math.ceil(lasts / (every[0] as number)) + 1;
