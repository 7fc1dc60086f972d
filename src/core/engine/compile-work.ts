/** Work of a plan: who does it, how long it may take, how it may end, and the name of its draw. */
import type { MachineName } from '../friction/index.ts';
import { machines } from '../friction/index.ts';
import type { Table } from '../friction/tabulate.ts';
import { eventName } from '../friction/tabulate.ts';
import type { Crossing, Meeting, NationalQuestion, WorkRow } from '../friction/work.ts';
import { thresholds } from '../kernel/spread.ts';
import type { Classification } from '../model/classifications.ts';
import { classifications } from '../model/classifications.ts';
import type { Coalition, DeskRole, Organisation } from '../model/coalition.ts';
import type { Cause } from '../model/facts.ts';
import { causes } from '../model/facts.ts';
import type { Incident } from '../model/incident.ts';
import type { Product } from '../model/product.ts';
import { whoDoes } from '../model/reach-back.ts';
import type { AlignTask, ConsentTask, ShareTask, Task } from '../model/task.ts';
import type { Urgency } from '../model/urgency.ts';
import { urgencies } from '../model/urgency.ts';
import { deskName } from './compile-desks.ts';
import type { DrawNames } from './compile-draws.ts';
import type { Spreads } from './compile-spreads.ts';
import type { WorkPlan } from './plan.ts';

export interface WorkPlaces {
  readonly coalition: Coalition;
  readonly deskIndex: ReadonlyMap<string, number>;
  /** The same object wherever the same desks are numbered alike and the same organisations reach back to each other. */
  readonly layout: object;
  readonly draws: DrawNames;
  readonly spreads: Spreads;
  readonly without: Cause | null;
}

/** The desk that does this, as a number. Throws when nobody can: files are checked before they come here. */
export function deskFor(places: WorkPlaces, organisation: Organisation, role: DeskRole): number {
  const doer = whoDoes(places.coalition, organisation, role);
  const desk = doer && places.deskIndex.get(deskName(doer.id, role));
  if (desk === undefined) throw new Error(`Impossible: nobody does ${role} for ${organisation.id}`);
  return desk;
}

export interface Naming {
  readonly incident: string;
  readonly task: string;
  readonly from: string;
  readonly to: string;
  readonly product: string;
}

interface ProcessPlace {
  readonly table: Table;
  readonly urgency: Urgency;
  readonly naming: Naming;
  /** Decisions that give a verdict, by work. */
  readonly authorities: Readonly<Record<string, number>>;
  /** Nation whose trust stretches what can be stretched, -1 for none. */
  readonly stretchedBy: number;
}

type AnyEvent = Readonly<Record<string, string>> & { readonly type: string };
type AnyRow = WorkRow<AnyEvent>;
type AnyRows = Readonly<Record<string, AnyRow>>;

/** Nothing stands in its way: what a rerun puts in the place of work charged to the cause that it leaves out. */
function smoothRow(row: AnyRow, event: AnyEvent): AnyRow {
  const { source, confidence } = row.takes;
  return { ...row, at: null, takes: { exactly: 0, source, confidence }, ends: [{ event, perMille: 1000 }] };
}

/** One work row of one process. */
function rowPlan(places: WorkPlaces, process: ProcessPlace, work: string, row: AnyRow): WorkPlan {
  const { incident, task, from, to, product } = process.naming;
  const draw = places.draws.name([incident, task, from, to, product, `${process.table.machine}.${work}`]);
  const ends = row.ends.map(({ event }) => process.table.events.indexOf(eventName(event)));
  if (ends.includes(-1)) throw new Error(`Impossible: ${process.table.machine} has no event for an end of ${work}`);
  return {
    name: `${process.table.machine}.${work}`,
    desk: row.at === null ? -1 : deskFor(places, row.at.organisation, row.at.role),
    urgency: urgencies.indexOf(process.urgency),
    spread: places.spreads.table(row.takes),
    cause: causes.indexOf(row.cause),
    drawHi: draw.hi,
    drawLo: draw.lo24,
    stretchedBy: row.stretched === true ? process.stretchedBy : -1,
    events: Uint8Array.from(ends),
    bounds: thresholds(row.ends.map(({ perMille }) => perMille)),
    authority: process.authorities[work] ?? -1,
  };
}

/** The rows of one process, by work as its table numbers it. */
export function processRows(places: WorkPlaces, process: ProcessPlace, rows: AnyRows): WorkPlan[] {
  const { machine, works } = process.table;
  const smooth = machines[machine as MachineName].smooth as Readonly<Record<string, AnyEvent>> | null;
  return works.map((work) => {
    const row = rows[work];
    const end = smooth?.[work];
    if (row === undefined || end === undefined)
      throw new Error(`Impossible: ${machine} asks for ${work}, which its work table lacks`);
    if (row.cause !== places.without) return rowPlan(places, process, work, row);
    return rowPlan(places, process, work, smoothRow(row, end));
  });
}

