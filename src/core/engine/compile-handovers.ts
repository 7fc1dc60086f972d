/** Tasks that run machines: handovers, consents, alignments. Each fills in the rows of its processes. */
import { machines } from '../friction/index.ts';
import type { Table } from '../friction/tabulate.ts';
import { thresholds } from '../kernel/spread.ts';
import type { Incident } from '../model/incident.ts';
import type { Product } from '../model/product.ts';
import type { SourcedShare } from '../model/quantities.ts';
import type { AlignTask, ConsentTask, ShareTask, Task } from '../model/task.ts';
import { remembered } from './compile-memory.ts';
import type { Parts } from './compile-parts.ts';
import { nationOf } from './compile-parts.ts';
import type { Naming } from './compile-work.ts';
import { crossingOf, meetingOf, processRows, questionOf } from './compile-work.ts';
import type { HarmPlan, TaskPlan, WorkPlan } from './plan.ts';
import { CARRIAGE, COORDINATION, FRONT_DOOR, NATIONAL_DECISION, RELEASE, WORKS } from './plan.ts';

function fillRows(parts: Parts, process: number, rows: readonly WorkPlan[]): void {
  rows.forEach((row, work) => {
    parts.rows[process * WORKS + work] = row;
  });
}

/** Rows of one of a task's processes, which hang on `from`, on what a rerun leaves out, and on which desks there are. */
const rowsOf = (parts: Parts, source: Task, from: readonly unknown[], make: () => WorkPlan[]): WorkPlan[] =>
  remembered(source, ['rows', parts.without, parts.work.layout, ...from], make);

const firstOf = (parts: Parts, task: string): number => parts.processes.get(task)?.first as number;

/** The task that a name given as an authority stands for. */
function authority(parts: Parts, work: readonly string[], decision: string | undefined): Record<string, number> {
  if (decision === undefined) return {};
  return Object.fromEntries(work.map((name) => [name, parts.index.get(decision) as number]));
}

/** What may go wrong with a product that has arrived, null when it cannot. */
function harmPlan(
  parts: Parts,
  naming: Naming,
  work: string,
  harm: { share: SourcedShare; of: number; in: number },
): HarmPlan {
  const { incident, task, from, to, product } = naming;
  const draw = parts.work.draws.name([incident, task, from, to, product, work]);
  const { perMille } = harm.share;
  return {
    drawHi: draw.hi,
    drawLo: draw.lo24,
    bounds: thresholds([perMille, 1000 - perMille]),
    of: harm.of,
    in: harm.in,
  };
}

function harmsOf(parts: Parts, source: ShareTask, product: Product, naming: Naming) {
  const from = nationOf(parts, source.from);
  const to = nationOf(parts, source.to);
  const owner = nationOf(parts, product.owner);
  const nation = (index: number) => parts.nations.names[index] as string;
  const costs = parts.coalition.pairs.find((row) => row.from === nation(from) && row.to === nation(to))?.costs;
  const leaves = from !== to && costs !== undefined;
  const isDerived = product.marking.controls.includes('intelligence-derived');
  const isThird = owner !== from && owner !== to;
  return {
    exposes:
      leaves && isDerived && owner !== to
        ? harmPlan(parts, naming, 'exposes', { share: costs.exposes, of: owner, in: to })
        : null,
    breaches:
      leaves && isThird ? harmPlan(parts, naming, 'breaches', { share: costs.breaches, of: owner, in: from }) : null,
  };
}

export function sharePlan(
  parts: Parts,
  source: ShareTask,
  incident: Incident,
): Pick<TaskPlan, 'share' | 'organisation'> {
  const product = parts.definition.scenario.products.find(({ id }) => id === source.product);
  if (product === undefined) throw new Error(`Impossible: ${source.id} shares no product`);
  const naming = { incident: incident.id, task: source.id, from: source.from, to: source.to, product: source.product };
  const crossing = crossingOf(parts.work, incident, source, product);
  const authorities = authority(parts, ['weighException'], source.authorities.weighException);
  const first = firstOf(parts, source.id);
  const tables = {
    [FRONT_DOOR]: () => machines['front-door'].work(crossing),
    [RELEASE]: () => machines.release.work(crossing),
    [CARRIAGE]: () => machines.carriage.work(crossing),
  };
  for (const machine of [FRONT_DOOR, RELEASE, CARRIAGE] as const) {
    const table = parts.tables[machine] as Table;
    const place = { table, urgency: source.urgency, naming, authorities, stretchedBy: -1 };
    const from = [table, ...Object.values(crossing), ...Object.values(authorities)];
    fillRows(
      parts,
      first + machine,
      rowsOf(parts, source, from, () => processRows(parts.work, place, tables[machine]())),
    );
  }
  const from = parts.organisations.index.get(source.from) as number;
  return {
    share: {
      product: parts.products.index.get(source.product) as number,
      from,
      to: parts.organisations.index.get(source.to) as number,
      oral: source.form === 'oral',
      volunteer: source.volunteered === true ? nationOf(parts, source.from) : -1,
      recipient: nationOf(parts, source.to),
      ...harmsOf(parts, source, product, naming),
    },
    organisation: from,
  };
}

export function consentPlan(parts: Parts, source: ConsentTask, incident: Incident): Pick<TaskPlan, 'organisation'> {
  const nation = nationOf(parts, source.at);
  const isLead = parts.coalition.lead === parts.nations.names[nation];
  const place = {
    table: parts.tables[NATIONAL_DECISION] as Table,
    urgency: source.urgency,
    naming: { incident: incident.id, task: source.id, from: source.at, to: '', product: '' },
    authorities: authority(parts, ['decide', 'refer'], source.authorities?.decide),
    stretchedBy: isLead || parts.coalition.trust === undefined ? -1 : nation,
  };
  const question = questionOf(parts.work, source);
  const from = [place.stretchedBy, ...Object.values(question), ...Object.values(place.authorities)];
  const make = () => processRows(parts.work, place, machines['national-decision'].work(question));
  fillRows(parts, firstOf(parts, source.id), rowsOf(parts, source, from, make));
  return { organisation: parts.organisations.index.get(source.at) as number };
}

export function alignPlan(
  parts: Parts,
  source: AlignTask,
  incident: Incident,
): Pick<TaskPlan, 'organisation' | 'align'> {
  source.with.forEach((partner, at) => {
    const place = {
      table: parts.tables[COORDINATION] as Table,
      urgency: source.urgency,
      naming: { incident: incident.id, task: source.id, from: source.at, to: partner, product: '' },
      authorities: {},
      stretchedBy: -1,
    };
    const meeting = meetingOf(parts.work, incident, source, partner);
    const make = () => processRows(parts.work, place, machines.coordination.work(meeting));
    fillRows(parts, firstOf(parts, source.id) + at, rowsOf(parts, source, Object.values(meeting), make));
  });
  return {
    organisation: parts.organisations.index.get(source.at) as number,
    align: { partners: source.with.length, enough: source.atLeast ?? source.with.length },
  };
}
