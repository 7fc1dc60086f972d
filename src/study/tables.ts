/**
 * Tables: runs at which every seat is filled by a stand-in whose temper is drawn for that table. What was put to whom and when, what was chosen,
 * and what the table scored. Table i depends on the seed and its number alone.
 */
import type { Plan } from '../core/engine/index.ts';
import { begin, createRun, measureRow, runUntil } from '../core/engine/index.ts';
import { createDice, keyFromSeed, nameOf } from '../core/kernel/chance.ts';
import type { StandInName } from '../core/standins/index.ts';
import { standInNames } from '../core/standins/index.ts';
import { seedOf } from './replications.ts';

export interface Table {
  readonly seed: string;
  /** By seat, the temper of whoever fills it. An adversary's seat has its own whatever this says. */
  readonly tempers: Readonly<Record<string, StandInName>>;
}

/** By decision, the option that is forced on it. */
export type Forced = Readonly<Record<string, string>>;
export type Progress = (done: number, of: number) => void;
type Played = ReturnType<typeof createRun>;

export interface Decision {
  readonly id: string;
  readonly task: number;
  readonly incident: string;
  readonly seat: string;
  readonly options: readonly string[];
}

export interface Tables {
  readonly plan: Plan;
  readonly tables: readonly Table[];
  readonly decisions: readonly Decision[];
  /** When each decision was put, by table, then decision; -1 where it was not. */
  readonly put: Int32Array;
  /** The option that it came to, likewise; -1 where it came to none. */
  readonly chosen: Int8Array;
  /** Measures by table. */
  readonly rows: readonly Float64Array[];
}

/** Who sits at a table of a study, and under which seed it plays. */
export function tableOf(plan: Plan, seed: string, number: number): Table {
  const own = seedOf(seed, number);
  const dice = createDice(keyFromSeed(own));
  const tempers = plan.seats.names.map((seat): [string, StandInName] => {
    const { hi, lo24 } = nameOf(['table', 'temper', seat]);
    dice.roll(hi, lo24, 0);
    return [seat, standInNames[dice.first % standInNames.length] as StandInName];
  });
  return { seed: own, tempers: Object.fromEntries(tempers) };
}

/** One table to its end, measures only. */
export function playTable(plan: Plan, { seed, tempers }: Table, forced: Forced = {}): Played {
  const run = createRun(plan, { held: [], standIn: 'by-the-book', others: tempers, forced }, false);
  begin(run, seed);
  runUntil(run, plan.lasts);
  return run;
}

/** Every decision of a plan that its policy does not bar, in the order of the plan. */
export function decisionsOf(plan: Plan): Decision[] {
  return plan.tasks.flatMap(({ id, decide, barred, incident }, task) => {
    if (decide === null || barred) return [];
    const seat = plan.seats.names[decide.seat] as string;
    return [{ id, task, incident: plan.incidents[incident]?.id as string, seat, options: decide.options }];
  });
}

/** Plays `count` tables. */
export function playTables(plan: Plan, seed: string, count: number, progress?: Progress): Tables {
  const decisions = decisionsOf(plan);
  const tables = Array.from({ length: count }, (_, number) => tableOf(plan, seed, number));
  const put = new Int32Array(count * decisions.length).fill(-1);
  const chosen = new Int8Array(count * decisions.length).fill(-1);
  const rows = tables.map((table, t) => {
    const run = playTable(plan, table);
    decisions.forEach(({ task }, d) => {
      const cell = t * decisions.length + d;
      if (!wasPut(run, task)) return;
      put[cell] = run.taskBegan[task] as number;
      chosen[cell] = run.chosen[task] as number;
    });
    progress?.(t + 1, count);
    return measureRow(run);
  });
  return { plan, tables, decisions, put, chosen, rows };
}

/** A task that never began is idle still. */
const wasPut = (run: Played, task: number): boolean => run.taskState[task] !== 0;

/** Tables, by number, at which a decision was put; at most so many. */
export function tablesWith({ put, decisions, tables }: Tables, decision: number, limit: number): number[] {
  const found: number[] = [];
  for (let t = 0; t < tables.length && found.length < limit; t++)
    if (put[t * decisions.length + decision] !== -1) found.push(t);
  return found;
}
