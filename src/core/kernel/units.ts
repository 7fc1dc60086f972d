/** Whole seconds, how files write them, and parts of a thousand. */
import type { Brand } from './ids.ts';

/** A span of time in whole seconds; negative only as a difference. */
export type Seconds = Brand<number, 'Seconds'>;

export const MINUTE = 60;
export const HOUR = 3_600;
export const DAY = 86_400;
export const WEEK = 604_800;

/** What a share is counted in: 1000 is certain. */
export const PER_MILLE = 1000;

/** The time of what will not happen: the greatest int32, later than every time in a run. */
export const NEVER = 2 ** 31 - 1;

/**
 * The longest span, and the latest time in a run, that the kernel accepts: about 31 years, in seconds.
 * Two of them still add up below NEVER.
 */
export const LONGEST = 1_000_000_000;

/** Marks a number as seconds. Throws unless it is a whole number. */
export function seconds(n: number): Seconds {
  if (!Number.isSafeInteger(n)) throw new RangeError(`${n} is not a whole number of seconds`);
  return n as Seconds;
}

const DURATION = /^(?:(\d+)w)?(?:(\d+)d)?(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/;
const PARTS = [WEEK, DAY, HOUR, MINUTE, 1];

/**
 * Reads `45s`, `15m`, `1h30m`, `2d`: whole numbers, largest unit first (w d h m s), each at most once, no spaces.
 * Undefined when malformed or longer than LONGEST.
 */
export function parseDuration(text: string): Seconds | undefined {
  const match = DURATION.exec(text);
  if (match === null || text === '') return undefined;
  let total = 0;
  for (const [i, size] of PARTS.entries()) total += Number(match[i + 1] ?? 0) * size;
  return total <= LONGEST ? seconds(total) : undefined;
}

/**
 * Writes seconds as `1h30m`, in days, hours, minutes and seconds; `0m` for none.
 * `parseDuration` reads it back. Throws on a negative or fractional number.
 */
export function formatDuration(duration: number): string {
  if (!Number.isSafeInteger(duration) || duration < 0)
    throw new RangeError(`${duration} is not a length of time in seconds`);
  let rest = duration;
  let text = '';
  for (const [unit, size] of [
    ['d', DAY],
    ['h', HOUR],
    ['m', MINUTE],
    ['s', 1],
  ] as const) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0m' : text;
}
