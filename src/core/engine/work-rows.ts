/**
 * All pieces of work of a plan as one block of whole numbers, a row each: a run looks at thousands of rows once each, so what it wants of a
 * row lies side by side. Row process * WORKS + work is a process's; behind those comes one for each task's own work.
 */
import type { Dice } from '../kernel/chance.ts';
import type { SpreadTable } from '../kernel/spread.ts';
import { valueAt } from '../kernel/spread.ts';
import type { WorkPlan } from './task-plan.ts';

/** Cells of a row, and where its ends begin: of each the last 2³¹st that falls to it, and the event that it is. */
const DESK = 0;
const URGENCY = 1;
const CAUSE = 2;
const STRETCHED_BY = 3;
const AUTHORITY = 4;
const DRAW_HI = 5;
const DRAW_LO = 6;
const SPREAD = 7;
const ENDS = 8;
const WIDTH = 16;
const MOST_ENDS = (WIDTH - ENDS) / 2;

const lengthOf = (tables: readonly SpreadTable[]): number => tables.reduce((sum, { length }) => sum + length, 0);

/** Lays tables into `block` one behind the other. Returns where each begins. */
function layAll(tables: readonly SpreadTable[], block: SpreadTable): Map<SpreadTable, number> {
  const places = new Map<SpreadTable, number>();
  let next = 0;
  for (const table of tables) {
    block.set(table, next);
    places.set(table, next);
    next += table.length;
  }
  return places;
}

export class WorkRows {
  private readonly cells: Int32Array;
  /** Compiled spreads one behind the other, the narrow and the wide. A row says where its own begins: in the wide ones as ~place. */
  private readonly narrow: Uint16Array;
  private readonly wide: Int32Array;

  constructor(plans: readonly (WorkPlan | null)[]) {
    const spreads = [...new Set(plans.flatMap((plan) => plan?.spread ?? []))];
    const narrow = spreads.filter((spread) => spread instanceof Uint16Array);
    const wide = spreads.filter((spread) => spread instanceof Int32Array);
    this.narrow = new Uint16Array(lengthOf(narrow));
    this.wide = new Int32Array(lengthOf(wide));
    const narrowPlaces = layAll(narrow, this.narrow);
    const widePlaces = layAll(wide, this.wide);
    this.cells = new Int32Array(plans.length * WIDTH);
    plans.forEach((plan, row) => {
      if (plan === null) return;
      const place = narrowPlaces.get(plan.spread);
      this.lay(row * WIDTH, plan, place ?? ~(widePlaces.get(plan.spread) as number));
    });
  }

  private lay(at: number, plan: WorkPlan, spread: number): void {
    const { desk, urgency, cause, stretchedBy, authority, drawHi, drawLo, events, bounds } = plan;
    if (bounds.length > MOST_ENDS) throw new Error(`Impossible: ${plan.name} may end in more than ${MOST_ENDS} ways`);
    const { cells } = this;
    cells[at + DESK] = desk;
    cells[at + URGENCY] = urgency;
    cells[at + CAUSE] = cause;
    cells[at + STRETCHED_BY] = stretchedBy;
    cells[at + AUTHORITY] = authority;
    cells[at + DRAW_HI] = drawHi;
    cells[at + DRAW_LO] = drawLo;
    cells[at + SPREAD] = spread;
    for (let end = 0; end < bounds.length; end++) {
      cells[at + ENDS + 2 * end] = (bounds[end] as number) - 1;
      cells[at + ENDS + 2 * end + 1] = events[end] as number;
    }
  }

  /** Whose desk, -1 for nobody's. */
  deskOf(row: number): number {
    return this.cells[row * WIDTH + DESK] as number;
  }

  urgencyOf(row: number): number {
    return this.cells[row * WIDTH + URGENCY] as number;
  }

  causeOf(row: number): number {
    return this.cells[row * WIDTH + CAUSE] as number;
  }

  /** Nation whose trust in the lead stretches the work, -1 when trust plays no part. */
  stretchedBy(row: number): number {
    return this.cells[row * WIDTH + STRETCHED_BY] as number;
  }

  /** The decide task whose option is the verdict, -1 when chance gives it. */
  authorityOf(row: number): number {
    return this.cells[row * WIDTH + AUTHORITY] as number;
  }

  /** Casts the dice for the work the how-manieth time. */
  cast(row: number, visit: number, dice: Dice): void {
    dice.roll(this.cells[row * WIDTH + DRAW_HI] as number, this.cells[row * WIDTH + DRAW_LO] as number, visit);
  }

  /** How long it takes, in seconds, as the first of the dice says. */
  lengthAt(row: number, first: number): number {
    const place = this.cells[row * WIDTH + SPREAD] as number;
    return place < 0 ? valueAt(this.wide, first, ~place) : valueAt(this.narrow, first, place);
  }

  /** The event that it ends with, as the second of the dice says: as `pick`. */
  endAt(row: number, second: number): number {
    const { cells } = this;
    let end = row * WIDTH + ENDS;
    for (const share = second >>> 1; share > (cells[end] as number); end += 2);
    return cells[end + 1] as number;
  }
}
