/**
 * Ordered lanes of tickets, as doubly linked lists in typed arrays. A ticket stands in one lane at most; who uses this
 * keeps it so. Nothing is allocated after creation.
 */

/** No ticket: before a lane's first, after its last. */
export const NOBODY = -1;

export class Lanes {
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** How many stand in each lane. */
  readonly count: Int32Array;
  readonly previous: Int32Array;
  readonly next: Int32Array;

  constructor(lanes: number, tickets: number) {
    this.first = new Int32Array(lanes).fill(NOBODY);
    this.last = new Int32Array(lanes).fill(NOBODY);
    this.count = new Int32Array(lanes);
    this.previous = new Int32Array(tickets);
    this.next = new Int32Array(tickets);
  }

  /** Puts a ticket behind another of the lane; behind NOBODY is at the head. */
  insertBehind(lane: number, before: number, ticket: number): void {
    const after = before === NOBODY ? this.first[lane]! : this.next[before]!;
    this.previous[ticket] = before;
    this.next[ticket] = after;
    if (before === NOBODY) this.first[lane] = ticket;
    else this.next[before] = ticket;
    if (after === NOBODY) this.last[lane] = ticket;
    else this.previous[after] = ticket;
    this.count[lane]!++;
  }

  remove(lane: number, ticket: number): void {
    const before = this.previous[ticket]!;
    const after = this.next[ticket]!;
    if (before === NOBODY) this.first[lane] = after;
    else this.next[before] = after;
    if (after === NOBODY) this.last[lane] = before;
    else this.previous[after] = before;
    this.count[lane]!--;
  }

  /** How many stand in `lanes` lanes from `lane` on. */
  countAmong(lane: number, lanes: number): number {
    let count = 0;
    for (let i = lane; i < lane + lanes; i++) count += this.count[i]!;
    return count;
  }

  /** How many stand before a ticket in its lane. Walks them. */
  countBefore(ticket: number): number {
    let count = 0;
    for (let other = this.previous[ticket]!; other !== NOBODY; other = this.previous[other]!) count++;
    return count;
  }

  reset(): void {
    this.first.fill(NOBODY);
    this.last.fill(NOBODY);
    this.count.fill(0);
  }
}
