/** A task as its plan says it: what it needs of desks, sensors and seats, by numbers. Kinds are in `plan.ts`. */
import type { SpreadTable } from '../kernel/spread.ts';
import type { Inject } from '../model/scenario.ts';
import type { Task } from '../model/task.ts';

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
