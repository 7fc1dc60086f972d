/**
 * Desks: people who take work from a queue during their hours. Durations are touch times; waiting comes out.
 *
 * Work is of two kinds. Tickets are submitted, and every question about them is answered. Streams bring work by themselves;
 * of that nobody sees more than that it keeps people busy, so each desk has its own time: `reach` works off what has happened
 * there since anybody last asked, without an agenda. The caller owns the agenda; what must stand in it see `desk-entries.ts`.
 *
 * Ways to go wrong: not calling `reach` first, so that a desk's past is missing; not calling `wake` or `step`, so that a queue
 * stands before free people; reading `started` after the next call; calling with a time before the last one (throws).
 */
import { catchUp } from './catch-up.ts';
import type { Dice } from './chance.ts';
import { createDice } from './chance.ts';
import type { DeskPlan } from './desk-plan.ts';
import { DeskColumns, URGENCIES } from './desk-plan.ts';
import { Floor } from './floor.ts';
import { NOBODY } from './lanes.ts';
import type { Stream } from './streams.ts';
import { Inflow, mostItems } from './streams.ts';
import type { Tickets } from './tickets.ts';
import { QUEUED, SERVED } from './tickets.ts';
import { LONGEST, NEVER } from './units.ts';

export type { DeskPlan } from './desk-plan.ts';
export type { Stream } from './streams.ts';
export { CLOSED, WAITING, WORKING } from './tickets.ts';

/** What happens at a desk by itself, in its order within a second: work ends, people come or go, work arrives. */
export const ENDS = 0;
export const SHIFTS = 1;
export const ARRIVES = 2;

const UNTOUCHED = -1;

/** Work that comes by itself, and what decides it. */
export interface Background {
  readonly streams: readonly Stream[];
  readonly dice: Dice;
}

/** Desks, tickets and urgencies are numbers; times and durations whole seconds since the run's start. */
class Desks {
  private readonly desks: DeskColumns;
  private readonly inflows: readonly Inflow[];
  private readonly floor: Floor;
  private readonly tickets: Tickets;
  /** By desk: the second up to which it has been worked off, or UNTOUCHED. */
  private readonly reached: Int32Array;
  /** By desk: 1 when something of it may stand in the agenda. For `desk-entries.ts`. */
  readonly entered: Uint8Array;
  private clock = 0;

  constructor(plans: readonly DeskPlan[], tickets: number, { streams, dice }: Background) {
    this.desks = new DeskColumns(plans);
    this.floor = new Floor(this.desks, tickets, mostItems(streams));
    this.tickets = this.floor.tickets;
    this.inflows = plans.map(
      (_, desk) =>
        new Inflow(
          streams.filter((stream) => stream.desk === desk),
          dice,
          this.desks.timetable,
        ),
    );
    this.reached = new Int32Array(plans.length).fill(UNTOUCHED);
    this.entered = new Uint8Array(plans.length);
  }

  /** Tickets that somebody took during the last submit, withdraw, finish, wake or step: the first `startedCount` entries. */
  get started(): Int32Array {
    return this.floor.started;
  }

  get startedCount(): number {
    return this.floor.startedCount;
  }

  /**
   * Works off what has happened at a desk by itself before `now`, and at `now` of the kinds before `kind`. Does nothing when
   * it has been reached in this second before: the rest of the second is worked off by `step`. Long, because it is hot.
   */
  reach(desk: number, now: number, kind: number): void {
    const reached = this.reached[desk]!;
    if (reached === now) return;
    this.begin(now);
    const { floor } = this;
    const inflow = this.inflows[desk]!;
    const hands = floor.hands[desk]!;
    if (reached === UNTOUCHED) inflow.begin((urgency, length) => floor.enter(desk, urgency, length, 0));
    this.reached[desk] = now;
    for (;;) {
      if (inflow.nextAt < now) catchUp(floor, desk, inflow, now);
      const end = hands.nextEnd;
      const arrival = inflow.nextAt;
      const shift = floor.queued[desk] === 0 ? NEVER : hands.peopleUntil;
      if (end <= arrival && end <= shift) {
        if (end >= now && (end > now || kind <= ENDS)) break;
        floor.end(desk, end);
      } else if (shift <= arrival) {
        if (shift >= now && (shift > now || kind <= SHIFTS)) break;
        floor.assign(desk, shift);
      } else {
        if (arrival >= now && (arrival > now || kind <= ARRIVES)) break;
        floor.enter(desk, inflow.urgency, inflow.take(), arrival);
      }
    }
    if (floor.startedCount > 0) throw new Error(`Impossible: desk ${desk} took a ticket while nobody looked`);
  }

  /** Works off the next thing that happens at a desk by itself, which is due now, else throws. Reach the desk first. */
  step(desk: number, now: number): void {
    this.begin(now);
    const inflow = this.inflows[desk]!;
    if (this.nextEnd(desk) === now) this.floor.end(desk, now);
    else if (this.nextShift(desk) === now) this.floor.assign(desk, now);
    else if (inflow.nextAt === now) this.floor.enter(desk, inflow.urgency, inflow.take(), now);
    else throw new Error(`nothing happens at desk ${desk} at ${now}`);
  }

