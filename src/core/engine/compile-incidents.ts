/** Incidents of a plan: when they begin, when they could first be seen, when their window closes and when they are past. */

import { compareText } from '../kernel/ids.ts';
import { thresholds } from '../kernel/spread.ts';
import type { Incident } from '../model/incident.ts';
import type { Definition } from '../model/scenario.ts';
import type { SenseTask, ShareTask, WorkTask } from '../model/task.ts';
import type { Gates } from './compile-gates.ts';
import { gateOfAny } from './compile-graph.ts';
import type { Parts } from './compile-parts.ts';
import { nationOf } from './compile-parts.ts';
import type { BranchPlan, ConsequencePlan, CustodyPlan, IncidentPlan, SensePlan } from './plan.ts';
import { OF_ATTRIBUTION, OF_AWARENESS, OF_CONSEQUENCE, OF_NATIONAL_DECISION, PACK } from './plan.ts';

type Branch = NonNullable<Incident['branches']>[number];

/** The branches of an incident; one without a name where the file gives none. */
function branchesOf(incident: Incident): readonly (Branch | null)[] {
  return incident.branches ?? [null];
}

interface View {
  readonly from: number;
  readonly until: number;
  readonly sensor: string;
}

/** When sensors have an object in view on a branch. */
function viewsOn(definition: Definition, task: Pick<SenseTask, 'object' | 'sensors'>, branch: Branch | null): View[] {
  const flown = branch?.trajectories?.[task.object];
  return definition.access.windows.filter(
    ({ sensor, object, trajectory }) =>
      object === task.object && task.sensors.includes(sensor) && (trajectory === undefined || trajectory === flown),
  );
}

/** Windows of a sense task's sensors on its object by branch, by beginning and then sensor. */
export function sensePlan(
  parts: Pick<Parts, 'definition' | 'sensors' | 'without'>,
  source: SenseTask,
  incident: Incident,
): SensePlan {
  const number = (sensor: string) => parts.sensors.index.get(sensor) as number;
  if (parts.without === 'sensing') {
    const always = source.sensors.flatMap((sensor) => [0, parts.definition.scenario.lasts + 1, number(sensor)]);
    return { windows: branchesOf(incident).map(() => Int32Array.from(always)), dwell: 0 };
  }
  const windows = branchesOf(incident).map((branch) => {
    const views = viewsOn(parts.definition, source, branch);
    views.sort((a, b) => a.from - b.from || number(a.sensor) - number(b.sensor));
    return Int32Array.from(joined(views).flatMap(({ from, until, sensor }) => [from, until, number(sensor)]));
  });
  return { windows, dwell: source.dwell.exactly };
}

/** Windows of one sensor (or nation) that touch or overlap are one stretch in view, without a break. Sorted in, sorted out. */
function joined(views: readonly View[]): View[] {
  const whole: View[] = [];
  for (const view of views) {
    const at = whole.findLastIndex(({ sensor }) => sensor === view.sensor);
    const before = whole[at];
    if (before === undefined || before.until < view.from) whole.push(view);
    else whole[at] = { ...before, until: Math.max(before.until, view.until) };
  }
  return whole;
}

const sensedIn = (incident: Incident): SenseTask[] =>
  incident.response.filter((task): task is SenseTask => task.task === 'sense');

/** The earliest moment from `begins` at which any sensor of any of its sense tasks has the object in view; its beginning if never. */
function firstObservable(definition: Definition, incident: Incident, branch: Branch | null): number {
  const moments = sensedIn(incident)
    .flatMap((task) => viewsOn(definition, task, branch))
    .filter(({ until }) => until > incident.begins)
    .map(({ from }) => Math.max(from, incident.begins));
  return moments.length === 0 ? incident.begins : Math.min(...moments);
}

function branchPlans(definition: Definition, incident: Incident): BranchPlan[] {
  return branchesOf(incident).map((branch) => ({
    id: branch?.id ?? '',
    hostile: branch?.hostile ?? false,
    closes: incident.begins + (branch?.closes ?? incident.window.closes),
    firstObservable: firstObservable(definition, incident, branch),
  }));
}

