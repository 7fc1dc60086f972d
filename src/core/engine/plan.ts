/**
 * A plan: one scenario under one policy, flattened to small integers, frozen, ready to be run any number of times.
 * Everything is numbered by name in code-unit order, so that neither file order nor an unrelated addition changes who comes first.
 */
import type { Table } from '../friction/tabulate.ts';
import type { DeskPlan } from '../kernel/desks.ts';
import type { NumberedNames } from '../kernel/ids.ts';
import type { SpreadTable } from '../kernel/spread.ts';
import type { Coalition } from '../model/coalition.ts';
import type { Definition } from '../model/scenario.ts';
import type { IncidentPlan } from './incident-plan.ts';
import type { PromisePlan, TaskPlan } from './task-plan.ts';
import type { WorkRows } from './work-rows.ts';

export type { BranchPlan, ConsequencePlan, CustodyPlan, IncidentPlan } from './incident-plan.ts';
export type {
  AlignPlan,
  BookRule,
  DecidePlan,
  FindsPlan,
  HarmPlan,
  OptionEffects,
  PromisePlan,
  SensePlan,
  SharePlan,
  TaskPlan,
  WorkPlan,
} from './task-plan.ts';

/** What kind of task it is, as the engine tells them apart. */
export const SENSE = 0;
export const WORK = 1;
export const SHARE = 2;
export const DECIDE = 3;
export const INJECT = 4;

export const CONSENT = 5;
export const ALIGN = 6;

/** Machines of processes, in the order of `frictionMachines`. A handover has the first three, side by side. */
export const FRONT_DOOR = 0;
export const RELEASE = 1;
export const CARRIAGE = 2;
export const NATIONAL_DECISION = 3;
export const COORDINATION = 4;

/** What waits at a gate: a task to begin, an option to open, or something to be written down. */
export const OF_TASK = 0;
export const OF_OPTION = 1;
export const OF_AWARENESS = 2;
export const OF_NATIONAL_DECISION = 3;
export const OF_ATTRIBUTION = 4;
export const OF_CONSEQUENCE = 5;
export const OF_PROMISE = 6;
export const OF_LADDER = 7;

/** Places that an option or a nation may have beside its task or incident, when both are packed into one number: task * PACK + option. */
export const PACK = 16;

/** Rows of work a process may have: row = process * WORKS + work. */
export const WORKS = 8;

/** What must have happened before something may: all clauses, each satisfied by its k-th literal. */
export interface Gate {
  /** In the order in which the file lists them; the ledger looks for what blocks in this order. */
  readonly clauses: readonly { readonly count: number; readonly literals: readonly number[] }[];
}

/** What an organisation has to give. */
export interface LoadPlan {
  readonly organisation: string;
  readonly desks: readonly number[];
  /** Person-seconds on shift at these desks. */
  readonly seconds: number;
}

export interface TrustPlan {
  /** Trust at StartEx, of * nations + in. */
  readonly starts: Int32Array;
  readonly moves: Int32Array;
  /** At or above: high, fair, low. */
  readonly bands: readonly [number, number, number];
  /** Trust at which it plays no part. */
  readonly neutral: number;
  readonly atNone: number;
  readonly atFull: number;
}

/** Work that is not the exercise's, arriving at a desk. */
export interface BackgroundPlan {
  readonly desk: number;
  readonly urgency: number;
  readonly every: SpreadTable;
  readonly takes: SpreadTable;
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
  /** The cause that a rerun takes out of the way, -1 in a run as the files have it. */
  readonly without: number;
  readonly lasts: number;
  readonly tasks: readonly TaskPlan[];
  readonly incidents: readonly IncidentPlan[];
  readonly seats: NumberedNames;
  readonly organisations: NumberedNames;
  /** Seat of each organisation, -1 when nobody holds it. */
  readonly seatOf: Int32Array;
  /** Organisations of each seat. */
  readonly organisationsOf: readonly (readonly number[])[];
  readonly products: NumberedNames;
  readonly sensors: NumberedNames;
  /** Organisation that runs each sensor, and its nation. */
  readonly operatorOf: Int32Array;
  readonly nationOfSensor: Int32Array;
  readonly nationOfSeat: Int32Array;
  readonly taskOfLiteral: Int32Array;
  readonly desks: readonly DeskPlan[];
  readonly deskNames: readonly string[];
  /** Organisations that exercise work can come to. */
  readonly loads: readonly LoadPlan[];
  readonly background: readonly BackgroundPlan[];
  /** Tables of processes' machines, in the order of `frictionMachines`. */
  readonly tables: readonly Table[];
  readonly response: Table;
  readonly partnership: Table;
  readonly nations: NumberedNames;
  readonly lead: number;
  /** Nation of each organisation. */
  readonly nationOf: Int32Array;
  readonly trust: TrustPlan | null;
  readonly promises: readonly PromisePlan[];
  readonly ladder: { readonly rungs: readonly string[]; readonly starts: number; readonly moves: Int32Array };
  /** Events that are counted: a wrong door, a product typed in again. */
  readonly redirected: number;
  readonly rekeyed: number;
  /** All work of processes and tasks. */
  readonly rows: WorkRows;
  readonly processes: number;
  /** Task and machine of each process; for coordination the partner's organisation, else -1. */
  readonly taskOf: Int32Array;
  readonly machineOf: Uint8Array;
  readonly partyOf: Int32Array;
  readonly gates: readonly Gate[];
  /** Gates 0 … tasks-1 are the tasks' own; then what else waits: whose kind it is, and whose number. */
  readonly gateKind: Uint8Array;
  /** Of an option: task * PACK + option; of awareness, decision, consequence: incident * PACK + place; of others: its number. */
  readonly gateOf: Int32Array;
  /** Clauses that a literal satisfies, as compressed rows: clauses `watchFrom[l]` … `watchFrom[l+1]` of `watching`. */
  readonly watchFrom: Int32Array;
  readonly watching: Int32Array;
  readonly clauseGate: Int32Array;
  readonly clauseCount: Int32Array;
  readonly clauseLiterals: readonly (readonly number[])[];
  readonly literals: number;
  /** 1 for literals and products that some rule of the book asks after: stand-ins that wait look again when they come. */
  readonly heededLiterals: Uint8Array;
  readonly heededProducts: Uint8Array;
  readonly measures: readonly string[];
}
