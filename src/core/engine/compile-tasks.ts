/** Tasks of a plan: each kind with what the engine needs of it, as numbers. */
import { thresholds } from '../kernel/spread.ts';
import type { Organisation } from '../model/coalition.ts';
import { causes } from '../model/facts.ts';
import { defaultRole } from '../model/reach-back.ts';
import type { DecideTask, Incident, ShareTask, WorkTask } from '../model/scenario.ts';
import { urgencies } from '../model/urgency.ts';
import type { LiteralPlace } from './compile-graph.ts';
import { sensePlan } from './compile-incidents.ts';
import type { Parts } from './compile-parts.ts';
import { crossingOf, deskFor, handoverRows } from './compile-work.ts';
import type { DecidePlan, SharePlan, TaskPlan, WorkPlan } from './plan.ts';
import { DECIDE, INJECT, PACK, RELEASE, SENSE, SHARE, WORK, WORKS } from './plan.ts';

const workCauses = {
  assess: 'sensing',
  consent: 'national-decision',
  coordinate: 'coordination',
  act: 'execution',
  announce: 'execution',
} as const;

/** Numbers of a task. Fills in the rows of a share's processes. */
export function taskPlan(parts: Parts, task: Parts['tasks'][number], index: number): TaskPlan {
  const { source, incident } = task;
  const place = parts.places.get(source.id) as LiteralPlace;
  const bare = {
    id: source.id,
    incident: incident === null ? -1 : (parts.incidents.index.get(incident.id) as number),
    source,
    literal: place.literal,
    outcomes: place.outcomes,
    milestone:
      'milestone' in source && source.milestone ? parts.response.events.indexOf(source.milestone.toUpperCase()) : -1,
    gives: 'gives' in source && source.gives ? (parts.products.index.get(source.gives) as number) : -1,
    organisation: -1,
    work: null,
    sense: null,
    share: null,
    process: -1,
    decide: null,
  };
  if (incident === null || !('task' in source)) return { ...bare, kind: INJECT };
  switch (source.task) {
    case 'sense':
      return { ...bare, kind: SENSE, sense: sensePlan(parts, source) };
    case 'share':
      return { ...bare, kind: SHARE, ...compileShare(parts, source, incident) };
    case 'decide':
      return { ...bare, kind: DECIDE, decide: decidePlan(parts, source, index) };
    default:
      return {
        ...bare,
        kind: WORK,
        organisation: parts.organisations.index.get(source.at) as number,
        work: workPlan(parts, source, incident),
      };
  }
}

function workPlan(parts: Parts, source: WorkTask, incident: Incident): WorkPlan {
  const role = source.desk ?? defaultRole[source.task];
  const organisation = parts.coalition.organisations.find(({ id }) => id === source.at) as Organisation;
  const draw = parts.work.draws.name([incident.id, source.id, source.at, '', source.gives ?? '', 'takes']);
  return {
    name: source.task,
    desk: role === 'none' ? -1 : deskFor(parts.work, organisation, role),
    urgency: urgencies.indexOf(source.urgency),
    spread: parts.work.spreads.table(source.takes),
    cause: causes.indexOf(workCauses[source.task]),
    drawHi: draw.hi,
    drawLo: draw.lo24,
    events: Uint8Array.of(0),
    bounds: thresholds([1000]),
    authority: -1,
  };
}

function compileShare(
  parts: Parts,
  source: ShareTask,
  incident: Incident,
): { share: SharePlan; process: number; organisation: number } {
  const product = parts.definition.scenario.products.find(({ id }) => id === source.product);
  const process = parts.shares.get(source.id);
  if (product === undefined || process === undefined) throw new Error(`Impossible: ${source.id} shares no product`);
  const naming = { incident: incident.id, task: source.id, from: source.from, to: source.to, product: source.product };
  const authority = source.authorities.weighException;
  const authorities: Record<string, number> =
    authority === undefined ? {} : { weighException: parts.index.get(authority) as number };
  const crossing = crossingOf(parts.coalition, incident, source, product);
  const rows = handoverRows(parts.work, parts.tables, crossing, { urgency: source.urgency, naming, authorities });
  rows.forEach((works, m) => {
    works.forEach((row, w) => {
      parts.rows[(process + m) * WORKS + w] = row;
    });
  });
  const from = parts.organisations.index.get(source.from) as number;
  const to = parts.organisations.index.get(source.to) as number;
  return {
    share: { product: parts.products.index.get(source.product) as number, from, to, oral: source.form === 'oral' },
    process,
    organisation: from,
  };
}

/** The process whose verdict a decision gives, -1 when it is no authority. */
function authorityProcess(parts: Parts, decision: string): number {
  const held = parts.tasks.find(
    ({ source }) => 'task' in source && source.task === 'share' && source.authorities.weighException === decision,
  );
  return held === undefined ? -1 : (parts.shares.get(held.source.id) as number) + RELEASE;
}

function decidePlan(parts: Parts, source: DecideTask, index: number): DecidePlan {
  const optionAt = (id: string) => source.options.findIndex((option) => option.id === id);
  const process = authorityProcess(parts, source.id);
  const verdict = (option: string) => parts.tables[RELEASE].events.indexOf(`EXCEPTION_WEIGHED ${option}`);
  return {
    seat: parts.seats.index.get(source.seat) as number,
    options: source.options.map(({ id }) => id),
    optionGates: Int32Array.from(source.options, (_, place) => parts.optionGates.get(index * PACK + place) ?? -1),
    fallback: optionAt(source.default),
    book: source.byTheBook.map((rule) => ({
      holds: rule.holds.map((product) => parts.products.index.get(product) as number),
      option: optionAt(rule.choose),
    })),
    staffTime: source.staffTime,
    answerWithin: source.answerWithin,
    process,
    verdicts: Int32Array.from(source.options, ({ id }) => (process === -1 ? -1 : verdict(id))),
  };
}
