/** Tasks of a plan: each kind with what the engine needs of it, as numbers. */
import { thresholds } from '../kernel/spread.ts';
import type { Organisation } from '../model/coalition.ts';
import { causes } from '../model/facts.ts';
import type { Incident } from '../model/incident.ts';
import type { SourcedSpread } from '../model/quantities.ts';
import { defaultRole } from '../model/reach-back.ts';
import type { Inject } from '../model/scenario.ts';
import type { ConsentTask, Task, WorkTask } from '../model/task.ts';
import { urgencies } from '../model/urgency.ts';
import { decidePlan } from './compile-decisions.ts';
import type { LiteralPlace } from './compile-graph.ts';
import { literalsOf } from './compile-graph.ts';
import { alignPlan, consentPlan, sharePlan } from './compile-handovers.ts';
import { sensePlan } from './compile-incidents.ts';
import { remembered } from './compile-memory.ts';
import type { Graph, Parts } from './compile-parts.ts';
import { isInForce, nationOf } from './compile-parts.ts';
import { deskFor } from './compile-work.ts';
import type { FindsPlan, TaskPlan, WorkPlan } from './plan.ts';
import { ALIGN, CONSENT, DECIDE, INJECT, PACK, SENSE, SHARE, WORK, WORKS } from './plan.ts';

const workCauses = {
  assess: 'sensing',
  consent: 'national-decision',
  coordinate: 'coordination',
  act: 'execution',
  announce: 'execution',
} as const;

type Timed = WorkTask | (ConsentTask & { readonly takes: SourcedSpread });

const isTimed = (source: Task): source is Timed => 'takes' in source && source.takes !== undefined;

function bareTask(parts: Parts, index: number): TaskPlan {
  const { source, incident } = parts.tasks[index] as Parts['tasks'][number];
  const place = parts.places.get(source.id) as LiteralPlace;
  const run = parts.processes.get(source.id);
  const milestone = 'milestone' in source ? source.milestone : undefined;
  const gives = 'gives' in source ? source.gives : undefined;
  // What a run reads of every task stands first, in one stretch of memory.
  return {
    kind: INJECT,
    incident: incident === null ? -1 : (parts.incidents.index.get(incident.id) as number),
    literal: place.literal,
    sense: null,
    decide: null,
    finds: null,
    gives: gives === undefined ? -1 : (parts.products.index.get(gives) as number),
    goods: place.goods,
    deedOf: -1,
    milestone: milestone === undefined ? -1 : parts.response.events.indexOf(milestone.toUpperCase()),
    organisation: -1,
    share: null,
    process: run?.first ?? -1,
    processes: run?.count ?? 0,
    outcomes: place.outcomes,
    align: null,
    unless: [],
    press: [],
    presumes: -1,
    announces: false,
    barred: 'under' in source && !isInForce(parts, source.under),
    source,
    id: source.id,
  };
}

/** Numbers of a task. Fills in the rows of its own work, or of the processes that it runs. */
export function taskPlan(parts: Parts, index: number, graph: Graph): TaskPlan {
  const { source, incident } = parts.tasks[index] as Parts['tasks'][number];
  // Assigned, not spread: so all tasks have one hidden class, and a run reads them several times as fast.
  const make = () => Object.assign(bareTask(parts, index), kindOfTask(parts, index, graph));
  if (parts.processes.has(source.id)) return make();
  if (incident !== null && 'task' in source && isTimed(source))
    parts.rows[parts.processCount * WORKS + index] = workPlan(parts, source, incident);
  return remembered(source, ['task', graph, parts.without], make);
}

