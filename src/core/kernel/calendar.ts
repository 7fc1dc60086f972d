/** The one door to dates, time zones and weekly hours. No Date, no Intl: the same answer on every machine. */
export type { Civil, Instant } from './civil.ts';
export { civilOf, daysFromCivil, formatInstant, parseInstant } from './civil.ts';
export type { Staffing, WeeklyHours } from './hours.ts';
export { openIntervals } from './hours.ts';
export type { Changeover, ZoneRule } from './zones.ts';
export { instantOfWall, offsetSeconds } from './zones.ts';
