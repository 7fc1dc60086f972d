/** What the independent walker collects: spans of time with their causes, and how they add up. */
import type { TrustRules } from '../../src/core/model/coalition.ts';
import type { Cause } from '../../src/core/model/facts.ts';
import type { Need } from '../../src/core/model/need.ts';

/** A moment: the place of a fact in the log, so that what happened in one second still has an order. */
export type Moment = number;
interface Span {
  readonly cause: Cause;
  readonly since: number;
  readonly until: number;
  /** Where trust may have stretched it: how its time was spent, and by how much in a thousand. */
  readonly spent?: {
    readonly working: number;
    readonly waiting: number;
    readonly closed: number;
    readonly stretch: number;
  };
}
export type Trail = Span[];

export const literalsOf = (need: Need): readonly string[] =>
  typeof need === 'string' ? [need] : 'any' in need ? need.any : need.of;
export const countOf = (need: Need): number => (typeof need !== 'string' && 'atLeast' in need ? need.atLeast : 1);

const inside = ({ since, until }: Span, from: number, to: number): number =>
  Math.max(0, Math.min(until, to) - Math.max(since, from));

/** Spans never overlap; what they leave open between `from` and `until` went by before anything began: seeing and understanding. */
export function sum(trail: Trail, from: number, until: number): Partial<Record<Cause, number>> {
  const charges: Partial<Record<Cause, number>> = {};
  const add = (cause: Cause, seconds: number) => {
    if (seconds > 0) charges[cause] = (charges[cause] ?? 0) + seconds;
  };
  let covered = 0;
  for (const span of trail) {
    const seconds = inside(span, from, until);
    covered += seconds;
    add(span.cause, seconds);
  }
  add('sensing', until - from - covered);
  return charges;
}

/** R110, R113: parts of a thousand at this trust; none given, or just at the point where it plays no part, 1000. */
export function stretchBy({ atNone, atFull }: TrustRules['stretch'], trust: number | undefined): number {
  const neutral = atNone === atFull ? 500 : Math.floor(((atNone - 1000) * 1000) / (atNone - atFull));
  if (trust === undefined || trust === neutral) return 1000;
  return atNone - Math.ceil(((atNone - atFull) * trust) / 1000);
}

/** The time the same work takes at 1000, to the second, when at `stretch` it took so long. */
function unstretched(working: number, stretch: number): number {
  let seconds = Math.floor((working * 1000) / stretch);
  while (Math.floor((seconds * stretch) / 1000) < working) seconds++;
  return seconds;
}

/** R78. What lies before `from` is first what was closed, then what was waited for. */
export function sumTrust(trail: Trail, from: number, until: number): number {
  let seconds = 0;
  for (const span of trail) {
    if (span.spent === undefined || inside(span, from, until) === 0) continue;
    const { working, waiting, closed, stretch } = span.spent;
    const cut = Math.max(0, Math.max(0, from - span.since) - closed - waiting);
    seconds += working - cut - unstretched(working - cut, stretch);
  }
  return seconds;
}
