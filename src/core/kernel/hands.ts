/**
 * One desk's people: how many there are, how many of those on shift are busy, who is on call, and when work that came by
 * itself ends. Of such work nothing but its end is kept, because nobody asks for more. Nothing is allocated after creation.
 */
import { NOBODY } from './lanes.ts';
import { NEVER } from './units.ts';

/** On call with work that came by itself. */
const UNNAMED = -2;

export class Hands {
  /** People on shift when that was last looked up, and until when there are so many. */
  people = 0;
  peopleUntil = 0;
  /** How many people on shift have work. */
  busy = 0;
  /** What the person on call has in hand: a ticket, UNNAMED or NOBODY. */
  onCall = NOBODY;
  /** Whether the person on call has just done something at the desk, and may take the next without coming in. */
  isIn = false;
  /** When work that came by itself ends next. */
  nextEnd = NEVER;
  private callEnd = NEVER;
  /** When what people on shift have ends, in rising order: the first `held` entries. */
  private readonly ends: Int32Array;
  private held = 0;

  /** `most`: people on shift at most. */
  constructor(most: number) {
    this.ends = new Int32Array(most);
  }

  /** Somebody on shift has work that came by itself, until `end`. */
  hold(end: number): void {
    const { ends } = this;
    let place = this.held++;
    while (place > 0 && ends[place - 1]! > end) {
      ends[place] = ends[place - 1]!;
      place--;
    }
    ends[place] = end;
    this.busy++;
    if (end < this.nextEnd) this.nextEnd = end;
  }

  /** So has the person on call. */
  holdOnCall(end: number): void {
    this.onCall = UNNAMED;
    this.callEnd = end;
    if (end < this.nextEnd) this.nextEnd = end;
  }

  /** Whoever has what ends at `nextEnd` is free. */
  release(): void {
    if (this.callEnd === this.nextEnd) {
      this.onCall = NOBODY;
      this.isIn = true;
      this.callEnd = NEVER;
      this.nextEnd = this.held === 0 ? NEVER : this.ends[0]!;
    } else this.releaseBy(this.ends[0]!, 1);
  }

  /** Whoever on shift has what ended at or before a time is free; at most so many. */
  releaseBy(time: number, most = NEVER): void {
    const { ends, held } = this;
    let free = 0;
    while (free < held && free < most && ends[free]! <= time) free++;
    for (let i = free; i < held; i++) ends[i - free] = ends[i]!;
    this.held = held - free;
    this.busy -= free;
    const next = free < held ? ends[0]! : NEVER;
    this.nextEnd = next < this.callEnd ? next : this.callEnd;
  }

  /** Gives everybody free on shift something that ended at 0, so that `firstFree` and `takeOver` need not tell them apart. */
  engage(): void {
    const { ends, held } = this;
    const free = this.people - this.busy;
    if (free === 0) return;
    for (let i = held - 1; i >= 0; i--) ends[i + free] = ends[i]!;
    for (let i = 0; i < free; i++) ends[i] = 0;
    this.held = held + free;
    this.busy += free;
  }

  /** When the first of those with work that came by itself is done with it. */
  firstFree(): number {
    return this.held === 0 ? NEVER : this.ends[0]!;
  }

  /** Whoever that is has something else then, until `end`. Leaves `nextEnd` alone: `releaseBy` comes after. */
  takeOver(end: number): void {
    const { ends } = this;
    const last = this.held - 1;
    let place = 0;
    while (place < last && ends[place + 1]! < end) {
      ends[place] = ends[place + 1]!;
      place++;
    }
    ends[place] = end;
  }

  reset(): void {
    this.people = 0;
    this.peopleUntil = 0;
    this.busy = 0;
    this.onCall = NOBODY;
    this.isIn = false;
    this.nextEnd = NEVER;
    this.callEnd = NEVER;
    this.held = 0;
  }
}
