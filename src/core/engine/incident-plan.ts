/** An incident as its plan says it: when it begins on each of its branches, who may see it, and what is measured of it. */
import type { Incident } from '../model/incident.ts';

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
  /** Nations that have something to do about it, in the order of their numbers. */
  readonly actors: readonly number[];
  /** Gate of a joint attribution, -1 when nobody asks for one. */
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
