/** Work of a plan: who does it, how long it may take, how it may end, and the name of its draw. */
import { machines } from '../friction/index.ts';
import type { Table } from '../friction/tabulate.ts';
import { eventName } from '../friction/tabulate.ts';
import type { Crossing, WorkRow } from '../friction/work.ts';
import { thresholds } from '../kernel/spread.ts';
import type { Coalition, DeskRole, Organisation } from '../model/coalition.ts';
import { causes } from '../model/facts.ts';
import type { Product } from '../model/product.ts';
import { whoDoes } from '../model/reach-back.ts';
import type { Incident, ShareTask } from '../model/scenario.ts';
import type { Urgency } from '../model/urgency.ts';
import { urgencies } from '../model/urgency.ts';
import { deskName } from './compile-desks.ts';
import type { DrawNames } from './compile-draws.ts';
import type { Spreads } from './compile-spreads.ts';
import type { WorkPlan } from './plan.ts';

export interface WorkPlaces {
  readonly coalition: Coalition;
  readonly deskIndex: ReadonlyMap<string, number>;
  readonly draws: DrawNames;
  readonly spreads: Spreads;
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
  readonly authorities: Readonly<Record<string, number>>;
}

type AnyRow = WorkRow<Readonly<Record<string, string>> & { readonly type: string }>;

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
    events: Uint8Array.from(ends),
    bounds: thresholds(row.ends.map(({ perMille }) => perMille)),
    authority: process.authorities[work] ?? -1,
  };
}

export const frictionOrder = ['front-door', 'release', 'carriage'] as const;

/** The rows of a handover's three processes, by process and by work as the tables number it. */
export function handoverRows(
  places: WorkPlaces,
  tables: readonly Table[],
  crossing: Crossing,
  how: Omit<ProcessPlace, 'table'>,
): (WorkPlan | null)[][] {
  return frictionOrder.map((name, m) => {
    const table = tables[m] as Table;
    const rows = machines[name].work(crossing) as Readonly<Record<string, AnyRow>>;
    return table.works.map((work) => {
      const row = rows[work];
      if (row === undefined) throw new Error(`Impossible: ${name} asks for ${work}, which its work table lacks`);
      return rowPlan(places, { ...how, table }, work, row);
    });
  });
}

const find = <T extends { readonly id: string }>(list: readonly T[], id: string): T => {
  const found = list.find((one) => one.id === id);
  if (found === undefined) throw new Error(`Impossible: ${id} does not resolve`);
  return found;
};

/** Who meets whom over what, and what the rules and the sharing matrix say about it. */
export function crossingOf(coalition: Coalition, incident: Incident, share: ShareTask, product: Product): Crossing {
  const from = find(coalition.organisations, share.from);
  const to = find(coalition.organisations, share.to);
  const pair = coalition.pairs.find((row) => row.from === from.nation && row.to === to.nation);
  if (pair === undefined) throw new Error(`Impossible: no pair row from ${from.nation} to ${to.nation}`);
  const door = pair.doorAt === 'from' ? from : to;
  const authorityOf = (nation: string) => find(coalition.organisations, find(coalition.nations, nation).exceptionsAt);
  const allies = [from.nation, to.nation].filter((nation) => nation !== coalition.lead);
  return {
    pair,
    from,
    to,
    door,
    doorAuthority: authorityOf(door.nation),
    exceptionAuthority: authorityOf(from.nation),
    originator: find(coalition.organisations, product.owner),
    agreed: allies.every((nation) =>
      coalition.matrix.some(
        (cell) => cell.nation === nation && cell.area === incident.area && cell.level !== 'undefined',
      ),
    ),
    covered: coalition.delegations.some(
      ({ by, to: recipient, kinds, tearLineOnly }) =>
        by === from.nation &&
        recipient === to.nation &&
        kinds.includes(product.kind) &&
        (!tearLineOnly || share.form === 'tear-line'),
    ),
    reach: reachOf(share, product, { from: from.id, nation: to.nation }),
  };
}

/** What marking finds. A tear-line leaves the originator's part out, so it needs no originator. */
function reachOf(share: ShareTask, product: Product, way: { from: string; nation: string }): Crossing['reach'] {
  if (share.form === 'oral') return 'oral';
  if (product.marking.releasableTo.includes(way.nation)) return 'releasable';
  if (share.form === 'tear-line') return 'tear-line';
  if (product.marking.controls.includes('originator-controlled') && product.owner !== way.from) return 'originator';
  return 'restricted';
}
