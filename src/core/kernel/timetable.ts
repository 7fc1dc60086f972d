/**
 * Who is on shift when, for many desks, in flat arrays. Times are seconds since the run's start. Plans do not change, so
 * one timetable serves a whole study; it remembers only where it last looked, which changes no answer.
 */
import type { Staffing } from './hours.ts';
import { LONGEST, NEVER } from './units.ts';

function checkStaffing(staffing: readonly Staffing[]): void {
  let since = 0;
  for (const { from, until, people } of staffing) {
    const sound = [from, until, people].every(Number.isInteger) && from >= since && until > from && people > 0;
    if (!sound || until > LONGEST) {
      throw new RangeError(`staffing [${from}, ${until}) × ${people}: whole, in order, disjoint, never empty`);
    }
    since = until;
  }
}

export class Timetable {
  /** Desk d's intervals are first[d] … first[d + 1] − 1. */
  private readonly first: Int32Array;
  private readonly from: Int32Array;
  private readonly until: Int32Array;
  private readonly people: Int32Array;
  /** Open seconds of the desk before the interval. */
  private readonly openBefore: Int32Array;
  /** The most people that the desk has in this or a later interval. */
  private readonly mostFrom: Int32Array;
  /** By desk, what `intervalAt` found last: one before the desk's first, to its last. */
  private readonly lastLook: Int32Array;

  /** Throws on staffing that is not sorted, disjoint and whole. */
  constructor(staffings: readonly (readonly Staffing[])[]) {
    const total = staffings.reduce((sum, staffing) => sum + staffing.length, 0);
    this.first = new Int32Array(staffings.length + 1);
    this.from = new Int32Array(total);
    this.until = new Int32Array(total);
    this.people = new Int32Array(total);
    this.openBefore = new Int32Array(total);
    this.mostFrom = new Int32Array(total);
    for (const [desk, staffing] of staffings.entries()) this.lay(desk, staffing);
    this.lastLook = this.first.map((begin) => begin - 1);
  }

  /** Writes a desk's intervals behind those of the desk before. */
  private lay(desk: number, staffing: readonly Staffing[]): void {
    checkStaffing(staffing);
    let next = this.first[desk]!;
    let open = 0;
    for (const { from, until, people } of staffing) {
      this.from[next] = from;
      this.until[next] = until;
      this.people[next] = people;
      this.openBefore[next++] = open;
      open += until - from;
    }
    this.first[desk + 1] = next;
    let most = 0;
    for (let i = next - 1; i >= this.first[desk]!; i--) {
      most = Math.max(most, this.people[i]!);
      this.mostFrom[i] = most;
    }
  }

  /** People on shift; 0 when closed. */
  peopleAt(desk: number, time: number): number {
    const i = this.intervalAt(desk, time);
    return i >= this.first[desk]! && time < this.until[i]! ? this.people[i]! : 0;
  }

  /** When after `time` the number of people on shift may next change; NEVER when it does not. */
  changeAfter(desk: number, time: number): number {
    const i = this.intervalAt(desk, time);
    if (i >= this.first[desk]! && time < this.until[i]!) return this.until[i]!;
    return i + 1 < this.first[desk + 1]! ? this.from[i + 1]! : NEVER;
  }

  /** The most people that the desk ever has on shift. */
  mostPeople(desk: number): number {
    const begin = this.first[desk]!;
    return begin === this.first[desk + 1]! ? 0 : this.mostFrom[begin]!;
  }

  /** Seconds of [from, until) with somebody on shift. */
  openBetween(desk: number, from: number, until: number): number {
    return until <= from ? 0 : this.openUntil(desk, until) - this.openUntil(desk, from);
  }

  /** When work that goes on only while the desk is open ends, begun at an open moment; NEVER when hours run out. */
  endOfOpenWork(desk: number, start: number, duration: number): number {
    const end = this.first[desk + 1]!;
    let time = start;
    let rest = duration;
    for (let i = this.intervalAt(desk, start); i < end; i++) {
      time = Math.max(time, this.from[i]!);
      const room = this.until[i]! - time;
      if (rest <= room) return time + rest;
      rest -= room;
    }
    return NEVER;
  }

  /** The first open moment by which, from `start` on, the desk has been open for so long; NEVER when hours run out. */
  openMoment(desk: number, start: number, open: number): number {
    const end = this.first[desk + 1]!;
    let rest = open;
    for (let i = Math.max(this.intervalAt(desk, start), this.first[desk]!); i < end; i++) {
      const time = Math.max(start, this.from[i]!);
      const room = Math.max(0, this.until[i]! - time);
      if (rest < room) return time + rest;
      rest -= room;
    }
    return NEVER;
  }

  /** When next after `now` a shift begins, or grows or shrinks, to more than `busy` people; else NEVER. */
  nextShiftAbove(desk: number, now: number, busy: number): number {
    const end = this.first[desk + 1]!;
    for (let i = this.intervalAt(desk, now) + 1; i < end && this.mostFrom[i]! > busy; i++) {
      if (this.people[i]! > busy) return this.from[i]!;
    }
    return NEVER;
  }

  /** When next after `now` the last person leaves; NEVER when nobody comes any more. */
  nextClosing(desk: number, now: number): number {
    const end = this.first[desk + 1]!;
    let i = this.intervalAt(desk, now);
    if (i < this.first[desk]! || now >= this.until[i]!) i++;
    for (; i < end; i++) {
      if (i + 1 === end || this.from[i + 1]! > this.until[i]!) return this.until[i]!;
    }
    return NEVER;
  }

  private openUntil(desk: number, time: number): number {
    const i = this.intervalAt(desk, time);
    if (i < this.first[desk]!) return 0;
    return this.openBefore[i]! + Math.min(time, this.until[i]!) - this.from[i]!;
  }

  /**
   * The last interval that begins at or before a time; one before the desk's first when there is none. Walks from where
   * it last looked: a run asks about times near each other.
   */
  private intervalAt(desk: number, time: number): number {
    const { from } = this;
    const begin = this.first[desk]!;
    const end = this.first[desk + 1]!;
    let i = this.lastLook[desk]!;
    while (i + 1 < end && from[i + 1]! <= time) i++;
    while (i >= begin && from[i]! > time) i--;
    this.lastLook[desk] = i;
    return i;
  }
}
