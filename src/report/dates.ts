/** StartEx as words write it. */
import { civilOf, parseInstant } from '../core/kernel/calendar.ts';
import { zulu } from '../words/formats.ts';
import { sayNamed } from '../words/index.ts';

/** `weekday`, `day`, `month`, `year` and `at` of an instant. */
export function dateArgs(
  startsAt: string,
): Readonly<Record<'weekday' | 'day' | 'month' | 'year' | 'at', string | number>> {
  const instant = parseInstant(startsAt);
  if (instant === undefined) throw new Error(`Impossible: StartEx is not an instant: ${startsAt}`);
  const { weekday, day, month, year } = civilOf(instant);
  return {
    weekday: sayNamed(`dayName.${weekday}`),
    day,
    month: sayNamed(`month.${month}`),
    year,
    at: zulu(startsAt, 0),
  };
}
