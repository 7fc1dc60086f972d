/** When sensors had objects in view, as the incidents went: on another branch an object flies otherwise. */
import { NEVER } from '../kernel/units.ts';
import type { Access, Scenario } from './scenario.ts';

/** From then on an incident is on this branch. */
export interface Turn {
  readonly at: number;
  readonly branch: string;
}

type Window = Access['windows'][number];
type Span = readonly [from: number, until: number];

export interface Flown {
  readonly access: Access;
  readonly incidents: Scenario['incidents'];
  /** The turns that an incident has taken so far, the first first. */
  readonly turnsOf: (incident: string) => readonly Turn[];
}

/** Windows cut to the times at which their objects flew so. What has been seen stays seen, whichever way an incident turns later. */
export function windowsAsFlown(flown: Flown): Access['windows'] {
  return flown.access.windows.flatMap((window) => {
    if (window.trajectory === undefined) return [window];
    return flownSpans(flown, window)
      .map(([from, until]) => ({ ...window, from: Math.max(window.from, from), until: Math.min(window.until, until) }))
      .filter(({ from, until }) => from < until);
  });
}

/** From when to when any incident was on a branch on which the object flies so. */
function flownSpans({ incidents, turnsOf }: Flown, { object, trajectory }: Window): readonly Span[] {
  const spans = incidents.flatMap(({ id, branches = [] }) => {
    const isFlownOn = (branch: string) =>
      branches.some((one) => one.id === branch && one.trajectories?.[object] === trajectory);
    const turns = turnsOf(id);
    return turns.flatMap(({ at, branch }, i): Span[] => (isFlownOn(branch) ? [[at, turns[i + 1]?.at ?? NEVER]] : []));
  });
  return joined(spans.sort((a, b) => a[0] - b[0]));
}

function joined(spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const [from, until] of spans) {
    const before = whole.at(-1);
    if (before === undefined || before[1] < from) whole.push([from, until]);
    else whole[whole.length - 1] = [before[0], Math.max(before[1], until)];
  }
  return whole;
}
