/** Time zones as rules in force since 2008, for tests. Source: the IANA time zone database, as civil practice. */
import type { Changeover, Instant, ZoneRule } from '../../../src/core/kernel/calendar.ts';
import { parseInstant } from '../../../src/core/kernel/calendar.ts';

const SUNDAY = 6;
const march: Changeover = { month: 3, week: 2, weekday: SUNDAY, minuteOfDay: 120, reckonedIn: 'local' };
const november: Changeover = { month: 11, week: 1, weekday: SUNDAY, minuteOfDay: 120, reckonedIn: 'local' };
const europeSpring: Changeover = { month: 3, week: 'last', weekday: SUNDAY, minuteOfDay: 60, reckonedIn: 'utc' };
const europeAutumn: Changeover = { month: 10, week: 'last', weekday: SUNDAY, minuteOfDay: 60, reckonedIn: 'utc' };
const sydneySpring: Changeover = { month: 10, week: 1, weekday: SUNDAY, minuteOfDay: 120, reckonedIn: 'local' };
const sydneyAutumn: Changeover = { month: 4, week: 1, weekday: SUNDAY, minuteOfDay: 180, reckonedIn: 'local' };

export const newYork: ZoneRule = {
  standardMinutes: -300,
  daylight: { minutes: -240, from: march, until: november },
};
export const denver: ZoneRule = {
  standardMinutes: -420,
  daylight: { minutes: -360, from: march, until: november },
};
export const paris: ZoneRule = {
  standardMinutes: 60,
  daylight: { minutes: 120, from: europeSpring, until: europeAutumn },
};
export const london: ZoneRule = {
  standardMinutes: 0,
  daylight: { minutes: 60, from: europeSpring, until: europeAutumn },
};
export const sydney: ZoneRule = {
  standardMinutes: 600,
  daylight: { minutes: 660, from: sydneySpring, until: sydneyAutumn },
};
export const tokyo: ZoneRule = { standardMinutes: 540 };
export const utc: ZoneRule = { standardMinutes: 0 };

export const ianaZones = [
  ['America/New_York', newYork],
  ['America/Denver', denver],
  ['Europe/Paris', paris],
  ['Europe/London', london],
  ['Australia/Sydney', sydney],
  ['Asia/Tokyo', tokyo],
] as const;

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`no instant: ${text}`);
  return instant;
}
