/** What a desk is, as its plan says it and as flat columns. */
import type { Staffing } from './hours.ts';
import { Timetable } from './timetable.ts';
import { LONGEST } from './units.ts';

/** Urgencies are 0 (first served) to URGENCIES − 1. */
export const URGENCIES = 4;

export interface DeskPlan {
  /** Sorted and disjoint, in seconds since the run's start; see `openIntervals`. */
  readonly staffing: readonly Staffing[];
  /** When the last person leaves, work in hand is finished all the same, or held until somebody is on shift again. */
  readonly atClose: 'finish' | 'hold';
  /** One more person, who takes work of urgency `atLeast` or a more urgent one, and only while the desk is closed. */
  readonly onCall?: { readonly atLeast: number; readonly callInSeconds: number } | undefined;
}

export class DeskColumns {
  readonly count: number;
  readonly timetable: Timetable;
  /** 1 where work in hand is held at closing. */
  readonly holds: Uint8Array;
  /** The least urgent that the person on call comes for; −1 where nobody is on call. */
  readonly callAtLeast: Int8Array;
  readonly callInSeconds: Int32Array;

  /** Throws on malformed staffing, urgencies or call-in times. */
  constructor(plans: readonly DeskPlan[]) {
    this.count = plans.length;
    this.timetable = new Timetable(plans.map((plan) => plan.staffing));
    this.holds = Uint8Array.from(plans, (plan) => (plan.atClose === 'hold' ? 1 : 0));
    this.callAtLeast = new Int8Array(plans.length).fill(-1);
    this.callInSeconds = new Int32Array(plans.length);
    for (const [desk, { onCall }] of plans.entries()) {
      if (onCall === undefined) continue;
      const { atLeast, callInSeconds } = onCall;
      const sound = [atLeast, callInSeconds].every(Number.isInteger) && atLeast >= 0 && atLeast < URGENCIES;
      if (!sound || callInSeconds < 0 || callInSeconds > LONGEST / 10) {
        throw new RangeError(`desk ${desk}: on call for urgency ${atLeast} within ${callInSeconds} s`);
      }
      this.callAtLeast[desk] = atLeast;
      this.callInSeconds[desk] = callInSeconds;
    }
  }
}
