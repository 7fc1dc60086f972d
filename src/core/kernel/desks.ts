/**
 * Desks: people who take work from a queue during their hours. Durations are touch times; waiting comes out.
 *
 * The caller owns the agenda. After each submit, withdraw, finish and wake it reads `started`, enters `endOf(ticket)` for
 * each of those and calls `finish` then; and it enters `nextChange(desk, now)` and calls `wake` then.
 *
 * Ways to go wrong: not calling `wake`, so that a queue stands before free people; reading `started` after the next call;
 * calling with a time before the last one (throws).
 */
import type { DeskPlan } from './desk-plan.ts';
import { DeskColumns, URGENCIES } from './desk-plan.ts';
import { Lanes, NOBODY } from './lanes.ts';
import { ABSENT, QUEUED, SERVED, Tickets } from './tickets.ts';
import { LONGEST, NEVER } from './units.ts';

export type { DeskPlan } from './desk-plan.ts';
export { CLOSED, WAITING, WORKING } from './tickets.ts';

/** Each desk has a lane for each urgency, and one for work in its people's hands. */
const LANES = URGENCIES + 1;
const IN_HAND = URGENCIES;

/** Desks, tickets and urgencies are numbers; times and durations whole seconds since the run's start. */
class Desks {
  /** Tickets that somebody took during the last submit, withdraw, finish or wake: the first `startedCount` entries. */
  readonly started: Int32Array;
  startedCount = 0;
  private readonly desks: DeskColumns;
  private readonly tickets: Tickets;
  private readonly lanes: Lanes;
  /** What the person on call has in hand, or NOBODY. */
  private readonly onCall: Int32Array;
  /** Seconds of work on tickets that have left. */
  private readonly worked: Float64Array;
  private clock = 0;

  constructor(plans: readonly DeskPlan[], maxTickets: number) {
    this.desks = new DeskColumns(plans);
    this.tickets = new Tickets(this.desks, maxTickets);
    this.lanes = new Lanes(plans.length * LANES, maxTickets);
    this.started = new Int32Array(maxTickets);
    this.onCall = new Int32Array(plans.length).fill(NOBODY);
    this.worked = new Float64Array(plans.length);
  }

  /** Queues a ticket: by urgency (0 first), then arrival, then number. Throws when the ticket is in use. */
  submit(desk: number, ticket: number, urgency: number, duration: number, now: number): void {
    this.begin(now);
    this.tickets.enter(ticket, desk, urgency, duration, now);
    const lane = desk * LANES + urgency;
    let before = this.lanes.last[lane]!;
    while (before > ticket && this.tickets.arrival[before] === now) before = this.lanes.previous[before]!;
    this.lanes.insertBehind(lane, before, ticket);
    this.assign(desk, now);
  }

  /** Takes a ticket out of the queue or out of somebody's hands. Throws when it is in neither. */
  withdraw(ticket: number, now: number): void {
    this.begin(now);
    if (this.tickets.state[ticket] === QUEUED) {
      this.lanes.remove(this.tickets.desk[ticket]! * LANES + this.tickets.urgency[ticket]!, ticket);
      this.tickets.leave(ticket, now);
      this.assign(this.tickets.desk[ticket]!, now);
    } else this.release(ticket, now);
  }

  /** Service has ended, at `endOf(ticket)` exactly, else throws. Frees the person. */
  finish(ticket: number, now: number): void {
    this.begin(now);
    if (this.tickets.end[ticket] !== now) throw new Error(`ticket ${ticket} does not end at ${now}`);
    this.release(ticket, now);
  }

  /** Staffing may have changed. Harmless when it has not. */
  wake(desk: number, now: number): void {
    this.begin(now);
    this.assign(desk, now);
  }

  /** When after `now` staffing lets the first in the queue start, as things stand; NEVER with an empty queue. */
  nextChange(desk: number, now: number): number {
    const ticket = this.lanes.firstAmong(desk * LANES, URGENCIES);
    if (ticket === NOBODY) return NEVER;
    const { timetable, callAtLeast } = this.desks;
    const opening = timetable.nextShiftAbove(desk, now, this.lanes.count[desk * LANES + IN_HAND]!);
    if (this.onCall[desk] !== NOBODY || this.tickets.urgency[ticket]! > callAtLeast[desk]!) return opening;
    return Math.min(opening, timetable.nextClosing(desk, now));
  }

  /** When service will end, or the ticket left; NEVER while it is queued or when the desk's hours run out. */
  endOf(ticket: number): number {
    return this.tickets.end[ticket]!;
  }

  queueLength(desk: number): number {
    return this.lanes.countAmong(desk * LANES, URGENCIES);
  }

