/**
 * Who takes what at desks: queues, people, and the rule that joins them. Tickets and work that came by itself stand in the
 * same queues; the latter bears a number lent to it while it does. Nothing is allocated after creation.
 */
import type { DeskColumns } from './desk-plan.ts';
import { URGENCIES } from './desk-plan.ts';
import { Hands } from './hands.ts';
import { Lanes, NOBODY } from './lanes.ts';
import { SERVED, Tickets } from './tickets.ts';

export class Floor {
  /** Tickets that somebody has taken since `startedCount` was last put to 0: the first `startedCount` entries. */
  readonly started: Int32Array;
  startedCount = 0;
  readonly tickets: Tickets;
  readonly lanes: Lanes;
  /** By desk: its people; how much is queued; and how much of that is tickets. */
  readonly hands: readonly Hands[];
  readonly queued: Int32Array;
  readonly expected: Int32Array;
  private readonly desks: DeskColumns;
  /** Numbers from here on are lent; those given back are chained by `lanes.next`. */
  private readonly lentFrom: number;
  private lentUntil: number;
  private givenBack = NOBODY;

  /** `lent`: how much work that came by itself there can be at most. */
  constructor(desks: DeskColumns, tickets: number, lent: number) {
    this.desks = desks;
    this.tickets = new Tickets(desks, tickets, lent);
    this.lanes = new Lanes(desks.count * URGENCIES, tickets + lent);
    this.hands = Array.from({ length: desks.count }, (_, desk) => new Hands(desks.timetable.mostPeople(desk)));
    this.started = new Int32Array(tickets);
    this.queued = new Int32Array(desks.count);
    this.expected = new Int32Array(desks.count);
    this.lentFrom = tickets;
    this.lentUntil = tickets;
  }

  /** A ticket whose columns are filled: somebody free takes it, or it is queued behind what came before, and by number. */
  queue(desk: number, ticket: number, urgency: number, now: number): void {
    if (this.isFree(desk, now)) {
      this.started[this.startedCount++] = ticket;
      this.serve(desk, ticket, now);
      return;
    }
    const { lanes, tickets } = this;
    const lane = desk * URGENCIES + urgency;
    let before = lanes.last[lane]!;
    while (before > ticket && tickets.arrival[before] === now) before = lanes.previous[before]!;
    lanes.insertBehind(lane, before, ticket);
    this.queued[desk]!++;
    this.expected[desk]!++;
    this.assign(desk, now);
  }

  /** Work has come by itself: somebody free takes it, or it is queued. */
  enter(desk: number, urgency: number, duration: number, now: number): void {
    if (this.isFree(desk, now)) {
      this.hands[desk]!.hold(this.endOf(desk, now, duration));
      return;
    }
    this.append(desk, urgency, duration, now);
    this.assign(desk, now);
  }

  /** Queues work that came by itself, when nobody can take it now. */
  append(desk: number, urgency: number, duration: number, now: number): void {
    const number = this.lend();
    const lane = desk * URGENCIES + urgency;
    this.tickets.arrival[number] = now;
    this.tickets.duration[number] = duration;
    this.lanes.insertBehind(lane, this.lanes.last[lane]!, number);
    this.queued[desk]!++;
  }

  /** Takes the first out of a queue that holds no tickets; returns how long it takes. */
  unqueueOwn(desk: number): number {
    return this.giveBack(this.unqueueFirst(desk));
  }

  /** Work that came by itself has ended: what ends next at the desk. */
  end(desk: number, now: number): void {
    this.hands[desk]!.release();
    if (this.queued[desk]! > 0) this.assign(desk, now);
    this.hands[desk]!.isIn = false;
  }

  /** Takes a ticket out of its queue. */
  unqueue(ticket: number, now: number): void {
    const desk = this.tickets.desk[ticket]!;
    this.lanes.remove(desk * URGENCIES + this.tickets.urgency[ticket]!, ticket);
    this.queued[desk]!--;
    this.expected[desk]!--;
    this.tickets.leave(ticket, now);
    this.assign(desk, now);
  }