/** What a task has by its kind. */
function kindOfTask(parts: Parts, index: number, graph: Graph): Partial<TaskPlan> {
  const { source, incident } = parts.tasks[index] as Parts['tasks'][number];
  if (incident === null || !('task' in source)) return injectPlan(parts, source as Inject, graph);
  if (isTimed(source)) return { kind: WORK, ...timedPlan(parts, source, incident) };
  switch (source.task) {
    case 'sense':
      return { kind: SENSE, sense: sensePlan(parts, source, incident) };
    case 'share':
      return { kind: SHARE, ...sharePlan(parts, source, incident) };
    case 'consent':
      return { kind: CONSENT, ...consentPlan(parts, source, incident) };
    case 'align':
      return { kind: ALIGN, ...alignPlan(parts, source, incident) };
    case 'decide':
      return { kind: DECIDE, decide: decidePlan(parts, source, { ...graph, index }) };
  }
}

/** Nations of the seats that read it in the press before they were told, as awareness gates of its incident. */
function injectPlan(parts: Parts, source: Inject, { incidents }: Graph): Pick<TaskPlan, 'unless' | 'press'> {
  const unless = (source.unless ?? []).flatMap((literal) => literalsOf(literal, parts.places));
  const about = source.method === 'press' ? incidents.find(({ id }) => id === source.incident) : undefined;
  const seats = parts.definition.scenario.seats.filter(({ id }) => source.to.includes(id));
  const nations = new Set(seats.map(({ nation }) => nation));
  const incident = parts.incidents.index.get(source.incident ?? '') ?? -1;
  const press = (about?.aware ?? []).flatMap(({ nation }, place) =>
    nations.has(nation) ? [incident * PACK + place] : [],
  );
  return { unless, press };
}

type TimedPlan = Pick<TaskPlan, 'organisation' | 'finds' | 'deedOf' | 'presumes' | 'announces'>;

function timedPlan(parts: Parts, source: Timed, incident: Incident): TimedPlan {
  const isDeed = source.task === 'act' || source.task === 'announce';
  const presumes = source.task === 'consent' ? undefined : source.presumes;
  return {
    organisation: parts.organisations.index.get(source.at) as number,
    finds: source.task === 'consent' ? null : findsPlan(parts, source, incident),
    deedOf: isDeed ? nationOf(parts, source.at) : -1,
    presumes: presumes === undefined ? -1 : presumes === 'hostile' ? 1 : 0,
    announces: source.task === 'announce',
  };
}

function workPlan(parts: Parts, source: Timed, incident: Incident): WorkPlan {
  const role = source.desk ?? defaultRole[source.task];
  const isGone = parts.without === workCauses[source.task];
  const organisation = parts.coalition.organisations.find(({ id }) => id === source.at) as Organisation;
  const desk = role === 'none' || isGone ? -1 : deskFor(parts.work, organisation, role);
  return remembered(source, ['work', isGone, desk], () => ownWork(parts, source, { incident, isGone, desk }));
}

function ownWork(
  parts: Parts,
  source: Timed,
  { incident, isGone, desk }: { incident: Incident; isGone: boolean; desk: number },
): WorkPlan {
  const gives = 'gives' in source ? (source.gives ?? '') : '';
  const draw = parts.work.draws.name([incident.id, source.id, source.at, '', gives, 'takes']);
  return {
    name: source.task,
    desk,
    urgency: urgencies.indexOf(source.urgency),
    spread: parts.work.spreads.table(isGone ? { exactly: 0 } : source.takes),
    cause: causes.indexOf(workCauses[source.task]),
    drawHi: draw.hi,
    drawLo: draw.lo24,
    stretchedBy: -1,
    events: Uint8Array.of(0),
    bounds: thresholds([1000]),
    authority: -1,
  };
}

function findsPlan(parts: Parts, source: WorkTask, incident: Incident): FindsPlan | null {
  if (source.finds === undefined) return null;
  const { ends } = source.finds;
  const branches = incident.branches?.map(({ id }) => id) ?? [''];
  return {
    bounds: branches.map((branch) => thresholds(ends.map(({ perMille, inBranch }) => inBranch?.[branch] ?? perMille))),
    gives: Int32Array.from(ends, ({ gives }) =>
      gives === undefined ? -1 : (parts.products.index.get(gives) as number),
    ),
  };
}
