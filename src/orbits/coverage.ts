/** Who sees what how often, and who never: an access file as a table. */
import { compareText } from '../core/kernel/ids.ts';
import type { AccessWindow } from './access-windows.ts';
import type { OrbitInputs } from './read-orbits.ts';
import type { Span } from './spans.ts';
import { joined } from './spans.ts';

export interface Watch {
  readonly sensor: string;
  readonly windows: number;
  /** Seconds in view. */
  readonly seen: number;
  /** The longest time out of view within the exercise, its beginning and end included, in seconds. */
  readonly gap: number;
}

/** One object on one trajectory. */
export interface Coverage {
  readonly object: string;
  /** Absent where the object has but one. */
  readonly trajectory?: string;
  readonly watches: readonly Watch[];
  /** What all of them together have. */
  readonly together: Omit<Watch, 'sensor'>;
  /** Sensors that look at it and never see it. */
  readonly blind: readonly string[];
}

function longestGap(spans: readonly Span[], lasts: number): number {
  let [gap, end] = [0, 0];
  for (const { from, until } of spans) {
    gap = Math.max(gap, from - end);
    end = Math.max(end, until);
  }
  return Math.max(gap, lasts - end);
}

const names = (list: readonly string[]): string[] => [...new Set(list)].sort(compareText);

/** Spans that overlap or touch count as one. */
function watched(windows: readonly AccessWindow[], lasts: number): Omit<Watch, 'sensor'> {
  const spans = joined(windows);
  const seen = spans.reduce((sum, { from, until }) => sum + until - from, 0);
  return { windows: spans.length, seen, gap: longestGap(spans, lasts) };
}

function watchesIn(windows: readonly AccessWindow[], lasts: number): Watch[] {
  return names(windows.map(({ sensor }) => sensor)).map((sensor) => {
    const own = windows.filter((window) => window.sensor === sensor);
    return { sensor, ...watched(own, lasts) };
  });
}

/** By object in the order of names, and by trajectory in the order of the file. */
export function coverageOf(windows: readonly AccessWindow[], { orbits, lasts }: OrbitInputs): Coverage[] {
  const all = names([...orbits.objects.map(({ id }) => id), ...windows.map(({ object }) => object)]);
  const withLimits = orbits.limits.flatMap(({ sensors }) => sensors);
  return all.flatMap((object) => {
    const flying = orbits.objects.find(({ id }) => id === object);
    const ways = flying === undefined || flying.trajectories.length < 2 ? [undefined] : flying.trajectories;
    const looking = flying === undefined ? [] : (flying.sensors ?? withLimits);
    return ways.map((way) => {
      const flown = windows.filter(
        (window) => window.object === object && [undefined, way?.id].includes(window.trajectory),
      );
      const watches = watchesIn(flown, lasts);
      const blind = names(looking).filter((id) => watches.every(({ sensor }) => sensor !== id));
      return {
        object,
        ...(way === undefined ? {} : { trajectory: way.id }),
        watches,
        together: watched(flown, lasts),
        blind,
      };
    });
  });
}
