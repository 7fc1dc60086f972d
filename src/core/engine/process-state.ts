/** Where processes stand in their machines' tables. */
import type { Arena } from './arena.ts';

type ProcessTable = Arena['plan']['tables'][number];

/** The table of the machine that a process is. */
export const tableOf = (a: Arena, process: number): ProcessTable =>
  a.plan.tables[a.plan.machineOf[process] as number] as ProcessTable;

/** The state in which a process stands; nothing before it has begun. */
export const stateOf = (a: Arena, process: number): string =>
  a.pair[process] === -1 ? '' : (tableOf(a, process).pairs[a.pair[process] as number]?.state ?? '');

/** Has it begun, and not come to its end? */
export const isUnderWay = (a: Arena, process: number): boolean =>
  a.pair[process] !== -1 && tableOf(a, process).finals[a.pair[process] as number] !== 1;