function consequencePlans(parts: Parts, gates: Gates, incident: Incident, number: number): ConsequencePlan[] {
  return (incident.consequences ?? []).map(({ from, until, perHour, branches }, place) => ({
    from: incident.begins + from,
    gate: gates.add(gateOfAny(until, parts.places), OF_CONSEQUENCE, number * PACK + place),
    perHour,
    branches: Uint8Array.from(branchesOf(incident), (branch) =>
      branches === undefined || branches.includes(branch?.id ?? '') ? 1 : 0,
    ),
  }));
}

/** Who sees the incident's objects by branch, and which handovers bring the lead nation other nations' tracks. */
function custodyPlan(parts: Parts, incident: Incident): CustodyPlan {
  const nations = new Map(parts.coalition.sensors.map(({ id, nation }) => [id, parts.nations.index.get(nation) ?? -1]));
  const sights = branchesOf(incident).map((branch) => {
    const views = sensedIn(incident).flatMap((task) => viewsOn(parts.definition, task, branch));
    const byNation = views.map((view) => ({ ...view, sensor: String(nations.get(view.sensor) ?? -1) }));
    byNation.sort((a, b) => a.from - b.from || compareText(a.sensor, b.sensor));
    return Int32Array.from(joined(byNation).flatMap(({ from, until, sensor }) => [from, until, Number(sensor)]));
  });
  const kinds = new Map(parts.definition.scenario.products.map(({ id, kind }) => [id, kind]));
  const lead = parts.nations.index.get(parts.coalition.lead);
  const feeds = incident.response
    .filter((task): task is ShareTask => task.task === 'share')
    .filter(({ product }) => ['detection', 'track', 'characterisation'].includes(kinds.get(product) ?? ''))
    .filter(({ from, to }) => nationOf(parts, to) === lead && nationOf(parts, from) !== lead)
    .map(({ id, from }) => ({ task: parts.index.get(id) as number, nation: nationOf(parts, from) }));
  return { sights, feeds };
}

function actorsOf(parts: Parts, { response }: Incident): number[] {
  const deeds = response.filter((task): task is WorkTask => task.task === 'act' || task.task === 'announce');
  return [...new Set(deeds.map(({ at }) => nationOf(parts, at)))].sort((a, b) => a - b);
}

const inOrder = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => compareText(a, b));

/** Numbers of an incident. Adds the gates that its measures wait at. */
export function incidentPlan(parts: Parts, gates: Gates, id: string): IncidentPlan {
  const source = parts.definition.scenario.incidents.find((one) => one.id === id);
  if (source === undefined) throw new Error(`Impossible: no incident ${id}`);
  const number = parts.incidents.index.get(id) as number;
  const draw = parts.work.draws.name([id, 'branch']);
  const gateFor = (any: readonly string[], kind: number, place: number) =>
    gates.add(gateOfAny(any, parts.places), kind, number * PACK + place);
  return {
    id,
    source,
    begins: source.begins,
    horizon: source.horizon,
    branches: branchPlans(parts.definition, source),
    branchBounds: thresholds(branchesOf(source).map((branch) => branch?.starts.perMille ?? 1000)),
    branchHi: draw.hi,
    branchLo: draw.lo24,
    goal: parts.index.get(source.goal) as number,
    tasks: source.response
      .map((task) => task.id)
      .sort(compareText)
      .map((task) => parts.index.get(task) as number),
    aware: inOrder(source.awareness).map(([nation, any], place) => ({
      nation,
      index: parts.nations.index.get(nation) ?? -1,
      gate: gateFor(any, OF_AWARENESS, place),
      late: source.expects?.[nation] ?? -1,
    })),
    decided: inOrder(source.decisions ?? {}).map(([nation, any], place) => ({
      nation,
      gate: gateFor(any, OF_NATIONAL_DECISION, place),
    })),
    actors: actorsOf(parts, source),
    attribution: source.attribution === undefined ? -1 : gateFor(source.attribution, OF_ATTRIBUTION, 0),
    consequences: consequencePlans(parts, gates, source, number),
    custody: custodyPlan(parts, source),
  };
}
