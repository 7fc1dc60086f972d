/** When sensors have an object in view, whichever way it goes. */
import type { Access } from '../../core/model/scenario.ts';
import type { SenseTask } from '../../core/model/task.ts';

type Window = Access['windows'][number];

/** A stretch of time in view without a break. */
export interface View {
  readonly sensor: string;
  readonly from: number;
  readonly until: number;
}

/** Windows of one sensor that touch or overlap are one stretch. */
function joined(windows: readonly Window[]): View[] {
  const whole: View[] = [];
  for (const { sensor, from, until } of windows.toSorted((a, b) => a.from - b.from)) {
    const last = whole.findLast((view) => view.sensor === sensor);
    if (last === undefined || last.until < from) whole.push({ sensor, from, until });
    else whole[whole.indexOf(last)] = { ...last, until: Math.max(last.until, until) };
  }
  return whole;
}

/** Stretches in view for one of the task's sensors, on every trajectory that the windows know. */
export function viewsOf({ windows }: Access, task: Pick<SenseTask, 'object' | 'sensors'>): View[] {
  const own = windows.filter(({ sensor, object }) => object === task.object && task.sensors.includes(sensor));
  const trajectories = new Set([undefined, ...own.map(({ trajectory }) => trajectory)]);
  return [...trajectories].flatMap((flown) =>
    joined(own.filter(({ trajectory }) => trajectory === undefined || trajectory === flown)),
  );
}