  /** Frees whoever has the ticket in hand; the next may start. */
  release(ticket: number, now: number): void {
    const { tickets } = this;
    if (tickets.state[ticket] !== SERVED) throw new Error(`ticket ${ticket} is not at a desk`);
    const desk = tickets.desk[ticket]!;
    const hands = this.hands[desk]!;
    if (tickets.called[ticket] === 1) {
      hands.onCall = NOBODY;
      hands.isIn = tickets.end[ticket] === now;
    } else hands.busy--;
    tickets.leave(ticket, now);
    this.assign(desk, now);
  }

  /** Gives work to whoever is free at `now`: people on shift, or with the desk closed the person on call. */
  assign(desk: number, now: number): void {
    const hands = this.hands[desk]!;
    if (now >= hands.peopleUntil) this.look(desk, now);
    while (hands.busy < hands.people && this.queued[desk]! > 0) this.takeFirst(desk, now);
    const mayCall = hands.people === 0 && this.queued[desk]! > 0 && hands.onCall === NOBODY;
    if (mayCall && this.firstUrgency(desk) <= this.desks.callAtLeast[desk]!) this.callFor(desk, now);
    hands.isIn = false;
  }

  /** The urgency of the first in a queue; URGENCIES when it is empty. */
  firstUrgency(desk: number): number {
    const lane = desk * URGENCIES;
    let urgency = 0;
    while (urgency < URGENCIES && this.lanes.first[lane + urgency] === NOBODY) urgency++;
    return urgency;
  }

  reset(): void {
    this.tickets.reset();
    this.lanes.reset();
    for (const hands of this.hands) hands.reset();
    this.queued.fill(0);
    this.expected.fill(0);
    this.startedCount = 0;
    this.lentUntil = this.lentFrom;
    this.givenBack = NOBODY;
  }

  /** Whether somebody on shift can take what comes now, because nothing came before it. */
  private isFree(desk: number, now: number): boolean {
    if (this.queued[desk]! > 0) return false;
    const hands = this.hands[desk]!;
    if (now >= hands.peopleUntil) this.look(desk, now);
    return hands.busy < hands.people;
  }

  private look(desk: number, now: number): void {
    const hands = this.hands[desk]!;
    hands.people = this.desks.timetable.peopleAt(desk, now);
    hands.peopleUntil = this.desks.timetable.changeAfter(desk, now);
  }

  /** Takes the first out of a queue that is not empty. */
  private unqueueFirst(desk: number): number {
    const lane = desk * URGENCIES + this.firstUrgency(desk);
    const first = this.lanes.first[lane]!;
    this.lanes.remove(lane, first);
    this.queued[desk]!--;
    if (first < this.lentFrom) {
      this.expected[desk]!--;
      this.started[this.startedCount++] = first;
    }
    return first;
  }

  /** Somebody on shift takes the first in the queue. */
  private takeFirst(desk: number, now: number): void {
    const first = this.unqueueFirst(desk);
    if (first < this.lentFrom) this.serve(desk, first, now);
    else this.hands[desk]!.hold(this.endOf(desk, now, this.giveBack(first)));
  }

  private serve(desk: number, ticket: number, now: number): void {
    this.hands[desk]!.busy++;
    this.tickets.serve(ticket, now);
  }

  /** The person on call does. */
  private callFor(desk: number, now: number): void {
    const hands = this.hands[desk]!;
    const first = this.unqueueFirst(desk);
    const callIn = hands.isIn ? 0 : this.desks.callInSeconds[desk]!;
    if (first < this.lentFrom) {
      hands.onCall = first;
      this.tickets.call(first, now, callIn);
    } else hands.holdOnCall(now + callIn + this.giveBack(first));
  }

  /** When work ends that somebody on shift begins at `start`, before people next come or go. */
  endOf(desk: number, start: number, duration: number): number {
    const end = start + duration;
    if (end <= this.hands[desk]!.peopleUntil || this.desks.holds[desk] === 0) return end;
    return this.desks.timetable.endOfOpenWork(desk, start, duration);
  }

  private lend(): number {
    const number = this.givenBack;
    if (number === NOBODY) return this.lentUntil++;
    this.givenBack = this.lanes.next[number]!;
    return number;
  }

  /** Returns the duration of the work that bore the number. */
  private giveBack(number: number): number {
    this.lanes.next[number] = this.givenBack;
    this.givenBack = number;
    return this.tickets.duration[number]!;
  }
}