  /** 1 is next; 0 in service; −1 not at a desk. Walks the queue. */
  placeInQueue(ticket: number): number {
    const state = this.tickets.state[ticket]!;
    if (state !== QUEUED) return state === SERVED ? 0 : -1;
    const moreUrgent = this.lanes.countAmong(this.tickets.desk[ticket]! * LANES, this.tickets.urgency[ticket]!);
    return moreUrgent + this.lanes.countBefore(ticket) + 1;
  }

  /** The parts of a ticket that has left; they add up to its end minus its arrival. Throw while it is at a desk. */
  workingOf(ticket: number): number {
    return this.tickets.workingBy(ticket, this.tickets.lastMoment(ticket));
  }

  waitingOf(ticket: number): number {
    const elapsed = this.tickets.lastMoment(ticket) - this.tickets.arrival[ticket]!;
    return elapsed - this.workingOf(ticket) - this.closedOf(ticket);
  }

  closedOf(ticket: number): number {
    return this.tickets.closedBy(ticket, this.tickets.lastMoment(ticket));
  }

  /** The same parts up to `now`, into out[WORKING], out[WAITING], out[CLOSED]; after it left, up to then. */
  splitAt(ticket: number, now: number, out: Int32Array): void {
    this.tickets.splitAt(ticket, now, out);
  }

  /** Seconds of work done at a desk up to `now` by all its people, finished or not. */
  busySeconds(desk: number, now: number): number {
    let busy = this.worked[desk]!;
    let ticket = this.lanes.first[desk * LANES + IN_HAND]!;
    for (; ticket !== NOBODY; ticket = this.lanes.next[ticket]!) busy += this.tickets.workingBy(ticket, now);
    const called = this.onCall[desk]!;
    return called === NOBODY ? busy : busy + this.tickets.workingBy(called, now);
  }

  /** Seconds of [from, until) with nobody on shift. */
  closedSecondsBetween(desk: number, from: number, until: number): number {
    return Math.max(0, until - from - this.desks.timetable.openBetween(desk, from, until));
  }

  /** Empties all desks, for the next run. */
  reset(): void {
    this.tickets.state.fill(ABSENT);
    this.lanes.reset();
    this.onCall.fill(NOBODY);
    this.worked.fill(0);
    this.startedCount = 0;
    this.clock = 0;
  }

  private begin(now: number): void {
    if (now !== (now | 0) || now < this.clock || now > LONGEST) throw new RangeError(`time ${now} after ${this.clock}`);
    this.clock = now;
    this.startedCount = 0;
  }

  /** Frees whoever has the ticket in hand; the next may start. */
  private release(ticket: number, now: number): void {
    if (this.tickets.state[ticket] !== SERVED) throw new Error(`ticket ${ticket} is not at a desk`);
    const desk = this.tickets.desk[ticket]!;
    if (this.tickets.called[ticket] === 1) this.onCall[desk] = NOBODY;
    else this.lanes.remove(desk * LANES + IN_HAND, ticket);
    this.worked[desk]! += this.tickets.workingBy(ticket, now);
    this.tickets.leave(ticket, now);
    this.assign(desk, now);
  }

  /** Gives work to whoever is free at `now`: people on shift, or with the desk closed the person on call. */
  private assign(desk: number, now: number): void {
    const people = this.desks.timetable.peopleAt(desk, now);
    const inHand = desk * LANES + IN_HAND;
    while (this.lanes.count[inHand]! < people) {
      const ticket = this.lanes.firstAmong(desk * LANES, URGENCIES);
      if (ticket === NOBODY) return;
      this.takeFirst(desk, ticket);
      this.lanes.insertBehind(inHand, this.lanes.last[inHand]!, ticket);
      this.tickets.serve(ticket, now);
    }
    if (people > 0 || this.onCall[desk] !== NOBODY) return;
    const ticket = this.lanes.firstAmong(desk * LANES, URGENCIES);
    if (ticket === NOBODY || this.tickets.urgency[ticket]! > this.desks.callAtLeast[desk]!) return;
    this.takeFirst(desk, ticket);
    this.onCall[desk] = ticket;
    this.tickets.call(ticket, now);
  }

  private takeFirst(desk: number, ticket: number): void {
    this.lanes.remove(desk * LANES + this.tickets.urgency[ticket]!, ticket);
    this.started[this.startedCount++] = ticket;
  }
}

export type { Desks };

/** Empty desks for tickets 0 … maxTickets − 1. Throws on malformed plans. Reusable: `reset` between runs. */
export function createDesks(plans: readonly DeskPlan[], maxTickets: number): Desks {
  return new Desks(plans, maxTickets);
}
