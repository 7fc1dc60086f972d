/**
 * A plan: one scenario under one policy, flattened to small integers, frozen, ready to be run any number of times.
 * Everything is numbered by name in code-unit order, so that neither file order nor an unrelated addition changes who comes first.
 */
import type { Table } from '../friction/tabulate.ts';
import type { DeskPlan } from '../kernel/desks.ts';
import type { NumberedNames } from '../kernel/ids.ts';
import type { Coalition } from '../model/coalition.ts';
import type { Definition, Incident, Inject, Task } from '../model/scenario.ts';

/** What kind of task it is, as the engine tells them apart. */
export const SENSE = 0;
export const WORK = 1;
export const SHARE = 2;
export const DECIDE = 3;
export const INJECT = 4;

/** A handover's processes, in this order: process = 3 * share + place. */
export const FRONT_DOOR = 0;
export const RELEASE = 1;
export const CARRIAGE = 2;

/** Places that an option or a nation may have beside its task or incident, when both are packed into one number: task * PACK + option. */
export const PACK = 16;

/** Rows of work a process may have: row = process * WORKS + work. */
export const WORKS = 8;

/** What must have happened before something may: all clauses, each satisfied by its k-th literal. */
export interface Gate {
  /** In the order in which the file lists them; the ledger looks for what blocks in this order. */
  readonly clauses: readonly { readonly count: number; readonly literals: readonly number[] }[];
}

/** One desk's piece of work, or a stretch of time that is nobody's (`desk` -1). */
export interface WorkPlan {
  readonly name: string;
  readonly desk: number;
  readonly urgency: number;
  readonly spread: Int32Array;
  readonly cause: number;
  readonly drawHi: number;
  readonly drawLo: number;
  /** Events of the machine's table in the verdict's fixed order, and the bounds that pick one. */
  readonly events: Uint8Array;
  readonly bounds: Uint32Array;
  /** The decide task whose option is the verdict, -1 when chance gives it. */
  readonly authority: number;
}

export interface SensePlan {
  /** Triples: from, until (half-open), sensor. By beginning, then sensor. */
  readonly windows: Int32Array;
  readonly dwell: number;
}

export interface SharePlan {
  readonly product: number;
  readonly from: number;
  readonly to: number;
  readonly oral: boolean;
}

export interface DecidePlan {
  readonly seat: number;
  readonly options: readonly string[];
  /** Gate of each option, -1 when it is open from the offer on. */
  readonly optionGates: Int32Array;
  readonly fallback: number;
  readonly book: readonly { readonly holds: readonly number[]; readonly option: number }[];
  readonly staffTime: number;
  readonly answerWithin: number;
  /** When it gives a machine's verdict: the process that waits, and the event of each option. */
  readonly process: number;
  readonly verdicts: Int32Array;
}

export interface TaskPlan {
  readonly id: string;
  readonly kind: number;
  /** -1 for an inject. */
  readonly incident: number;
  readonly source: Task | Inject;
  /** First literal of this task; its outcomes follow in the order of `outcomes`. */
  readonly literal: number;
  readonly outcomes: readonly string[];
  /** Event of the response machine that its good end sends, -1 for none. */
  readonly milestone: number;
  /** Product and organisation that its good end gives it to, -1 for none. For a sense task the organisation is the sensor's. */
  readonly gives: number;
  readonly organisation: number;
  readonly work: WorkPlan | null;
  readonly sense: SensePlan | null;
  readonly share: SharePlan | null;
  /** Process number of the share's front door, -1 otherwise. */
  readonly process: number;
  readonly decide: DecidePlan | null;
}

export interface IncidentPlan {
  readonly id: string;
  readonly source: Incident;
  readonly begins: number;
  readonly closes: number;
  readonly firstObservable: number;
  readonly everObservable: boolean;
  /** When the response is overtaken: first observable plus the horizon. */
  readonly overtakenAt: number;
  readonly goal: number;
  readonly tasks: readonly number[];
  /** Nations that may become aware, and the gate of each. */
  readonly aware: readonly { readonly nation: string; readonly gate: number }[];
}

/** Work that is not the exercise's, arriving at a desk. */
export interface BackgroundPlan {
  readonly desk: number;
  readonly urgency: number;
  readonly every: Int32Array;
  readonly takes: Int32Array;
  readonly backlog: number;
  /** Names of its draws: item n is visit n mod 256 of name floor(n / 256). */
  readonly drawHi: Uint32Array;
  readonly drawLo: Uint32Array;
}

export interface Plan {
  readonly definition: Definition;
  /** The coalition once the policy's levers are set. */
  readonly coalition: Coalition;
  readonly scenarioDigest: string;
  readonly policyDigest: string;
  readonly lasts: number;
  readonly tasks: readonly TaskPlan[];
  readonly incidents: readonly IncidentPlan[];
  readonly seats: NumberedNames;
  readonly organisations: NumberedNames;
  /** Seat of each organisation, -1 when nobody holds it. */
  readonly seatOf: Int32Array;
  readonly products: NumberedNames;
  readonly sensors: NumberedNames;
  /** Organisation that runs each sensor. */
  readonly operatorOf: Int32Array;
  readonly taskOfLiteral: Int32Array;
  readonly desks: readonly DeskPlan[];
  readonly deskNames: readonly string[];
  readonly background: readonly BackgroundPlan[];
  readonly tables: readonly [Table, Table, Table];
  readonly response: Table;
  /** Events that are counted: a wrong door, a product typed in again. */
  readonly redirected: number;
  readonly rekeyed: number;
  /** Work rows of all processes, null where a machine has no such work. */
  readonly rows: readonly (WorkPlan | null)[];
  readonly processes: number;
  /** Task of each process. */
  readonly taskOf: Int32Array;
  readonly gates: readonly Gate[];
  /** Gates 0 … tasks-1 are the tasks' own; then options' and awareness gates, told apart here: task * PACK + option, or -1. */
  readonly gateOption: Int32Array;
  /** For an awareness gate: incident * PACK + place in `aware`, or -1. */
  readonly gateAware: Int32Array;
  /** Clauses that a literal satisfies, as compressed rows: clauses `watchFrom[l]` … `watchFrom[l+1]` of `watching`. */
  readonly watchFrom: Int32Array;
  readonly watching: Int32Array;
  readonly clauseGate: Int32Array;
  readonly clauseCount: Int32Array;
  readonly clauseLiterals: readonly (readonly number[])[];
  readonly literals: number;
  readonly measures: readonly string[];
}
