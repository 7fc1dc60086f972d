/** Moments as people type them: `3h20m` after StartEx, `2010Z`, `D+1 0110Z`. */
import { parseInstant } from '../core/kernel/calendar.ts';
import { DAY, HOUR, MINUTE, parseDuration } from '../core/kernel/units.ts';

const CLOCK = /^(?:d\+(\d{1,3})\s*)?([01]\d|2[0-3])([0-5]\d)z$/i;

/** Seconds since StartEx; a time without its day is the first after StartEx. Undefined when it is no moment, or before StartEx. */
export function parseMoment(startsAt: string, text: string): number | undefined {
  const span = parseDuration(text.trim());
  if (span !== undefined) return span;
  const match = CLOCK.exec(text.trim());
  const start = parseInstant(startsAt);
  if (match === null || start === undefined) return undefined;
  const [, day, hours, minutes] = match;
  const midnight = Math.floor(start / DAY) * DAY;
  const ofDay = Number(hours) * HOUR + Number(minutes) * MINUTE;
  const at = midnight + Number(day ?? 0) * DAY + ofDay - start;
  if (at >= 0) return at;
  return day === undefined ? at + DAY : undefined;
}
