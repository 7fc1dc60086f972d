/**
 * A plan: one scenario under one policy, flattened to small integers, frozen, ready to be run any number of times.
 * Everything is numbered by name in code-unit order, so that neither file order nor an unrelated addition changes who comes first.
 */
import type { Table } from '../friction/tabulate.ts';
import type { DeskPlan } from '../kernel/desks.ts';
import type { NumberedNames } from '../kernel/ids.ts';
import type { SpreadTable } from '../kernel/spread.ts';
import type { Coalition } from '../model/coalition.ts';
import type { Incident } from '../model/incident.ts';
import type { Definition, Inject } from '../model/scenario.ts';
import type { Task } from '../model/task.ts';
import type { WorkRows } from './work-rows.ts';

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

/** One desk's piece of work, or a stretch of time that is nobody's (`desk` -1). */
export interface WorkPlan {
  readonly name: string;
  readonly desk: number;
  readonly urgency: number;
  readonly spread: SpreadTable;
  readonly cause: number;
  readonly drawHi: number;
  readonly drawLo: number;
  /** Nation whose trust in the lead stretches the work, -1 when trust plays no part. */
  readonly stretchedBy: number;
  /** Events of the machine's table in the verdict's fixed order, and the bounds that pick one. */
  readonly events: Uint8Array;
  readonly bounds: Uint32Array;
  /** The decide task whose option is the verdict, -1 when chance gives it. */
  readonly authority: number;
}

export interface SensePlan {
  /** By branch of the incident (one entry where it has none), triples: from, until (half-open), sensor. By beginning, then sensor. */
  readonly windows: readonly Int32Array[];
  readonly dwell: number;
}

/** A chance that something goes wrong with a product that has arrived. */
export interface HarmPlan {
  readonly drawHi: number;
  readonly drawLo: number;
  readonly bounds: Uint32Array;
  /** Whose trust in whom it moves. */
  readonly of: number;
  readonly in: number;
}

/** Ends of a task's own work that chance picks among: bounds by branch of the incident. */
export interface FindsPlan {
  readonly bounds: readonly Uint32Array[];
  /** Product that each end gives, -1 for none. */
  readonly gives: Int32Array;
}

export interface AlignPlan {
  readonly partners: number;
  /** So many of them are enough. */
  readonly enough: number;
}

export interface SharePlan {
  readonly product: number;
  readonly from: number;
  readonly to: number;
  readonly oral: boolean;
  /** Nation that may withhold it, and from which: -1 when somebody asked for it. */
  readonly volunteer: number;
  readonly recipient: number;
  readonly exposes: HarmPlan | null;
  readonly breaches: HarmPlan | null;
}

/** Promises, bypasses and turns that come with an option, by their numbers. */
export interface OptionEffects {
  /** Branch of the incident, -1 for none. */
  readonly branch: number;
  readonly promises: readonly number[];
  readonly drops: readonly number[];
  /** Nations whose trust in the seat's nation falls. */
  readonly bypasses: readonly number[];
}

export interface PromisePlan {
  readonly id: string;
  readonly task: number;
  readonly gate: number;
  readonly from: number;
  readonly to: number;
  readonly within: number;
}

export interface BookRule {
  readonly holds: readonly number[];
  /** Any literal of each group must have come true. */
  readonly knows: readonly (readonly number[])[];
  readonly option: number;
  readonly waits: number;
}

export interface DecidePlan {
  readonly seat: number;
  readonly options: readonly string[];
  /** Gate of each option, -1 when it is open from the offer on. */
  readonly optionGates: Int32Array;
  readonly fallback: number;
  readonly book: readonly BookRule[];
  /** Options of each temper, in the file's order. */
  readonly forward: readonly number[];
  readonly cautious: readonly number[];
  readonly effects: readonly (OptionEffects | null)[];
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
  /** First literal of this task; its outcomes follow in the order of `outcomes`, the good ones first. */
  readonly literal: number;
  readonly outcomes: readonly string[];
  readonly goods: number;
  /** The policy lacks what it hangs on: it never begins. */
  readonly barred: boolean;
  /** Event of the response machine that its good end sends, -1 for none. */
  readonly milestone: number;
  /** Product and organisation that its good end gives it to, -1 for none. For a sense task the organisation is the sensor's. */
  readonly gives: number;
  readonly organisation: number;
  /** Nation whose deed it is when it ends well: acts and announcements; -1 otherwise. */
  readonly deedOf: number;
  /** What an act or announcement presumes: 1 hostile, 0 harmless, -1 nothing. */
  readonly presumes: number;
  readonly announces: boolean;
  readonly finds: FindsPlan | null;
  readonly sense: SensePlan | null;
  readonly share: SharePlan | null;
  readonly align: AlignPlan | null;
  /** Number of the task's first process, -1 when it has none. */
  readonly process: number;
  readonly processes: number;
  readonly decide: DecidePlan | null;
  /** For an inject: literals that call it off, and the awareness gates whose nations hear of it from the press. */
  readonly unless: readonly number[];
  readonly press: readonly number[];
}

export interface BranchPlan {
  readonly id: string;
  readonly hostile: boolean;
  readonly closes: number;
  readonly firstObservable: number;
}

export interface ConsequencePlan {
  readonly from: number;
  readonly gate: number;
  readonly perHour: number;
  /** By branch: 1 where it happens. */
  readonly branches: Uint8Array;
}

/** What an organisation has to give. */
export interface LoadPlan {
  readonly organisation: string;
  readonly desks: readonly number[];
  /** Person-seconds on shift at these desks. */
  readonly seconds: number;
}

export interface IncidentPlan {
  readonly id: string;
  readonly source: Incident;
  readonly begins: number;
  readonly horizon: number;
  /** One that has no name where the file gives none. */
  readonly branches: readonly BranchPlan[];
  readonly branchBounds: Uint32Array;
  readonly branchHi: number;
  readonly branchLo: number;
  readonly goal: number;
  readonly tasks: readonly number[];
  /** Nations that may become aware, the gate of each, and how late is late (-1: it expects nothing). */
  readonly aware: readonly {
    readonly nation: string;
    readonly index: number;
    readonly gate: number;
    readonly late: number;
  }[];
  readonly decided: readonly { readonly nation: string; readonly gate: number }[];
  /** Gate of a joint attribution, -1 when nobody asks for one. */
  /** Nations that have something to do about it, in the order of their numbers. */
  readonly actors: readonly number[];
  readonly attribution: number;
  readonly consequences: readonly ConsequencePlan[];
  readonly custody: CustodyPlan;
}

/** Who may see the incident's objects when, for the measure of custody. */
export interface CustodyPlan {
  /** By branch, triples: from, until, nation; by beginning. */
  readonly sights: readonly Int32Array[];
  /** Handovers of tracks to the lead nation: the task, and the nation that gives. */
  readonly feeds: readonly { readonly task: number; readonly nation: number }[];
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