/** How many processes a task runs. */
export function processCountOf(task: Task): number {
  if (task.task === 'share') return 3;
  if (task.task === 'align') return task.with.length;
  return task.task === 'consent' && task.takes === undefined ? 1 : 0;
}

const find = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Impossible: ${id} does not resolve`);
  return found;
};

/**
 * Does the sharing matrix say what the lead nation and this ally do together in the incident's area? It says nothing about allies among
 * themselves, nor inside a nation: nothing is left open there. A rerun may hold that it speaks everywhere.
 */
function isAgreed({ coalition, without }: WorkPlaces, incident: Incident, between: readonly [string, string]): boolean {
  const [ally, ...more] = between.filter((nation) => nation !== coalition.lead);
  if (without === 'no-agreed-end-state' || ally === undefined || more.length > 0) return true;
  return coalition.matrix.some(
    ({ nation, area, level }) => nation === ally && area === incident.area && level !== 'undefined',
  );
}

/** Who meets whom over what, and what the rules and the sharing matrix say about it. */
export function crossingOf(places: WorkPlaces, incident: Incident, share: ShareTask, product: Product): Crossing {
  const { coalition } = places;
  const from = find(coalition.organisations, share.from);
  const to = find(coalition.organisations, share.to);
  const pair = coalition.pairs.find((row) => row.from === from.nation && row.to === to.nation);
  if (pair === undefined) throw new Error(`Impossible: no pair row from ${from.nation} to ${to.nation}`);
  const door = pair.doorAt === 'from' ? from : to;
  const authorityOf = (nation: string) => find(coalition.organisations, find(coalition.nations, nation).exceptionsAt);
  const isHome = from.nation === to.nation;
  return {
    pair,
    from,
    to,
    door,
    doorAuthority: authorityOf(door.nation),
    exceptionAuthority: authorityOf(from.nation),
    originator: find(coalition.organisations, product.owner),
    agreed: isAgreed(places, incident, [from.nation, to.nation]),
    covered:
      isHome ||
      coalition.delegations.some(
        ({ by, to: recipient, kinds, tearLineOnly }) =>
          by === from.nation &&
          recipient === to.nation &&
          kinds.includes(product.kind) &&
          (!tearLineOnly || share.form === 'tear-line'),
      ),
    reach: reachOf(share, product, { from: from.id, nation: to.nation, isHome }),
    classification: carriedAs(share, product),
  };
}

/** The level at which it travels: what is written down travels one level lower than what it was written from. */
function carriedAs(share: ShareTask, { marking }: Product): Classification {
  const level = classifications.indexOf(marking.classification);
  return classifications[share.form === 'tear-line' ? Math.max(0, level - 1) : level] as Classification;
}

interface Way {
  readonly from: string;
  readonly nation: string;
  readonly isHome: boolean;
}

/** What marking finds. A tear-line leaves the originator's part out, so it needs no originator. Inside a nation only controls stop a product. */
function reachOf(share: ShareTask, product: Product, way: Way): Crossing['reach'] {
  const { releasableTo, controls } = product.marking;
  if (share.form === 'oral') return 'oral';
  if (releasableTo.includes(way.nation)) return 'releasable';
  if (share.form === 'tear-line') return 'tear-line';
  if (controls.includes('special-access')) return 'special-access';
  const keyed = controls.includes('originator-controlled') || controls.includes('intelligence-derived');
  if (keyed && product.owner !== way.from) return 'originator';
  return way.isHome ? 'releasable' : 'restricted';
}

/** Whom a question goes to, and how far up. */
export function questionOf({ coalition }: WorkPlaces, consent: ConsentTask): NationalQuestion {
  const asked = find(coalition.organisations, consent.at);
  const nation = find(coalition.nations, asked.nation);
  if (nation.decision === undefined) throw new Error(`Impossible: ${nation.id} has no way of deciding`);
  const capital = find(coalition.organisations, nation.capital ?? nation.exceptionsAt);
  return { asked, capital, numbers: nation.decision, question: consent.question };
}

/** Who convenes whom. */
export function meetingOf(places: WorkPlaces, incident: Incident, align: AlignTask, partnerId: string): Meeting {
  const { coalition } = places;
  const partner = find(coalition.organisations, partnerId);
  const { coordination } = find(coalition.nations, partner.nation);
  if (coordination === undefined) throw new Error(`Impossible: ${partner.nation} has no way of coordinating`);
  const convener = find(coalition.organisations, align.at);
  return {
    convener,
    partner,
    numbers: coordination,
    agreed: isAgreed(places, incident, [convener.nation, partner.nation]),
  };
}
