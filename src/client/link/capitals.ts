/** The hour in each capital when an exercise begins: why a Friday evening matters. */
import type { Changeover, ZoneRule } from '../../core/kernel/calendar.ts';
import { civilOf, offsetSeconds, parseInstant } from '../../core/kernel/calendar.ts';
import { castOf } from '../../core/model/cast.ts';
import type { Definition } from '../../core/model/scenario.ts';
import { say } from '../../words/index.ts';
import type { CapitalClock } from './cards.ts';

type Zone = Definition['coalition']['zones'][number];
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(2));

function changeover({ month, week, weekday, at, reckonedIn }: NonNullable<Zone['daylight']>['from']): Changeover {
  return { month, week, weekday: weekdays.indexOf(weekday), minuteOfDay: minutesOf(at), reckonedIn };
}

function ruleOf({ standardMinutes, daylight }: Zone): ZoneRule {
  if (daylight === undefined) return { standardMinutes };
  return {
    standardMinutes,
    daylight: { minutes: daylight.minutes, from: changeover(daylight.from), until: changeover(daylight.until) },
  };
}

const OPENS = 8;
const SHUTS = 17;

function wallClock(wall: number): Omit<CapitalClock, 'nation'> {
  const { hour, minute } = civilOf(wall);
  // 1970 began on a Thursday.
  const day = (Math.floor(wall / 86_400) + 3) % 7;
  return {
    weekday: say(`weekday.${weekdays[day] as (typeof weekdays)[number]}`),
    time: `${String(hour).padStart(2, '0')}${String(minute).padStart(2, '0')}`,
    atWork: day < 5 && hour >= OPENS && hour < SHUTS,
  };
}

/** One clock for each nation that has a part and is no adversary, where the authority over its exceptions sits. */
export function capitalClocks({ scenario, coalition }: Definition): readonly CapitalClock[] {
  const start = parseInstant(scenario.startsAt) ?? 0;
  const cast = castOf(scenario).organisations;
  const playing = new Set(coalition.organisations.filter(({ id }) => cast.has(id)).map(({ nation }) => nation));
  return coalition.nations.flatMap((nation) => {
    if (nation.adversary === true || !playing.has(nation.id)) return [];
    const capital = coalition.organisations.find(({ id }) => id === nation.exceptionsAt);
    const zone = coalition.zones.find(({ id }) => id === capital?.zone);
    if (zone === undefined) return [];
    return [{ nation: nation.id, ...wallClock(start + offsetSeconds(ruleOf(zone), start)) }];
  });
}
