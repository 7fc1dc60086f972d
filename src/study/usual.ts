/** How usual an evening was: what became of each incident in many others under the same policy, every seat by the book. Counts, no inference. */
import type { Replications } from './replications.ts';
import { column } from './replications.ts';

export interface Usual {
  readonly incident: string;
  readonly evenings: number;
  readonly windowsMet: number;
  readonly done: number;
  /** Seconds from first observable that half the evenings did not exceed; null when fewer than half were done at all. */
  readonly median: number | null;
  /** Evenings that took longer than the one asked about, or were not done when it was. */
  readonly slower: number;
}

/** What is compared: one evening's outcome of an incident. */
export interface Evening {
  readonly incident: string;
  readonly elapsedSeconds: number;
  readonly done: boolean;
}

/** Rows of other evenings beside this one, per incident. */
export function howUsual(others: Replications, evening: readonly Evening[]): Usual[] {
  return evening.map(({ incident, elapsedSeconds, done }) => {
    const times = column(others, `restricted.${incident}`);
    const wereDone = column(others, `done.${incident}`);
    const met = column(others, `window.${incident}`);
    const count = (is: (at: number) => boolean) => times.reduce((sum, _, at) => sum + (is(at) ? 1 : 0), 0);
    const isDone = (at: number) => wereDone[at] === 1;
    const finished = times.filter((_, at) => isDone(at)).sort();
    return {
      incident,
      evenings: times.length,
      windowsMet: count((at) => met[at] === 1),
      done: finished.length,
      median: finished.length * 2 < times.length ? null : (finished[Math.ceil(times.length / 2) - 1] as number),
      slower: done ? count((at) => !isDone(at) || (times[at] as number) > elapsedSeconds) : 0,
    };
  });
}
