/**
 * Tickets: pieces of work at desks, and how the time of each divides into working, waiting and closed.
 * Columns by ticket number; nothing is allocated after creation. Times are seconds since the run's start.
 *
 * Work that comes to desks by itself has numbers behind those of the tickets, lent while it is in a queue: of it only
 * arrival and duration are kept, because nobody asks for more.
 */
import type { DeskColumns } from './desk-plan.ts';
import { URGENCIES } from './desk-plan.ts';
import { LONGEST, NEVER } from './units.ts';

/** Where `splitAt` puts what, in seconds: worked on; waiting for a person; nobody on shift. */
export const WORKING = 0;
export const WAITING = 1;
export const CLOSED = 2;

export const ABSENT = 0;
export const QUEUED = 1;
/** In the hands of somebody on shift, or of the person on call. */
export const SERVED = 2;
/** Finished or withdrawn; the columns still say how it went, until the number is used again. */
export const ENDED = 3;

export class Tickets {
  /** ABSENT, QUEUED, SERVED or ENDED. */
  readonly state: Uint8Array;
  readonly desk: Int32Array;
  readonly urgency: Uint8Array;
  readonly arrival: Int32Array;
  /** When service ends or the ticket left; NEVER while queued or when hours run out. */
  readonly end: Int32Array;
  /** 1 when the person on call took it. */
  readonly called: Uint8Array;
  /** Seconds that whoever is on call takes to come in for it. */
  readonly callIn: Int32Array;
  readonly duration: Int32Array;
  private readonly start: Int32Array;
  private readonly desks: DeskColumns;

  constructor(desks: DeskColumns, tickets: number, lent: number) {
    this.desks = desks;
    this.state = new Uint8Array(tickets);
    this.desk = new Int32Array(tickets);
    this.urgency = new Uint8Array(tickets);
    this.arrival = new Int32Array(tickets + lent);
    this.end = new Int32Array(tickets);
    this.called = new Uint8Array(tickets);
    this.callIn = new Int32Array(tickets);
    this.duration = new Int32Array(tickets + lent);
    this.start = new Int32Array(tickets);
  }

  /** Fills a ticket's columns. Five numbers, because an object would be garbage. Throws when it is in use or malformed. */
  enter(ticket: number, desk: number, urgency: number, duration: number, now: number): void {
    const state = this.state[ticket];
    if (state === undefined || state === QUEUED || state === SERVED) throw new Error(`ticket ${ticket} is not free`);
    if (desk >>> 0 >= this.desks.count) throw new RangeError(`no desk ${desk}`);
    if (urgency >>> 0 >= URGENCIES) throw new RangeError(`urgency ${urgency}`);
    if (duration !== (duration | 0) || duration < 0 || duration > LONGEST)
      throw new RangeError(`work of ${duration} s`);
    this.state[ticket] = QUEUED;
    this.desk[ticket] = desk;
    this.urgency[ticket] = urgency;
    this.duration[ticket] = duration;
    this.arrival[ticket] = now;
    this.start[ticket] = NEVER;
    this.end[ticket] = NEVER;
    this.called[ticket] = 0;
  }

  /** Somebody on shift takes it; the desk must be open. */
  serve(ticket: number, now: number): void {
    const desk = this.desk[ticket]!;
    const duration = this.duration[ticket]!;
    this.state[ticket] = SERVED;
    this.start[ticket] = now;
    const held = this.desks.holds[desk] === 1;
    this.end[ticket] = held ? this.desks.timetable.endOfOpenWork(desk, now, duration) : now + duration;
  }

  /** The person on call takes it: comes in first unless already there, then works whatever the hours. */
  call(ticket: number, now: number, callIn: number): void {
    this.state[ticket] = SERVED;
    this.called[ticket] = 1;
    this.start[ticket] = now;
    this.callIn[ticket] = callIn;
    this.end[ticket] = now + callIn + this.duration[ticket]!;
  }

  reset(): void {
    this.state.fill(ABSENT);
  }

  leave(ticket: number, now: number): void {
    this.state[ticket] = ENDED;
    this.end[ticket] = now;
  }

  /** Seconds worked on it before a time, which is not after its end. */
  workingBy(ticket: number, time: number): number {
    const start = this.start[ticket]!;
    if (time <= start) return 0;
    const desk = this.desk[ticket]!;
    if (this.called[ticket] === 1) return Math.max(0, time - start - this.callIn[ticket]!);
    return this.desks.holds[desk] === 1 ? this.desks.timetable.openBetween(desk, start, time) : time - start;
  }

  /** Seconds before a time, not after its end, in which it lay because nobody was on shift. */
  closedBy(ticket: number, time: number): number {
    const desk = this.desk[ticket]!;
    const arrival = this.arrival[ticket]!;
    const held = this.desks.holds[desk] === 1 && this.called[ticket] === 0;
    const until = held ? time : Math.min(time, this.start[ticket]!);
    return until <= arrival ? 0 : until - arrival - this.desks.timetable.openBetween(desk, arrival, until);
  }

  /** Divides [arrival, time or end, whichever is earlier) into out[WORKING], out[WAITING] and out[CLOSED]; they add up to it. */
  splitAt(ticket: number, time: number, out: Int32Array): void {
    if (this.state[ticket] === ABSENT) throw new Error(`ticket ${ticket} was never at a desk`);
    const until = Math.min(time, this.end[ticket]!);
    const elapsed = until - this.arrival[ticket]!;
    if (elapsed < 0) throw new RangeError(`ticket ${ticket} came after ${time}`);
    const working = this.workingBy(ticket, until);
    const closed = this.closedBy(ticket, until);
    out[WORKING] = working;
    out[WAITING] = elapsed - working - closed;
    out[CLOSED] = closed;
  }
}
