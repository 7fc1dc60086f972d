/** Incidents of a plan: when they begin, when they could first be seen, when their window closes and when they are past. */
import { compareText } from '../kernel/ids.ts';
import type { Definition, Incident, SenseTask } from '../model/scenario.ts';
import type { Parts } from './compile-parts.ts';
import type { IncidentPlan, SensePlan } from './plan.ts';

/** Windows of a sense task's sensors on its object, by beginning and then sensor. */
export function sensePlan(parts: Pick<Parts, 'definition' | 'sensors'>, source: SenseTask): SensePlan {
  const windows = parts.definition.access.windows
    .filter(({ sensor, object }) => object === source.object && source.sensors.includes(sensor))
    .map(({ sensor, from, until }) => ({ from, until, sensor: parts.sensors.index.get(sensor) as number }));
  windows.sort((a, b) => a.from - b.from || a.sensor - b.sensor);
  return {
    windows: Int32Array.from(joined(windows).flatMap(({ from, until, sensor }) => [from, until, sensor])),
    dwell: source.dwell.exactly,
  };
}

interface View {
  readonly from: number;
  readonly until: number;
  readonly sensor: number;
}

/** Windows of one sensor that touch or overlap are one stretch in view, without a break. Sorted in, sorted out. */
function joined(windows: readonly View[]): View[] {
  const whole: View[] = [];
  for (const window of windows) {
    const at = whole.findLastIndex(({ sensor }) => sensor === window.sensor);
    const before = whole[at];
    if (before === undefined || before.until < window.from) whole.push(window);
    else whole[at] = { ...before, until: Math.max(before.until, window.until) };
  }
  return whole;
}

/** The earliest moment from `begins` at which any sensor of any of its sense tasks has the object in view; undefined if never. */
function firstObservable(definition: Definition, incident: Incident): number | undefined {
  const sensed = incident.response.filter((task): task is SenseTask => task.task === 'sense');
  const moments = definition.access.windows
    .filter(({ sensor, object }) => sensed.some((task) => task.object === object && task.sensors.includes(sensor)))
    .filter(({ until }) => until > incident.begins)
    .map(({ from }) => Math.max(from, incident.begins));
  return moments.length === 0 ? undefined : Math.min(...moments);
}

export function incidentPlan(parts: Parts, source: Incident, aware: IncidentPlan['aware']): IncidentPlan {
  const seen = firstObservable(parts.definition, source);
  const observable = seen ?? source.begins;
  const tasks = source.response.map(({ id }) => id).sort(compareText);
  return {
    id: source.id,
    source,
    begins: source.begins,
    closes: source.begins + source.window.closes,
    firstObservable: observable,
    everObservable: seen !== undefined,
    overtakenAt: observable + source.horizon,
    goal: parts.index.get(source.goal) as number,
    tasks: tasks.map((id) => parts.index.get(id) as number),
    aware,
  };
}