  /** When work of streams ends next, as things stand; NEVER when none is in hand. */
  nextEnd(desk: number): number {
    return this.floor.hands[desk]!.nextEnd;
  }

  /** When next people may come or go while anything is queued, else NEVER. */
  nextShift(desk: number): number {
    return this.floor.queued[desk] === 0 ? NEVER : this.floor.hands[desk]!.peopleUntil;
  }

  /** When a stream brings something next. */
  nextArrival(desk: number): number {
    return this.inflows[desk]!.nextAt;
  }

  /** Whether any ticket is in the desk's queue. */
  isWaitedAt(desk: number): boolean {
    return this.floor.expected[desk]! > 0;
  }

  /** Queues a ticket: by urgency (0 first), then arrival, then number. Throws when the ticket is in use. */
  submit(desk: number, ticket: number, urgency: number, duration: number, now: number): void {
    this.begin(now);
    this.tickets.enter(ticket, desk, urgency, duration, now);
    this.floor.queue(desk, ticket, urgency, now);
  }

  /** Takes a ticket out of the queue or out of somebody's hands. Throws when it is in neither. */
  withdraw(ticket: number, now: number): void {
    this.begin(now);
    if (this.tickets.state[ticket] === QUEUED) this.floor.unqueue(ticket, now);
    else this.floor.release(ticket, now);
  }

  /** Service has ended, at `endOf(ticket)` exactly, else throws. Frees the person. */
  finish(ticket: number, now: number): void {
    this.begin(now);
    if (this.tickets.end[ticket] !== now) throw new Error(`ticket ${ticket} does not end at ${now}`);
    this.floor.release(ticket, now);
  }

  /** Staffing may have changed. Harmless when it has not. */
  wake(desk: number, now: number): void {
    this.begin(now);
    this.floor.assign(desk, now);
  }

  /** When after `now` staffing lets the first in the queue start, as things stand; NEVER with an empty queue. */
  nextChange(desk: number, now: number): number {
    if (this.floor.queued[desk] === 0) return NEVER;
    const { timetable, callAtLeast } = this.desks;
    const { busy, onCall } = this.floor.hands[desk]!;
    const opening = timetable.nextShiftAbove(desk, now, busy);
    if (onCall !== NOBODY || this.floor.firstUrgency(desk) > callAtLeast[desk]!) return opening;
    return Math.min(opening, timetable.nextClosing(desk, now));
  }

  /** When service will end, or the ticket left; NEVER while it is queued or when the desk's hours run out. */
  endOf(ticket: number): number {
    return this.tickets.end[ticket]!;
  }

  /** How much is queued, work of streams included. */
  queueLength(desk: number): number {
    return this.floor.queued[desk]!;
  }

  /** 1 is next; 0 in service; −1 not at a desk. Walks the queue. */
  placeInQueue(ticket: number): number {
    const state = this.tickets.state[ticket]!;
    if (state !== QUEUED) return state === SERVED ? 0 : -1;
    const { lanes } = this.floor;
    const moreUrgent = lanes.countAmong(this.tickets.desk[ticket]! * URGENCIES, this.tickets.urgency[ticket]!);
    return moreUrgent + lanes.countBefore(ticket) + 1;
  }

  /** The desk at which a ticket is, or was last. */
  deskOf(ticket: number): number {
    return this.tickets.desk[ticket]!;
  }

  isInHand(ticket: number): boolean {
    return this.tickets.state[ticket] === SERVED;
  }

  /** Divides a ticket's time up to `now`, or until it left, into out[WORKING], out[WAITING] and out[CLOSED]. */
  splitAt(ticket: number, now: number, out: Int32Array): void {
    this.tickets.splitAt(ticket, now, out);
  }

  /** Seconds of [from, until) with nobody on shift. */
  closedSecondsBetween(desk: number, from: number, until: number): number {
    return Math.max(0, until - from - this.desks.timetable.openBetween(desk, from, until));
  }

  /** Empties all desks, for the next run. */
  reset(): void {
    this.floor.reset();
    this.reached.fill(UNTOUCHED);
    this.entered.fill(0);
    this.clock = 0;
  }

  private begin(now: number): void {
    if (now !== (now | 0) || now < this.clock || now > LONGEST) throw new RangeError(`time ${now} after ${this.clock}`);
    this.clock = now;
    this.floor.startedCount = 0;
  }
}

export type { Desks };

/** Empty desks for tickets 0 … tickets − 1. Throws on malformed plans. Reusable: `reset` between runs. */
export function createDesks(plans: readonly DeskPlan[], tickets: number, background?: Background): Desks {
  return new Desks(plans, tickets, background ?? { streams: [], dice: createDice({ k0: 0, k1: 0 }) });
}
